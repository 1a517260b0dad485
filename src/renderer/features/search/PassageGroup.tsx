import { memo } from 'react';
import type { ArticleHit, PassageHit } from '#contract/search.ts';
import type { ReaderTarget } from '../../app/workspace.ts';
import { classNames } from '../../ui/classNames.ts';
import { Highlighted } from '../../ui/Highlighted.tsx';
import { ListOption } from '../../ui/ListBox.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { startPassageDrag } from '../reader/passageDrag.ts';
import { fromMatch, moreOf, optionId, sourceLine } from './hits.ts';
import styles from './results.module.css';

export interface ResultRowProps {
  article: ArticleHit;
  row: number;
  /** Rows in the whole list. */
  total: number;
  /** The item of this row that Enter opens. */
  active: number | null;
  /** What the reader shows of this article. */
  shown: ReaderTarget | null;
  onOpen: (cursor: { row: number; item: number }) => void;
}

/** An article with its best passages, and a line that unfolds the others. */
export const PassageGroup = memo(function PassageGroup({
  article,
  row,
  active,
  shown,
  onOpen,
}: ResultRowProps) {
  const head = `${optionId({ row, item: 0 })}-article`;
  const more = moreOf(article);
  const set = { total: article.count, row, onOpen };
  return (
    // A group of options, which no element stands for.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="group" aria-labelledby={head} className={styles.group}>
      <div id={head} className={styles.head}>
        <div className={styles.title} dir="auto">
          <Highlighted text={article.title} ranges={article.titleMatches} />
        </div>
        <div className={styles.source}>{sourceLine(article)}</div>
      </div>
      {article.passages.map((hit, item) => (
        <Passage
          key={hit.start}
          {...set}
          hit={hit}
          item={item}
          active={active === item}
          shown={shown?.range?.start === hit.start}
        />
      ))}
      {more > 0 && (
        <ListOption
          id={optionId({ row, item: article.passages.length })}
          active={active === article.passages.length}
          position={article.passages.length + 1}
          total={article.passages.length + 1}
          className={classNames(styles.option, styles.more)}
          onOpen={() => onOpen({ row, item: article.passages.length })}
        >
          {formatCount(more)} more in this article
        </ListOption>
      )}
    </div>
  );
});

interface PassageProps {
  hit: PassageHit;
  row: number;
  item: number;
  total: number;
  active: boolean;
  shown: boolean;
  onOpen: ResultRowProps['onOpen'];
}

function Passage({ hit, row, item, total, active, shown, onOpen }: PassageProps) {
  return (
    <ListOption
      id={optionId({ row, item })}
      active={active}
      position={item + 1}
      total={total}
      className={classNames(styles.option, shown && styles.shown)}
      draggable
      onDragStart={({ dataTransfer }) => startPassageDrag(dataTransfer, hit, hit.excerpt)}
      onOpen={() => onOpen({ row, item })}
    >
      <p className={styles.excerpt} dir="auto">
        <Highlighted {...fromMatch(hit, 'lines')} />
      </p>
    </ListOption>
  );
}
