import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../app/store.ts';
import { workspace } from '../../app/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { ListBox } from '../../ui/ListBox.tsx';
import { ArticleOption } from './ArticleOption.tsx';
import { optionId, RESULTS } from './hits.ts';
import { PassageGroup } from './PassageGroup.tsx';
import type { Grouping } from './searchState.ts';
import type { HitCursor } from './useHitCursor.ts';
import type { Rows } from './useSearch.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './results.module.css';

interface ResultsListProps {
  label: string;
  rows: Rows;
  group: Grouping;
  cursor: HitCursor;
  onOpen: (cursor: { row: number; item: number }) => void;
}

/** Heights of rows before they are measured, in CSS pixels. */
const ESTIMATE: Record<Grouping, number> = { passage: 300, article: 96 };
/** Rows that can lie in one scrolled area: browsers draw no element higher than some 33 million pixels. */
const PART: Record<Grouping, number> = { passage: 80_000, article: 250_000 };
/** Rows prepared at first, and how many times as many as the end comes near: preparing takes time with each. */
const PREPARED = 500;
const GROWTH = 8;
const NEAR_END = 100;

/** Everything that was found; only the rows in view are in the page. Needs a key of its own for each search. */
export function ResultsList({ label, rows, group, cursor, onOpen }: ResultsListProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useStore(workspace, (state) => state.reader);
  const [part, setPart] = useState(0);
  const [prepared, setPrepared] = useState(PREPARED);
  const from = part * PART[group];
  const inPart = Math.min(PART[group], rows.total - from);
  // oxlint-disable-next-line react/incompatible-library -- Nothing memoises what it returns.
  const virtual = useVirtualizer({
    count: Math.min(inPart, prepared),
    getScrollElement: () => box.current,
    estimateSize: () => ESTIMATE[group],
    overscan: 2,
  });
  const items = virtual.getVirtualItems();
  const first = from + (items[0]?.index ?? 0);
  const last = from + (items.at(-1)?.index ?? 0);
  const { show } = rows;
  useEffect(() => show(first, last), [show, first, last]);
  if (last - from > prepared - NEAR_END && prepared < inPart) setPrepared(prepared * GROWTH);

  const goTo = (next: number): void => {
    setPart(next);
    setPrepared(PREPARED);
    cursor.setActive(null);
    virtual.scrollToOffset(0);
  };

  const { active } = cursor;
  const activePart = active === null ? part : Math.floor(active.row / PART[group]);
  if (activePart !== part) setPart(activePart);
  const wanted = active === null ? null : active.row - from;
  if (wanted !== null && wanted >= prepared && wanted < inPart) setPrepared(inPart);
  useEffect(() => {
    if (active === null || wanted === null) return;
    const option = document.getElementById(optionId(active));
    if (option !== null) option.scrollIntoView({ block: 'nearest' });
    else if (wanted >= 0) virtual.scrollToIndex(wanted, { align: 'auto' });
  }, [active, wanted, virtual, prepared]);

  return (
    <>
      <ListBox
        ref={box}
        id={RESULTS}
        label={label}
        className={styles.list}
        activeId={active !== null && active.row >= first && active.row <= last ? optionId(active) : undefined}
        onKeyDown={cursor.onKeyDown}
      >
        <div className={styles.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, key }) => {
            const row = from + index;
            const article = rows.at(row);
            const Row = group === 'article' ? ArticleOption : PassageGroup;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="presentation"
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                {article === undefined ? (
                  <div className={styles.waiting} style={{ height: ESTIMATE[group] }} />
                ) : (
                  <Row
                    article={article}
                    row={row}
                    total={rows.total}
                    active={active?.row === row ? active.item : null}
                    shown={shown?.articleId === article.articleId ? shown : null}
                    onOpen={onOpen}
                  />
                )}
              </div>
            );
          })}
        </div>
      </ListBox>
      {rows.total > PART[group] && (
        <div className={styles.parts}>
          <span>
            Articles {formatCount(from + 1)} to {formatCount(from + inPart)}
          </span>
          <Button kind="quiet" disabled={part === 0} onClick={() => goTo(part - 1)}>
            Before
          </Button>
          <Button kind="quiet" disabled={from + inPart >= rows.total} onClick={() => goTo(part + 1)}>
            After
          </Button>
        </div>
      )}
    </>
  );
}
