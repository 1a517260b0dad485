import { useState } from 'react';
import type { TableField, TableInspection, TableMapping } from '#contract/importTables.ts';
import { classNames } from '../../../ui/classNames.ts';
import field from '../../../ui/field.module.css';
import { fieldOf } from './draft.ts';
import { FIELD_GROUPS } from './fields.ts';
import { formatCount } from '../../../ui/numbers.ts';
import styles from './mapping.module.css';

interface ColumnTableProps {
  columns: TableInspection['columns'];
  mapping: TableMapping;
  onChange: (column: string, field: TableField | null) => void;
}

/** With more columns than these they can be searched, and no more of them are shown at once. */
const MANY = 25;
const MOST_SHOWN = 200;

/** Each column with what stands in it, and what it holds. */
export function ColumnTable({ columns, mapping, onChange }: ColumnTableProps) {
  const [wanted, setWanted] = useState('');
  const found = columns.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const shown = found.slice(0, MOST_SHOWN);
  return (
    <div>
      {columns.length > MANY && (
        <input
          type="search"
          className={classNames(field.input, styles.filter)}
          aria-label="Find a column"
          placeholder={`Find one of ${formatCount(columns.length)} columns`}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, samples }) => {
            const chosen = fieldOf(mapping, name);
            return (
              <tr key={name} className={chosen === null ? styles.leftOut : undefined}>
                <th scope="row">
                  <div className={styles.columnName}>{name}</div>
                  <div className={styles.samples}>{samples.length === 0 ? 'Empty' : samples.join(' · ')}</div>
                </th>
                <td>
                  <select
                    className={field.input}
                    aria-label={`What “${name}” holds`}
                    value={chosen ?? ''}
                    onChange={(event) =>
                      onChange(name, event.target.value === '' ? null : (event.target.value as TableField))
                    }
                  >
                    <option value="">Leave out</option>
                    {FIELD_GROUPS.map((group) => (
                      <optgroup key={group.label} label={group.label}>
                        {group.fields.map(([value, label]) => (
                          <option key={value} value={value}>
                            {label}
                          </option>
                        ))}
                      </optgroup>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {found.length > shown.length && (
        <p className={styles.hint}>
          {formatCount(found.length - shown.length)} more columns: find them by name above.
        </p>
      )}
      {found.length === 0 && <p className={styles.hint}>No column is called that.</p>}
    </div>
  );
}
