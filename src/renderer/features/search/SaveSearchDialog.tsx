import { type SubmitEvent, useId, useState } from 'react';
import { client } from '../../api/client.ts';
import { useOperation } from '../../api/useOperation.ts';
import { Button } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import { Modal } from '../../ui/Modal.tsx';
import { notify, notifyError } from '../../ui/toasts.ts';
import { describeWish } from './describe.ts';
import { searchWish, toSaved } from './searchState.ts';
import styles from './saved.module.css';

/** Keeps the current search under a name. */
export function SaveSearchDialog({ onClose }: { onClose: () => void }) {
  const { data: saved } = useOperation('searches.list', {});
  const wish = toSaved(searchWish.get());
  const [name, setName] = useState(wish.query.trim().slice(0, 200));
  const form = useId();
  const replaced = saved?.find((search) => search.name.toLowerCase() === name.trim().toLowerCase());
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onClose();
    client.call('searches.save', { name, wish }).then(
      (search) => notify({ title: `“${search.name}” is saved` }),
      (error: unknown) => notifyError(error, 'The search was not saved'),
    );
  };
  return (
    <Modal
      title="Save this search"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} disabled={name.trim() === ''}>
            {replaced === undefined ? 'Save' : 'Replace'}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <label className={field.field}>
          <span className={field.label}>Name</span>
          <input
            className={field.input}
            value={name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        </label>
        <p className={styles.about}>{describeWish(wish)}</p>
        {replaced !== undefined && (
          <output className={styles.about}>
            It takes the place of the saved search of that name: {describeWish(replaced.wish)}
          </output>
        )}
      </form>
    </Modal>
  );
}
