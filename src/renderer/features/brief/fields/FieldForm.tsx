import { useId } from 'react';
import inputs from '../../../ui/field.module.css';
import styles from './field.module.css';
import { FIELD_ACTIONS, today } from './fieldEdits.ts';

interface FieldFormProps {
  field: string;
  /** The ISO date of a fixed one; empty for what follows the brief. */
  value: string;
  onChange: (field: string, value: string) => void;
}

const FIXED = 'fixed';

/** Chooses what a field shows: a date that stays, or what the brief says. */
export function FieldForm({ field, value, onChange }: FieldFormProps) {
  const id = useId();
  const isFixed = field === 'date' && value !== '';
  return (
    <div className={styles.form}>
      <label className={inputs.label} htmlFor={`${id}-shows`}>
        Shows
      </label>
      <select
        id={`${id}-shows`}
        className={inputs.input}
        value={isFixed ? FIXED : field}
        onChange={({ target }) =>
          target.value === FIXED ? onChange('date', today()) : onChange(target.value, '')
        }
      >
        <option value={FIXED}>A date that stays as it is</option>
        {FIELD_ACTIONS.map((action) => (
          <option key={action.field} value={action.field}>
            {action.title}
          </option>
        ))}
      </select>
      {isFixed ? (
        <>
          <label className={inputs.label} htmlFor={`${id}-date`}>
            Date
          </label>
          <input
            id={`${id}-date`}
            className={inputs.input}
            type="date"
            max="9999-12-31"
            value={value}
            onChange={({ target }) => {
              if (/^\d{4}-\d{2}-\d{2}$/u.test(target.value)) onChange('date', target.value);
            }}
          />
        </>
      ) : (
        <p className={styles.hint}>It changes with the brief, above the text.</p>
      )}
    </div>
  );
}
