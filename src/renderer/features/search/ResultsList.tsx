import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useStore } from '../../app/store.ts';
import { workspace } from '../../app/workspace.ts';
import { ListBox } from '../../ui/ListBox.tsx';
import { ArticleOption } from './ArticleOption.tsx';
import { optionId, RESULTS } from './hits.ts';
import { PassageGroup } from './PassageGroup.tsx';
import type { Grouping } from './searchState.ts';
import type { HitCursor } from './useHitCursor.ts';
import type { Rows } from './useSearch.ts';
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

/** Everything that was found; only the rows in view are in the page. */
export function ResultsList({ label, rows, group, cursor, onOpen }: ResultsListProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useStore(workspace, (state) => state.reader);
  // oxlint-disable-next-line react/incompatible-library -- Nothing memoises what it returns.
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => box.current,
    estimateSize: () => ESTIMATE[group],
    overscan: 2,
    // Heights are kept by key.
    getItemKey: (row) => `${group} ${rows.at(row)?.articleId ?? `at ${row}`}`,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show, generation } = rows;
  useEffect(() => show(first, last), [show, first, last]);

  useEffect(() => {
    box.current?.scrollTo(0, 0);
  }, [generation, group]);

  const { active } = cursor;
  useEffect(() => {
    if (active === null) return;
    const option = document.getElementById(optionId(active));
    if (option === null) virtual.scrollToIndex(active.row, { align: 'auto' });
    else option.scrollIntoView({ block: 'nearest' });
  }, [active, virtual]);

  const activeInView = active !== null && active.row >= first && active.row <= last;
  return (
    <ListBox
      ref={box}
      id={RESULTS}
      label={label}
      className={styles.list}
      activeId={activeInView ? optionId(active) : undefined}
      onKeyDown={cursor.onKeyDown}
    >
      <div className={styles.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const article = rows.at(index);
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
                  row={index}
                  total={rows.total}
                  active={active?.row === index ? active.item : null}
                  shown={shown?.articleId === article.articleId ? shown : null}
                  onOpen={onOpen}
                />
              )}
            </div>
          );
        })}
      </div>
    </ListBox>
  );
}
