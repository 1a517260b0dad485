import type { ComparedPart } from './compare.ts';
import styles from './comparedWords.module.css';

/** The words of a compared block, what was added or removed marked; of one side alone `without` the other's. */
export function ComparedWords({
  parts,
  without,
}: {
  parts: readonly ComparedPart[];
  without?: 'added' | 'removed';
}) {
  return parts.map((part, index) => {
    // Parts have no identity but their place.
    const key = index;
    if (part.change !== null && part.change === without) return null;
    if (part.change === 'added') {
      return (
        <ins key={key} className={styles.added}>
          {part.text}
        </ins>
      );
    }
    if (part.change === 'removed') {
      return (
        <del key={key} className={styles.removed}>
          {part.text}
        </del>
      );
    }
    return <span key={key}>{part.text}</span>;
  });
}
