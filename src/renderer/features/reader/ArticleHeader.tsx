import type { ReactNode } from 'react';
import { CircleDashed, ExternalLink } from 'lucide-react';
import { type ArticleSummary, publicationName } from '#domain/article.ts';
import { nameInReadingOrder } from '#domain/csl.ts';
import { showDialog } from '../../app/workspace.ts';
import { formatCslDate, formatIsoDate } from '../../ui/dates.ts';
import { GradeControl } from '../article/GradeControl.tsx';
import { setGrade } from '../article/setGrade.ts';
import { ArticleMarks } from './ArticleMarks.tsx';
import { GRADE_CONTROL } from './readerState.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './reader.module.css';

interface ArticleHeaderProps {
  article: ArticleSummary;
  onLink: (url: string) => void;
  /** Which version of the text is shown. */
  children: ReactNode;
}

/** What the article is: title, authors, publication, date, and what is unsure about it. */
export function ArticleHeader({ article, onLink, children }: ArticleHeaderProps) {
  const { csl, unconfirmed, issuedNotBefore, excerpt, words } = article;
  const authors = (csl.author ?? []).map((name) => nameInReadingOrder(name)).join(', ');
  const date =
    csl.issued !== undefined
      ? formatCslDate(csl.issued)
      : issuedNotBefore !== null
        ? `no date, not before ${formatIsoDate(issuedNotBefore)}`
        : 'no date';
  const publication = publicationName(article);
  return (
    <header className={styles.header}>
      <h2 lang={csl.language} dir="auto">
        {article.title}
      </h2>
      {authors !== '' && <p className={styles.authors}>{authors}</p>}
      <p className={styles.source}>
        {publication !== null && <span lang={csl.language}>{publication}</span>}
        {publication === null ? date : ` · ${date}`}
      </p>
      {csl.abstract !== undefined && (
        <p className={styles.abstract} lang={csl.language} dir="auto">
          {csl.abstract}
        </p>
      )}
      <div className={styles.facts}>
        <GradeControl
          id={GRADE_CONTROL}
          grade={article.grade}
          onChange={(grade) => void setGrade(article.id, grade)}
        />
        <ArticleMarks article={article} />
        <span>{words === 0 ? 'No text' : `${formatCount(words)} words`}</span>
        {excerpt && <span className={styles.tag}>Excerpt only</span>}
        {csl.URL !== undefined && (
          <a
            href={csl.URL}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault();
              onLink(csl.URL!);
            }}
          >
            <ExternalLink size={12} aria-hidden /> Source page
          </a>
        )}
        {unconfirmed.length > 0 && (
          <button type="button" className={styles.unconfirmed} onClick={() => showDialog('details')}>
            <CircleDashed size={12} aria-hidden />
            {unconfirmed.length === 1 ? '1 unconfirmed field' : `${unconfirmed.length} unconfirmed fields`}
          </button>
        )}
      </div>
      {children}
    </header>
  );
}
