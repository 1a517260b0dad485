import { CircleDashed, Star } from 'lucide-react';
import type { DragEvent, MouseEvent } from 'react';
import type { ArticleSort } from '#contract/articles.ts';
import { type ArticleSummary, publicationName } from '#domain/article.ts';
import { authorLine } from '#domain/csl.ts';
import { gradeCode, gradeInWords } from '#domain/grade.ts';
import { classNames } from '../../ui/classNames.ts';
import { formatCslDate } from '../../ui/dates.ts';
import { keepListed } from './libraryState.ts';
import { star } from './organiseActions.ts';
import styles from './articles.module.css';

interface ArticleRowProps {
  id: string;
  /** Undefined while it is being fetched. */
  article: ArticleSummary | undefined;
  sort: ArticleSort;
  top: number;
  position: number;
  total: number;
  /** The keys act on it. */
  active: boolean;
  selected: boolean;
  /** It is in the reader. */
  shown: boolean;
  onClick: (event: MouseEvent) => void;
  onDragStart: (event: DragEvent) => void;
}

export function ArticleRow({
  id,
  article,
  sort,
  top,
  position,
  total,
  active,
  selected,
  shown,
  onClick,
  onDragStart,
}: ArticleRowProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- The list box has the keys.
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      className={classNames(
        styles.row,
        active && styles.active,
        shown && styles.shown,
        article?.read === false && styles.unread,
        article?.trashed === true && styles.trashed,
      )}
      style={{ top }}
      draggable={article !== undefined}
      onClick={onClick}
      onDragStart={onDragStart}
    >
      {article === undefined ? (
        <span className={styles.rowMeta}>…</span>
      ) : (
        <Summary article={article} sort={sort} />
      )}
    </div>
  );
}

function Summary({ article, sort }: { article: ArticleSummary; sort: ArticleSort }) {
  const { csl, tags } = article;
  const place = sort === 'author' ? authorLine(csl) : publicationName(article);
  const unknown = sort === 'author' ? 'Author unknown' : 'Publication unknown';
  const issued = csl.issued === undefined ? null : formatCslDate(csl.issued);
  const grade = gradeCode(article.grade);
  return (
    <>
      <div className={styles.rowTop}>
        <div className={styles.rowTitle} dir="auto">
          {!article.read && <span className="visually-hidden">Unread: </span>}
          <span lang={csl.language}>{article.title}</span>
        </div>
        <StarMark article={article} />
      </div>
      <div className={styles.rowMeta}>
        <span className={styles.place}>
          {place !== null && <span lang={csl.language}>{place}</span>}
          {place === null && issued === null && <span>{unknown}</span>}
          {issued !== null && <span>{place === null ? issued : ` · ${issued}`}</span>}
        </span>
        {tags.length > 0 && (
          <span className={styles.tags} title={tags.join(', ')}>
            <span className="visually-hidden">Tags: </span>
            {tags.join(', ')}
          </span>
        )}
        {article.unconfirmed.length > 0 && (
          <span className={styles.unconfirmed} title="Some fields are not confirmed">
            <CircleDashed size={11} aria-hidden />
            <span className="visually-hidden">has unconfirmed fields</span>
          </span>
        )}
        {grade !== null && (
          <span className={styles.badge} title={gradeInWords(article.grade) ?? undefined}>
            <span className="visually-hidden">Grade </span>
            {grade}
          </span>
        )}
        {csl.language !== undefined && (
          <span className={classNames(styles.badge, styles.language)}>{csl.language.split('-')[0]}</span>
        )}
      </div>
    </>
  );
}

/** For the pointer only: an option has no controls in it. The key is that of the command. */
function StarMark({ article }: { article: ArticleSummary }) {
  const toggle = (event: MouseEvent): void => {
    event.stopPropagation();
    keepListed([article.id]);
    void star({ ids: [article.id] }, !article.starred);
  };
  return (
    <span className={classNames(styles.star, article.starred && styles.starred)}>
      {article.starred && <span className="visually-hidden">starred</span>}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        aria-hidden
        data-testid="star"
        title={article.starred ? 'Remove the star' : 'Star'}
        onClick={toggle}
      >
        <Star size={14} fill={article.starred ? 'currentColor' : 'none'} />
      </span>
    </span>
  );
}
