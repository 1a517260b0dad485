import { Pencil, Trash2 } from 'lucide-react';
import type { PlacedHighlight } from '#contract/annotations.ts';
import { openPassage } from '../../app/workspace.ts';
import { IconButton } from '../../ui/Button.tsx';
import { openHighlight, removeHighlight } from './highlightActions.ts';
import { COLOUR_NAMES } from './highlightMarks.ts';
import styles from './panel.module.css';

interface HighlightListProps {
  highlights: readonly PlacedHighlight[];
  language: string | undefined;
  /** The version that the reader shows, and whether it was asked for by its number. */
  versionId: number;
  latest: boolean;
}

/** The highlights of an article; those that the shown version has no place for lead to the one they were made in. */
export function HighlightList({ highlights, language, versionId, latest }: HighlightListProps) {
  const placed = highlights.filter(({ place }) => place !== null);
  const others = highlights.filter(({ place }) => place === null);
  const items = (list: readonly PlacedHighlight[]) =>
    list.map((highlight) => (
      <Item
        key={highlight.id}
        highlight={highlight}
        language={language}
        shownVersion={latest ? undefined : versionId}
      />
    ));
  if (highlights.length === 0)
    return <p className={styles.hint}>No highlights yet. Select words in the text and press Highlight.</p>;
  return (
    <>
      <ul className={styles.list}>{items(placed)}</ul>
      {others.length > 0 && (
        <>
          <h4 className={styles.subhead}>In another version of the text</h4>
          <ul className={styles.list}>{items(others)}</ul>
        </>
      )}
    </>
  );
}

interface ItemProps {
  highlight: PlacedHighlight;
  language: string | undefined;
  shownVersion: number | undefined;
}

function Item({ highlight, language, shownVersion }: ItemProps) {
  const { id, articleId, versionId, start, end, exact, note, colour, place, edited } = highlight;
  const open = (): void =>
    openPassage(
      place === null
        ? { articleId, versionId, range: { start, end } }
        : { articleId, versionId: shownVersion, range: place },
    );
  return (
    <li className={styles.highlight}>
      <button type="button" className={styles.jump} onClick={open}>
        <span className={styles.colourBar} data-colour={colour} aria-hidden />
        <span className="visually-hidden">{COLOUR_NAMES[colour]}: </span>
        <span>
          <span className={styles.words} lang={language} dir="auto">
            {exact}
          </span>
          {edited && <span className={styles.noteText}>The words have changed in this version.</span>}
          {note !== '' && (
            <span className={styles.noteText} dir="auto">
              {note}
            </span>
          )}
        </span>
      </button>
      <span className={styles.itemTools}>
        {place !== null && (
          <IconButton
            icon={Pencil}
            label="Change the highlight"
            onClick={() => {
              open();
              openHighlight.set({ id, takesFocus: true });
            }}
          />
        )}
        <IconButton
          icon={Trash2}
          label="Remove the highlight"
          onClick={() => void removeHighlight(highlight)}
        />
      </span>
    </li>
  );
}
