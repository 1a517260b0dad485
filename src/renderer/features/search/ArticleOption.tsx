import { memo } from 'react';
import { classNames } from '../../ui/classNames.ts';
import { Highlighted } from '../../ui/Highlighted.tsx';
import { ListOption } from '../../ui/ListBox.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { fromMatch, optionId, sourceLine } from './hits.ts';
import type { ResultRowProps } from './PassageGroup.tsx';
import styles from './results.module.css';

/** An article in one option: what it is, how much of it matches, and a line of its best passage. */
export const ArticleOption = memo(function ArticleOption({
  article,
  row,
  total,
  active,
  shown,
  onOpen,
}: ResultRowProps) {
  const [best] = article.passages;
  return (
    <ListOption
      id={optionId({ row, item: 0 })}
      active={active === 0}
      position={row + 1}
      total={total}
      className={classNames(styles.option, styles.article, shown !== null && styles.shown)}
      onOpen={() => onOpen({ row, item: 0 })}
    >
      <div className={styles.title} dir="auto">
        <Highlighted text={article.title} ranges={article.titleMatches} />
      </div>
      {best !== undefined && (
        <p className={classNames(styles.excerpt, styles.line)} dir="auto">
          <Highlighted {...fromMatch(best, 'line')} />
        </p>
      )}
      <div className={styles.source}>
        <span>{sourceLine(article)}</span>
        {article.count > 0 && (
          <span className={styles.count}>
            {article.count === 1 ? '1 passage' : `${formatCount(article.count)} passages`}
          </span>
        )}
      </div>
    </ListOption>
  );
});
