import type { TablePreview } from '#contract/importTables.ts';
import { publicationName } from '#domain/article.ts';
import { authorLine } from '#domain/csl.ts';
import { formatCslDate } from '../../../ui/dates.ts';
import styles from './mapping.module.css';

/** The first articles as they would be. */
export function Preview({ previews }: { previews: readonly TablePreview[] }) {
  return (
    <ol className={styles.previews}>
      {previews.map(({ row, csl, text, tags, message }) => (
        <li key={row}>
          <div className={styles.row}>Row {row}</div>
          {csl !== null && (
            <>
              <h4 dir="auto">{csl.title}</h4>
              <div className={styles.byline}>{byline(csl).join(' · ')}</div>
              {text === '' ? (
                <p className={styles.hint}>A source without text.</p>
              ) : (
                <p dir="auto" className={styles.text}>
                  {text}
                </p>
              )}
              {csl.URL !== undefined && <div className={styles.address}>{csl.URL}</div>}
              {tags.length > 0 && <div className={styles.hint}>Tags: {tags.join(', ')}</div>}
            </>
          )}
          {message !== null && <p className={csl === null ? styles.refused : styles.hint}>{message}</p>}
        </li>
      ))}
    </ol>
  );
}

function byline(csl: NonNullable<TablePreview['csl']>): string[] {
  const parts = [
    authorLine(csl),
    csl.issued === undefined ? null : formatCslDate(csl.issued),
    publicationName({ csl }),
    csl.language ?? null,
  ];
  return parts.filter((part) => part !== null);
}
