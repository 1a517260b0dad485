import type { ReactNode } from 'react';
import { Check, CircleDashed } from 'lucide-react';
import { classNames } from '../../ui/classNames.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './article.module.css';

interface FieldRowProps {
  label: string;
  /** Id of the control; absent for a group of controls. */
  id?: string | undefined;
  /** `unconfirmed`: the value was inferred and is not accepted yet; `missing`: citations usually have it. */
  state?: 'unconfirmed' | 'missing' | undefined;
  onAccept?: () => void;
  /** The form was opened for this field: it gets the focus. */
  wanted?: boolean | undefined;
  children: ReactNode;
}

/** A field with its name, and with a mark and a button while it is unconfirmed. */
export function FieldRow({ label, id, state, onAccept, wanted, children }: FieldRowProps) {
  return (
    <div
      className={classNames(styles.row, state === 'unconfirmed' && styles.open)}
      data-wanted={wanted === true ? '' : undefined}
    >
      {id === undefined ? (
        <span className={styles.rowLabel}>{label}</span>
      ) : (
        <label className={styles.rowLabel} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.control}>{children}</div>
      <div className={styles.state}>
        {state === 'missing' && <span className={styles.missing}>usually given</span>}
        {state === 'unconfirmed' && (
          <>
            <span className={styles.unconfirmed}>
              <CircleDashed size={12} aria-hidden /> Unconfirmed
            </span>
            <Button kind="quiet" icon={Check} aria-label={`Accept ${label}`} onClick={onAccept}>
              Accept
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
