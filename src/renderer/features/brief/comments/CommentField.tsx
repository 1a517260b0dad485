import { type FormEvent, type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { Button } from '../../../ui/Button.tsx';
import field from '../../../ui/field.module.css';
import { classNames } from '../../../ui/classNames.ts';
import styles from './comments.module.css';

interface CommentFieldProps {
  label: string;
  /** What the button does. */
  action: string;
  value: string;
  onChange: (value: string) => void;
  /** Gets the words without white space around them; never empty. */
  onSend: (text: string) => void;
  onCancel: () => void;
  /** Its buttons are hidden while nothing is written in it. */
  small?: boolean;
  placeholder?: string;
  area?: Ref<HTMLTextAreaElement>;
  /** What is asked for besides, in a field that Enter sends as well; sending waits for it. */
  children?: ReactNode;
  ready?: boolean;
}

/** Where a comment is written: Enter sends it, Shift+Enter begins a line. */
export function CommentField(props: CommentFieldProps) {
  const { label, action, value, onChange, onSend, onCancel, small, placeholder, area, children } = props;
  const { ready = true } = props;
  const id = useId();
  const text = value.trim();
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (text === '') return;
    if (ready) onSend(text);
    else event.currentTarget.querySelector('input')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    } else if (event.key === 'Escape' && text === '') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form className={styles.write} onSubmit={send}>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        className={classNames(field.input, styles.area)}
        rows={small === true ? 1 : 2}
        maxLength={20_000}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {children}
      {(small !== true || text !== '') && (
        <div className={styles.buttons}>
          <Button onClick={onCancel}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={text === '' || !ready}>
            {action}
          </Button>
        </div>
      )}
    </form>
  );
}
