import { useOperation } from '../../api/useOperation.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Picker, type PickerItem } from '../../ui/Picker.tsx';
import { collectionPaths, subtreeOf } from './collectionTree.ts';
import { EditManyDialog } from './EditManyDialog.tsx';
import { type LibraryTask, libraryTask } from './libraryTask.ts';
import {
  addTag,
  addToCollection,
  countArticles,
  createCollection,
  mergeTag,
  moveCollection,
  purge,
  takeTag,
} from './organiseActions.ts';
import { structure } from './structure.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './tasks.module.css';

/** The dialog of the task at hand. */
export function LibraryDialog({ onClose }: { onClose: () => void }) {
  const task = useStore(libraryTask);
  if (task === null) return null;
  if (task.kind === 'editMany')
    return <EditManyDialog target={task.target} count={task.count} onClose={onClose} />;
  if (task.kind === 'purge') return <PurgeDialog task={task} onClose={onClose} />;
  if (task.kind === 'takeTag') return <TakeTagPicker task={task} onClose={onClose} />;
  if (task.kind === 'addTag' || task.kind === 'mergeTag') return <TagPicker task={task} onClose={onClose} />;
  return <CollectionPicker task={task} onClose={onClose} />;
}

interface TaskProps<K extends LibraryTask['kind']> {
  task: Extract<LibraryTask, { kind: K }>;
  onClose: () => void;
}

function TagPicker({
  task,
  onClose,
}: TaskProps<'addTag' | 'takeTag' | 'addToCollection' | 'mergeTag' | 'moveCollection'>) {
  const tags = useStore(structure, (value) => value.tags);
  const items = tags
    .filter(({ id }) => task.kind !== 'mergeTag' || id !== task.id)
    .toSorted((a, b) => b.count - a.count)
    .map(({ id, name, count }) => ({ key: String(id), label: name, side: formatCount(count) }));
  if (task.kind === 'mergeTag')
    return (
      <Picker
        title={`Merge the tag “${task.name}” into`}
        items={items}
        empty="There is no other tag."
        onPick={({ key, label }) => void mergeTag(task, { id: Number(key), name: label })}
        onClose={onClose}
      />
    );
  if (!('target' in task)) return null;
  return (
    <Picker
      title={`Tag for ${countArticles(task.count)}`}
      items={items}
      createLabel={(typed) => `New tag “${typed}”`}
      empty="Type the name of a tag."
      onPick={({ label }) => void addTag(task.target, label)}
      onCreate={(typed) => void addTag(task.target, typed)}
      onClose={onClose}
    />
  );
}

function TakeTagPicker({
  task,
  onClose,
}: {
  task: Extract<LibraryTask, { target: unknown }>;
  onClose: () => void;
}) {
  const { data } = useOperation('tags.of', { target: task.target });
  if (data === null) return null;
  return (
    <Picker
      title={`Tag to take from ${countArticles(task.count)}`}
      items={data.map(({ id, name, count }) => ({
        key: String(id),
        label: name,
        side: formatCount(count),
      }))}
      empty="None of these articles has a tag."
      onPick={({ label }) => void takeTag(task.target, label)}
      onClose={onClose}
    />
  );
}

const TOP = 'top';

function CollectionPicker({ task, onClose }: { task: LibraryTask; onClose: () => void }) {
  const collections = useStore(structure, (value) => value.collections);
  const paths = collectionPaths(collections);
  const own = task.kind === 'moveCollection' ? subtreeOf(collections, task.id) : new Set<number>();
  const items: PickerItem[] = collections
    .filter(({ id }) => !own.has(id))
    .map(({ id, name, count }) => {
      const path = paths.get(id) ?? [];
      return {
        key: String(id),
        label: name,
        path: path.length === 0 ? undefined : path.join(' › '),
        side: formatCount(count),
      };
    })
    .toSorted((a, b) => fullName(a).localeCompare(fullName(b)));
  if (task.kind === 'moveCollection')
    return (
      <Picker
        title={`Move “${task.name}” into`}
        items={[{ key: TOP, label: 'No collection: to the top' }, ...items]}
        empty="There is no such collection."
        onPick={({ key }) => void moveCollection(task.id, key === TOP ? null : Number(key))}
        onClose={onClose}
      />
    );
  if (!('target' in task)) return null;
  const addToNew = async (name: string): Promise<void> => {
    const id = await createCollection(name, null);
    if (id !== null) await addToCollection(task.target, { id, name });
  };
  return (
    <Picker
      title={`Collection for ${countArticles(task.count)}`}
      items={items}
      createLabel={(typed) => `New collection “${typed}”`}
      empty="Type the name of a collection."
      onPick={({ key, label }) => void addToCollection(task.target, { id: Number(key), name: label })}
      onCreate={(typed) => void addToNew(typed)}
      onClose={onClose}
    />
  );
}

function fullName({ path, label }: PickerItem): string {
  return path === undefined ? label : `${path} › ${label}`;
}

function PurgeDialog({
  task,
  onClose,
}: {
  task: Extract<LibraryTask, { target: unknown }>;
  onClose: () => void;
}) {
  return (
    <Modal
      title={
        task.count === 1 ? 'Delete this article for good?' : `Delete ${countArticles(task.count)} for good?`
      }
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="danger"
            onClick={() => {
              onClose();
              void purge(task.target);
            }}
          >
            Delete for good
          </Button>
        </>
      }
    >
      <p className={styles.words}>
        The text, the highlights and the original files go from this library, and this cannot be undone. What
        a brief cites or quotes is kept.
      </p>
    </Modal>
  );
}
