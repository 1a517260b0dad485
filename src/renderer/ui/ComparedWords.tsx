import type { ComparedPart } from '#domain/compare/words.ts';
import { classNames } from './classNames.ts';
import styles from './ComparedWords.module.css';

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
    const unit = part.unit === true && styles.unit;
    if (part.change === 'added') {
      return (
        <ins key={key} className={classNames(styles.added, unit)}>
          {part.text}
        </ins>
      );
    }
    if (part.change === 'removed') {
      return (
        <del key={key} className={classNames(styles.removed, unit)}>
          {part.text}
        </del>
      );
    }
    const formatted = part.change === 'formatted';
    return (
      <span
        key={key}
        className={classNames(formatted && styles.formatted, unit)}
        title={formatted ? 'Formatted differently' : undefined}
      >
        {part.text}
      </span>
    );
  });
}
