/** What can be done with articles, collections and tags; each tells what it did and how to take it back. */
import type { ArticleEdit } from '#contract/articles.ts';
import type { Changed, Target } from '#contract/organise.ts';
import { client } from '../../api/client.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { listState, NOTHING, selection, showView } from './libraryState.ts';
import { formatCount } from '../../ui/numbers.ts';

/** The undo of the last change made in this window. */
let lastUndo: string | null = null;
/** A change of so many articles takes long enough to say that it is under way. */
const SAY_AFTER = 700;

/** `3 articles` */
export function countArticles(count: number): string {
  return count === 1 ? '1 article' : `${formatCount(count)} articles`;
}

/**
 * Runs a change and tells of it, with a way back. `quiet` changes show for themselves: they tell only when
 * they fail. Returns whether anything changed.
 */
export async function change(
  run: () => Promise<Changed>,
  title: (count: number) => string,
  failed: string,
  quiet = false,
): Promise<boolean> {
  let id: string | undefined;
  const timer = setTimeout(() => {
    id = notify({ title: 'Working…', timeout: 0 });
  }, SAY_AFTER);
  try {
    const { changed, undo } = await run();
    clearTimeout(timer);
    const action = undo === null ? undefined : undoAction(undo);
    if (!quiet || id !== undefined)
      notify({
        id: id ?? 'organised',
        title: undo === null ? 'Nothing was changed' : title(changed),
        action,
      });
    return undo !== null;
  } catch (error) {
    clearTimeout(timer);
    notifyError(error, failed, id);
    return false;
  }
}

/** What a message offers that tells of a change; the change is then the last one of this window. */
export function undoAction(undo: string): { label: string; run: () => void } {
  lastUndo = undo;
  return { label: 'Undo', run: () => void undoChange(undo) };
}

async function undoChange(undo: string): Promise<void> {
  if (lastUndo === undo) lastUndo = null;
  try {
    await client.call('organise.undo', { undo });
  } catch (error) {
    notifyError(error, 'This was not undone');
  }
}

/** Takes the last change back; false where there is none. */
export function undoLast(): boolean {
  if (lastUndo === null) return false;
  void undoChange(lastUndo);
  notify({ id: 'organised', title: 'Undone', timeout: 2000 });
  return true;
}

export function star(target: Target, starred: boolean): Promise<boolean> {
  return change(
    () => client.call('articles.star', { target, starred }),
    (count) => `${countArticles(count)} ${starred ? 'starred' : 'without a star now'}`,
    'The star was not changed',
    isOne(target),
  );
}

export function markRead(target: Target, read: boolean): Promise<boolean> {
  return change(
    () => client.call('articles.markRead', { target, read }),
    (count) => `${countArticles(count)} marked as ${read ? 'read' : 'unread'}`,
    'The articles were not marked',
    isOne(target),
  );
}

export async function trash(target: Target): Promise<void> {
  const done = await change(
    () => client.call('articles.trash', { target }),
    (count) => `${countArticles(count)} moved to the trash`,
    'The articles were not moved to the trash',
  );
  if (done) selection.set(NOTHING);
}

export async function restore(target: Target): Promise<void> {
  const done = await change(
    () => client.call('articles.restore', { target }),
    (count) => `${countArticles(count)} restored`,
    'The articles were not restored',
  );
  if (done) selection.set(NOTHING);
}

export function addTag(target: Target, name: string): Promise<boolean> {
  return change(
    () => client.call('tags.add', { target, names: [name] }),
    (count) => `${countArticles(count)} tagged “${name}”`,
    'The tag was not added',
  );
}

export function takeTag(target: Target, name: string): Promise<boolean> {
  return change(
    () => client.call('tags.take', { target, names: [name] }),
    (count) => `“${name}” taken from ${countArticles(count)}`,
    'The tag was not taken away',
  );
}

