import { type DragEvent, useEffect, useRef, useState } from 'react';
import { subtreeOf } from './collectionTree.ts';
import { carriesArticles, carriesCollection, droppedCollection } from './dragArticles.ts';
import { selectedTarget } from './libraryState.ts';
import { addTag, addToCollection, markRead, moveCollection, star, trash } from './organiseActions.ts';
import { structure } from './structure.ts';
import type { TreeRow } from './treeRows.ts';
import { setExpanded } from './useTreeKeys.ts';

/** How long a drag rests on a closed collection until it opens, in ms. */
const OPEN_AFTER = 700;

interface DropRow {
  /** Something is above the row that can be dropped there. */
  over: boolean;
  handlers: Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>;
}

/** Takes articles that are dropped on a collection, a tag or a view, and collections that go into another. */
export function useDropRow(row: TreeRow): DropRow {
  const [over, setOver] = useState(false);
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = (): void => {
    clearTimeout(opening.current);
    opening.current = undefined;
    setOver(false);
  };
  useEffect(() => () => clearTimeout(opening.current), []);

  return {
    over,
    handlers: {
      onDragOver(event) {
        if (!takes(row, event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = carriesCollection(event) || row.key === 'trash' ? 'move' : 'copy';
        setOver(true);
        if (row.expanded === false)
          opening.current ??= setTimeout(() => setExpanded(row.key, true), OPEN_AFTER);
      },
      onDragLeave: leave,
      onDrop(event) {
        leave();
        if (!takes(row, event)) return;
        event.preventDefault();
        drop(row, droppedCollection(event));
      },
    },
  };
}

function takes(row: TreeRow, event: DragEvent): boolean {
  if (carriesCollection(event))
    return row.kind === 'collection' || (row.kind === 'section' && row.section === 'collections');
  if (!carriesArticles(event)) return false;
  if (row.kind === 'view') return ['starred', 'unread', 'trash'].includes(row.view);
  return row.kind === 'collection' || row.kind === 'tag';
}

function drop(row: TreeRow, collection: number | null): void {
  if (collection !== null) {
    const into = row.kind === 'collection' ? row.node.collection.id : null;
    const { collections } = structure.get();
    const from = collections.find(({ id }) => id === collection);
    // Onto itself or where it is already: the hand has changed its mind.
    if (from === undefined || from.parentId === into) return;
    if (into !== null && subtreeOf(collections, collection).has(into)) return;
    void moveCollection(collection, into);
    return;
  }
  const target = selectedTarget();
  if (target === null) return;
  if (row.kind === 'collection') void addToCollection(target, row.node.collection);
  else if (row.kind === 'tag') void addTag(target, row.tag.name);
  else if (row.kind === 'view' && row.view === 'starred') void star(target, true);
  else if (row.kind === 'view' && row.view === 'unread') void markRead(target, false);
  else if (row.kind === 'view' && row.view === 'trash') void trash(target);
}
