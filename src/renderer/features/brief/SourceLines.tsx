import type { SuggestedSource } from '#contract/search.ts';
import { Highlighted } from '../../ui/Highlighted.tsx';
import { fromMatch } from '../search/hits.ts';
import styles from './citeMenu.module.css';

/** A source in a list of those that could be cited: who, when, what, and the words that were found in it. */
export function SourceLines({ source }: { source: SuggestedSource }) {
  const { title, author, year, publication, citationKey, cited, passage } = source;
  const facts = [author, year, publication === author ? null : publication].filter((fact) => fact !== null);
  return (
    <span className={styles.source}>
      <span className={styles.title} dir="auto">
        {title}
      </span>
      <span className={styles.facts}>
        <span dir="auto">{facts.join(' · ')}</span>
        {citationKey !== null && <span className={styles.key}>@{citationKey}</span>}
        {cited && <span className={styles.own}>in this brief</span>}
      </span>
      {passage !== null && (
        <span className={styles.passage} dir="auto">
          <Highlighted {...fromMatch(passage, 'line')} />
        </span>
      )}
    </span>
  );
}

/** `Kim and Lee, 2019`: what a source is called where there is little room. */
export function shortName({
  author,
  year,
  title,
}: Pick<SuggestedSource, 'author' | 'year' | 'title'>): string {
  return [author ?? title, year].filter((part) => part !== null).join(', ');
}
