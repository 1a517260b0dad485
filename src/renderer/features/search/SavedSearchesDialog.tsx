import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedSearch } from '#contract/searches.ts';
import { client } from '../../api/client.ts';
import { useOperation } from '../../api/useOperation.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import field from '../../ui/field.module.css';
import { Modal } from '../../ui/Modal.tsx';
import { notify, notifyError } from '../../ui/toasts.ts';
import { describeWish } from './describe.ts';
import styles from './saved.module.css';

/** Renames and removes saved searches. */
export function SavedSearchesDialog({ onClose }: { onClose: () => void }) {
  const { data: saved } = useOperation('searches.list', {}, ['searches.changed']);
  return (
    <Modal title="Saved searches" size="small" onClose={onClose}>
      {saved?.length === 0 ? (
        <Empty title="No saved searches">
          <p>Search for something, then choose “Save this search” beside the search box.</p>
        </Empty>
      ) : (
        <ul className={styles.list}>
          {saved?.map((search) => (
            <Row key={search.id} search={search} />
          ))}
        </ul>
      )}
    </Modal>
  );
}

function Row({ search }: { search: SavedSearch }) {
  const { id, name, wish } = search;
  const [typed, setTyped] = useState(name);
  const rename = (): void => {
    const wanted = typed.trim();
    if (wanted === '' || wanted === name) {
      setTyped(name);
      return;
    }
    client.call('searches.rename', { id, name: wanted }).catch((error: unknown) => {
      setTyped(name);
      notifyError(error, 'The search was not renamed');
    });
  };
  return (
    <li className={styles.row}>
      <div>
        <input
          className={field.input}
          aria-label={`Name of ${name}`}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
          }}
        />
        <p className={styles.about}>{describeWish(wish)}</p>
      </div>
      <IconButton icon={Trash2} label={`Remove ${name}`} onClick={() => void remove(search)} />
    </li>
  );
}

async function remove({ id, name, wish }: SavedSearch): Promise<void> {
  try {
    await client.call('searches.remove', { id });
    notify({
      title: `“${name}” is removed`,
      action: {
        label: 'Undo',
        run: () =>
          void client
            .call('searches.save', { name, wish })
            .catch((error: unknown) => notifyError(error, 'The search was not brought back')),
      },
    });
  } catch (error) {
    notifyError(error, 'The search was not removed');
  }
}
