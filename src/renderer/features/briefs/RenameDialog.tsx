import { type SubmitEvent, useId } from 'react';
import { useOperation } from '../../api/useOperation.ts';
import { Button } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import { Modal } from '../../ui/Modal.tsx';
import { renameBrief } from './briefActions.ts';
import styles from './briefs.module.css';

/** Asks for a new title of a brief. */
export function RenameDialog({ briefId, onClose }: { briefId: number; onClose: () => void }) {
  const { data: briefs } = useOperation('briefs.list', {});
  const brief = briefs?.find(({ id }) => id === briefId);
  const form = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const title = new FormData(event.currentTarget).get('title');
    if (typeof title === 'string') void renameBrief(briefId, title.trim());
    onClose();
  };
  // The dialog opens with its field, which then takes the focus.
  if (brief === undefined) return null;
  return (
    <Modal
      title="Rename brief"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            Rename
          </Button>
        </>
      }
    >
      <form id={form} className={styles.rename} onSubmit={submit}>
        <label className={field.field}>
          <span className={field.label}>Title</span>
          <input
            className={field.input}
            name="title"
            defaultValue={brief.title}
            maxLength={500}
            autoComplete="off"
            onFocus={(event) => event.target.select()}
          />
        </label>
      </form>
    </Modal>
  );
}
