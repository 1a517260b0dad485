import type { Article } from '#domain/article.ts';
import { formatAgo } from '../../ui/dates.ts';
import { useNow } from '../../ui/useNow.ts';
import styles from './article.module.css';

/** What is known of the file that the article came from. */
export function FileFacts({ article }: { article: Article }) {
  const now = useNow();
  return (
    <dl className={styles.file}>
      {article.csl.issued === undefined && article.issuedNotBefore !== null && (
        <Fact term="Date" text={`not before ${article.issuedNotBefore}`} />
      )}
      {article.excerpt && <Fact term="Extent" text="an excerpt: the file holds only a part of the article" />}
      <Fact term="File" text={article.originalName} />
      <Fact term="SHA-256" text={`${article.originalSha256.slice(0, 16)}…`} title={article.originalSha256} />
      <Fact term="Added" text={formatAgo(article.addedAt, now)} title={article.addedAt} />
    </dl>
  );
}

function Fact({ term, text, title }: { term: string; text: string; title?: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd title={title}>{text}</dd>
    </div>
  );
}
