import { CircleDashed } from 'lucide-react';
import { type ArticleSummary, publicationName } from '#domain/article.ts';
import { cslDateToIso } from '#domain/csl.ts';
import { classNames } from '../../ui/classNames.ts';
import { formatIsoDate } from '../../ui/dates.ts';
import styles from './library.module.css';

interface ArticleRowProps {
  id: string;
  /** Undefined while it is being fetched. */
  article: ArticleSummary | undefined;
  top: number;
  position: number;
  total: number;
  active: boolean;
  shown: boolean;
  onOpen: () => void;
}

export function ArticleRow({ id, article, top, position, total, active, shown, onOpen }: ArticleRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-setsize={total}
      aria-posinset={position}
      className={classNames(styles.row, shown && styles.shown)}
      style={{ top }}
      onClick={onOpen}
    >
      {article === undefined ? <span className={styles.rowMeta}>…</span> : <Summary article={article} />}
    </div>
  );
}

function Summary({ article }: { article: ArticleSummary }) {
  const { csl } = article;
  const meta = [
    publicationName(article),
    csl.issued === undefined ? null : formatIsoDate(cslDateToIso(csl.issued)),
  ];
  return (
    <>
      <div className={styles.rowTitle} dir="auto">
        {article.title}
      </div>
      <div className={styles.rowMeta}>
        <span>{meta.filter((part) => part !== null).join(' · ') || 'Publication unknown'}</span>
        {article.unconfirmed.length > 0 && (
          <CircleDashed
            size={11}
            className={styles.unconfirmed}
            role="img"
            aria-label="has unconfirmed fields"
          />
        )}
        {csl.language !== undefined && <span className={styles.language}>{csl.language.split('-')[0]}</span>}
      </div>
    </>
  );
}
