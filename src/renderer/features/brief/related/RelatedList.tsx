import type { PassageHit } from '#contract/search.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { Quote, TextQuote } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { Highlighted } from '../../../ui/Highlighted.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { ListBox, ListOption } from '../../../ui/ListBox.tsx';
import { startPassageDrag } from '../../reader/passageDrag.ts';
import { fromMatch, openHit, sourceLine } from '../../search/hits.ts';
import { citeAtCaret, quoteBehind } from './insertPassage.ts';
import { NEXT_SHORTCUT, usePassageChoice } from './usePassageChoice.ts';
import styles from './related.module.css';

interface RelatedListProps {
  editor: LexicalEditor;
  /** At least one, best first. */
  hits: readonly PassageHit[];
  /** The block of the document that is being written. */
  block: NodeKey;
  /** A newer answer is on its way. */
  waiting: boolean;
}

/** The passages: one of them is chosen, and goes into the text by a key. */
export function RelatedList({ editor, hits, block, waiting }: RelatedListProps) {
  const id = useId();
  const [active, setActive] = useState(0);
  useEffect(() => setActive(0), [hits]);
  const chosen = hits[Math.min(active, hits.length - 1)]!;
  const at = hits.indexOf(chosen);
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(index, hits.length - 1));
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const quote = (hit: PassageHit): Promise<void> => quoteBehind(editor, hit, block);
  const choice = useMemo(
    () => ({ quote: () => quoteBehind(editor, chosen, block), cite: () => citeAtCaret(chosen) }),
    [editor, chosen, block],
  );
  usePassageChoice(choice, (by) => go(at + by));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: hits.length - 1 }[event.key];
    if (next !== undefined) go(next);
    else if (event.key === 'Enter') openHit(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <ListBox
        label="Related passages"
        activeId={`${id}-${at}`}
        className={styles.list}
        aria-busy={waiting}
        aria-keyshortcuts="Alt+Q Alt+C"
        data-panel-focus
        onKeyDown={onKeyDown}
      >
        {hits.map((hit, index) => (
          <ListOption
            key={`${hit.articleId}-${hit.start}`}
            id={`${id}-${index}`}
            active={index === at}
            position={index + 1}
            total={hits.length}
            className={styles.option}
            draggable
            onDragStart={({ dataTransfer }) => startPassageDrag(dataTransfer, hit, hit.excerpt)}
            onOpen={() => {
              setActive(index);
              openHit(hit);
            }}
          >
            <div className={styles.title} dir="auto">
              {hit.title}
            </div>
            <div className={styles.source}>{sourceLine(hit)}</div>
            <p className={styles.excerpt} dir="auto">
              <Highlighted {...fromMatch(hit, 'lines')} />
            </p>
            <PointerButtons onQuote={() => void quote(hit)} onCite={() => void citeAtCaret(hit)} />
          </ListOption>
        ))}
      </ListBox>
      <p className={styles.keys}>
        <span>
          <Keys shortcut="Alt+Q" /> quotes
        </span>
        <span>
          <Keys shortcut="Alt+C" /> cites
        </span>
        <span>
          <Keys shortcut={NEXT_SHORTCUT} /> next
        </span>
      </p>
    </>
  );
}

/** For the pointer only: the keys do the same. The text keeps the focus. */
function PointerButtons({ onQuote, onCite }: { onQuote: () => void; onCite: () => void }) {
  return (
    <span className={styles.actions} aria-hidden>
      {[
        { title: 'Quote', icon: <TextQuote size={14} />, act: onQuote },
        { title: 'Cite', icon: <Quote size={14} />, act: onCite },
      ].map(({ title, icon, act }) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span
          key={title}
          title={title}
          className={styles.action}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            event.stopPropagation();
            act();
          }}
        >
          {icon}
        </span>
      ))}
    </span>
  );
}
