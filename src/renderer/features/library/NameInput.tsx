import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './tree.module.css';

interface NameInputProps {
  label: string;
  value: string;
  /** Told once: the name, or null where it was given up or is empty. */
  onDone: (name: string | null) => void;
}

/** Takes a name in its place: Enter or leaving keeps it, Escape does not. */
export function NameInput({ label, value, onDone }: NameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    // A menu that was just closed gives the focus back first.
    const timer = setTimeout(() => {
      input.current?.focus();
      input.current?.select();
    });
    return () => clearTimeout(timer);
  }, []);

  const finish = (name: string | null): void => {
    if (done.current) return;
    done.current = true;
    onDone(name === null || name.trim() === '' ? null : name.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // The tree must not take them.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(event.currentTarget.value);
    else if (event.key === 'Escape') finish(null);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={label}
      defaultValue={value}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}
