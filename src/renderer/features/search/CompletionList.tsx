import { queryField, QUERY_FIELDS } from '#domain/query/fields.ts';
import type { Completion } from '#contract/search.ts';
import { formatCount } from '../../ui/numbers.ts';
import type { Completions } from './useCompletions.ts';
import styles from './field.module.css';

export const COMPLETIONS = 'search-completions';

export function completionId(index: number): string {
  return `${COMPLETIONS}-${index}`;
}

/** What could be typed, below the search box. The box keeps the focus. */
export function CompletionList({ completions }: { completions: Completions }) {
  const { items, active, take } = completions;
  return (
    // A list box whose options the search box points at; a <select> or <datalist> cannot be one.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus
    <div id={COMPLETIONS} role="listbox" aria-label="Completions" className={styles.completions}>
      {items.map((item, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={`${item.kind} ${item.insert}`}
          id={completionId(index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={index === active}
          className={styles.completion}
          // The box keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(item)}
        >
          <span className={item.kind === 'field' ? styles.name : undefined} dir="auto">
            {item.label}
          </span>
          <span className={styles.hint}>{hintOf(item)}</span>
        </div>
      ))}
    </div>
  );
}

function hintOf({ kind, label, count }: Completion): string {
  const field = kind === 'field' ? queryField(label.replace(':', '')) : null;
  if (field !== null) return QUERY_FIELDS[field];
  return count === null ? '' : formatCount(count);
}
