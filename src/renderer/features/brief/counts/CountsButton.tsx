import { readingMinutes, type TextCounts } from '#domain/counts.ts';
import { Popover } from '@base-ui/react/popover';
import { useEffect } from 'react';
import { createStore, useStore } from '../../../app/store.ts';
import { classNames } from '../../../ui/classNames.ts';
import menu from '../../../ui/menu.module.css';
import { formatCount } from '../../../ui/numbers.ts';
import type { BriefSession } from '../session.ts';
import { knownPages, noteWords, pagesOf } from './pages.ts';
import { setPagesInPauses } from './setPages.ts';
import { type Counts, useCounts } from './useCounts.ts';
import styles from './counts.module.css';

export const countsOpen = createStore(false);

/** How many words there are, and on demand all other measures of the text and of what is selected. */
export function CountsButton({ session }: { session: BriefSession }) {
  const { brief, editor } = session;
  const counts = useCounts(editor);
  const open = useStore(countsOpen);
  const words = counts?.all.words;
  const selection = counts?.selection ?? null;
  useEffect(() => {
    if (words !== undefined) noteWords(brief.id, words);
  }, [brief.id, words]);
  useEffect(() => setPagesInPauses(session), [session]);
  useEffect(() => () => countsOpen.set(false), []);
  return (
    <Popover.Root open={open} onOpenChange={(next) => countsOpen.set(next)}>
      <Popover.Trigger
        className={styles.trigger}
        data-testid="word-count"
        title="Words, characters and pages"
      >
        {words === undefined ? '…' : formatCount(words)} {words === 1 ? 'word' : 'words'}
        {selection !== null && (
          <span className={styles.quiet}> · {formatCount(selection.words)} selected</span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={menu.place} side="top" align="start" sideOffset={6}>
          <Popover.Popup
            className={classNames(menu.popup, styles.popup)}
            aria-label="Length of the brief"
            finalFocus={() => editor.getRootElement()}
          >
            {counts !== null && <CountsTable briefId={brief.id} counts={counts} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const MEASURES: [title: string, of: (counts: TextCounts) => number][] = [
  ['Characters', ({ characters }) => characters],
  ['Without spaces', ({ charactersWithoutSpaces }) => charactersWithoutSpaces],
];

function CountsTable({ briefId, counts }: { briefId: number; counts: Counts }) {
  const { all, notes, selection } = counts;
  const known = useStore(knownPages, (pages) => pages.get(briefId));
  const { pages, estimated } = pagesOf(known, all.words);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Measure</span>
          </th>
          <th scope="col">Brief</th>
          {selection !== null && <th scope="col">Selected</th>}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Words</th>
          <td>{formatCount(all.words)}</td>
          {selection !== null && <td>{formatCount(selection.words)}</td>}
        </tr>
        {notes.words > 0 && (
          <tr className={styles.part}>
            <th scope="row">of them in footnotes</th>
            <td>{formatCount(notes.words)}</td>
          </tr>
        )}
        {MEASURES.map(([title, of]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>{formatCount(of(all))}</td>
            {selection !== null && <td>{formatCount(of(selection))}</td>}
          </tr>
        ))}
        <tr>
          <th scope="row">Reading time</th>
          <td>{minutes(all.words)}</td>
          {selection !== null && <td>{minutes(selection.words)}</td>}
        </tr>
        <tr>
          <th scope="row">Pages</th>
          <td>{estimated ? `about ${formatCount(pages)}` : formatCount(pages)}</td>
        </tr>
      </tbody>
      <caption className={styles.note}>
        {estimated
          ? 'Pages are estimated until you pause: then they are set and counted.'
          : 'Pages as they were set last.'}
      </caption>
    </table>
  );
}

function minutes(words: number): string {
  return `${formatCount(readingMinutes(words))} min`;
}
