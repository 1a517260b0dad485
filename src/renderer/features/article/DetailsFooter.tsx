import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './article.module.css';

interface DetailsFooterProps {
  onDiscard: () => void;
  onStay: () => void;
  onSave: () => void;
}

/** Asks before changes are lost. */
export function DetailsFooter({ onDiscard, onStay, onSave }: DetailsFooterProps) {
  const question = useRef<HTMLFieldSetElement>(null);
  useEffect(() => question.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset ref={question} className={styles.question}>
      <legend role="alert">What you changed is not saved.</legend>
      <Button onClick={onStay}>Keep editing</Button>
      <Button kind="danger" onClick={onDiscard}>
        Discard
      </Button>
      <Button kind="primary" onClick={onSave}>
        Save
      </Button>
    </fieldset>
  );
}