export function addToCollection(
  target: Target,
  { id, name }: { id: number; name: string },
): Promise<boolean> {
  return change(
    () => client.call('collections.add', { id, target }),
    (count) => `${countArticles(count)} added to “${name}”`,
    'The articles were not added',
  );
}

export function takeFromCollection(
  target: Target,
  { id, name }: { id: number; name: string },
): Promise<boolean> {
  return change(
    () => client.call('collections.take', { id, target }),
    (count) => `${countArticles(count)} taken out of “${name}”`,
    'The articles were not taken out',
  );
}

export function editMany(target: Target, fields: ArticleEdit): Promise<boolean> {
  return change(
    () => client.call('articles.edit', { target, fields }),
    (count) => `${countArticles(count)} edited`,
    'The articles were not edited',
  );
}

/** Deletes what is in the trash of a target; tells what is kept, and why. */
export async function purge(target: Target): Promise<void> {
  try {
    const { purged, kept, keptArticles } = await client.call('articles.purge', { target });
    selection.set(NOTHING);
    const reasons = keptArticles.slice(0, 5).map(({ title, briefs }) => {
      const where = briefs.length === 0 ? 'its words were quoted' : `cited in ${briefs.join(', ')}`;
      return `${title}: ${where}`;
    });
    if (kept > reasons.length) reasons.push(`and ${formatCount(kept - reasons.length)} more`);
    notify({
      title:
        kept === 0
          ? `${countArticles(purged)} deleted for good`
          : `${countArticles(purged)} deleted, ${formatCount(kept)} kept: briefs need them`,
      description: kept === 0 ? undefined : reasons.join('\n'),
      kind: kept === 0 ? 'plain' : 'warning',
      timeout: kept === 0 ? undefined : 0,
    });
  } catch (error) {
    notifyError(error, 'The articles were not deleted');
  }
}

/** Makes a collection; null where that failed. */
export async function createCollection(name: string, parentId: number | null): Promise<number | null> {
  try {
    return (await client.call('collections.create', { name, parentId })).id;
  } catch (error) {
    notifyError(error, 'The collection was not made');
    return null;
  }
}

export function renameCollection(id: number, name: string): Promise<boolean> {
  return change(
    () => client.call('collections.rename', { id, name }),
    () => `The collection is “${name}” now`,
    'The collection was not renamed',
    true,
  );
}

export function moveCollection(id: number, parentId: number | null): Promise<boolean> {
  return change(
    () => client.call('collections.move', { id, parentId }),
    () => 'Collection moved',
    'The collection was not moved',
  );
}

/** Removes a collection and those inside it; where it is listed, all articles are afterwards. */
export async function removeCollection({ id, name }: { id: number; name: string }): Promise<void> {
  const removed = await change(
    () => client.call('collections.remove', { id }),
    () => `Collection “${name}” removed. Its articles stay in the library.`,
    'The collection was not removed',
  );
  if (removed && listState.get().scope.collectionId !== undefined) showView('all');
}

export function renameTag(id: number, name: string): Promise<boolean> {
  return change(
    () => client.call('tags.rename', { id, name }),
    () => `The tag is “${name}” now`,
    'The tag was not renamed',
    true,
  );
}

export async function mergeTag(
  tag: { id: number; name: string },
  into: { id: number; name: string },
): Promise<void> {
  const merged = await change(
    () => client.call('tags.merge', { id: tag.id, into: into.id }),
    (count) => `“${tag.name}” merged into “${into.name}”: ${countArticles(count)}`,
    'The tags were not merged',
  );
  if (merged && listState.get().scope.tagId === tag.id) showView('all');
}

export async function removeTag({ id, name }: { id: number; name: string }): Promise<void> {
  const removed = await change(
    () => client.call('tags.remove', { id }),
    (count) => `Tag “${name}” taken from ${countArticles(count)} and removed`,
    'The tag was not removed',
  );
  if (removed && listState.get().scope.tagId === id) showView('all');
}

function isOne(target: Target): boolean {
  return 'ids' in target && target.ids.length === 1;
}
