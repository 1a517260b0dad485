import { CircleDashed } from 'lucide-react';
import { type ArticleSummary, publicationName } from '#domain/article.ts';
import { cslDateToIso } from '#domain/csl.ts';
import { classNames } from '../../ui/classNames.ts';
import { formatIsoDate } from '../../ui/dates.ts';
import { ListOption } from '../../ui/ListBox.tsx';
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
    <ListOption
      id={id}
      active={active}
      position={position}
      total={total}
      className={classNames(styles.row, shown && styles.shown)}
      style={{ top }}
      onOpen={onOpen}
    >
      {article === undefined ? <span className={styles.rowMeta}>…</span> : <Summary article={article} />}
    </ListOption>
  );
}

function Summary({ article }: { article: ArticleSummary }) {
  const { csl } = article;
  const publication = publicationName(article);
  const issued = csl.issued === undefined ? null : formatIsoDate(cslDateToIso(csl.issued));
  return (
    <>
      <div className={styles.rowTitle} dir="auto">
        {article.title}
      </div>
      <div className={styles.rowMeta}>
        <span className={styles.place}>
          {(publication !== null || issued === null) && <span>{publication ?? 'Publication unknown'}</span>}
          {issued !== null && <span>{publication === null ? issued : ` · ${issued}`}</span>}
        </span>
        {article.unconfirmed.length > 0 && (
          <span className={styles.unconfirmed} title="Some fields are not confirmed">
            <CircleDashed size={11} aria-hidden />
            <span className="visually-hidden">has unconfirmed fields</span>
          </span>
        )}
        {csl.language !== undefined && <span className={styles.language}>{csl.language.split('-')[0]}</span>}
      </div>
    </>
  );
}
