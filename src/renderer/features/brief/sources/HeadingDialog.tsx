import type { LexicalEditor } from 'lexical';
import { type SubmitEvent, useId } from 'react';
import { Button } from '../../../ui/Button.tsx';
import field from '../../../ui/field.module.css';
import { Modal } from '../../../ui/Modal.tsx';
import { changeBibliography } from './bibliographyEdits.ts';
import styles from './sources.module.css';

interface HeadingDialogProps {
  editor: LexicalEditor;
  heading: string;
  onClose: () => void;
}

/** Asks for the heading of the list of sources. */
export function HeadingDialog({ editor, heading, onClose }: HeadingDialogProps) {
  const form = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('heading');
    if (typeof typed === 'string') changeBibliography(editor, () => ({ heading: typed.trim() }));
    onClose();
  };
  return (
    <Modal
      title="Heading of the sources"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            Change
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <label className={field.field}>
          <span className={field.label}>Heading</span>
          <input
            className={field.input}
            name="heading"
            defaultValue={heading}
            placeholder="As is usual in the language of the brief"
            maxLength={200}
            autoComplete="off"
            onFocus={(event) => event.target.select()}
          />
        </label>
      </form>
    </Modal>
  );
}
