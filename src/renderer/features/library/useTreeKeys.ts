import { type KeyboardEvent, useState } from 'react';
import { runCommand } from '../../app/commands.ts';
import { setSetting, settings } from '../../app/settings.ts';
import { onMac } from '../../ui/Keys.tsx';
import { matchesShortcut } from '../../ui/shortcuts.ts';
import { ARTICLE_LIST } from './ids.ts';
import { isListed, type TreeRow, scopeOf } from './treeRows.ts';
import { listState, sameScope, showScope } from './libraryState.ts';
import { moveCollection, removeCollection, removeTag, undoLast } from './organiseActions.ts';
import { startRename } from './renaming.ts';

export interface TreeKeys {
  /** Row that the keys act on. */
  active: number;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Makes a row the active one, and lists what it stands for. */
  choose: (row: TreeRow) => void;
}

/** Opens or closes a row of the tree. */
export function setExpanded(key: string, expanded: boolean): void {
  const { collapsed } = settings.get();
  const others = collapsed.filter((other) => other !== key);
  setSetting('collapsed', expanded ? others : [...others, key]);
}

/**
 * Moves through the tree as the ARIA pattern has it (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/); what
 * it comes to is listed. F2 renames, Delete removes; with Alt and Shift the arrows move a collection in and out.
 */
export function useTreeKeys(rows: readonly TreeRow[]): TreeKeys {
  const [wish, setWish] = useState<string | null>(null);
  const listed = rows.findIndex((row) => isListed(row, listState.get().scope));
  const wished = rows.findIndex(({ key }) => key === wish);
  const active = wished >= 0 ? wished : Math.max(0, listed);
  const row = rows[active];

  const choose = (next: TreeRow): void => {
    setWish(next.key);
    const scope = scopeOf(next);
    if (scope !== null && !sameScope(scope, listState.get().scope)) showScope(scope);
  };
  const go = (index: number): void => {
    const next = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (next !== undefined) choose(next);
  };
  const outerOf = (index: number): number =>
    rows.findLastIndex(({ level }, other) => other < index && level < rows[index]!.level);

  /** In: under the collection above it in the same place. Out: beside the one that it lies in. */
  const nest = (inwards: boolean): boolean => {
    if (row?.kind !== 'collection') return false;
    const { id, parentId } = row.node.collection;
    const other = inwards
      ? rows.findLast(
          (above, index) =>
            index < active && above.kind === 'collection' && above.node.collection.parentId === parentId,
        )
      : rows.find((outer) => outer.kind === 'collection' && outer.node.collection.id === parentId);
    if (other?.kind !== 'collection') return false;
    void moveCollection(id, inwards ? other.node.collection.id : other.node.collection.parentId);
    return true;
  };

  const act = (event: KeyboardEvent): boolean => {
    const is = (shortcut: string): boolean => matchesShortcut(shortcut, event.nativeEvent, onMac);
    if (row === undefined) return false;
    if (is('ArrowDown')) go(active + 1);
    else if (is('ArrowUp')) go(active - 1);
    else if (is('Home')) go(0);
    else if (is('End')) go(rows.length - 1);
    else if (is('ArrowRight')) {
      if (row.expanded === false) setExpanded(row.key, true);
      else if (row.expanded === true) go(active + 1);
    } else if (is('ArrowLeft')) {
      if (row.expanded === true) setExpanded(row.key, false);
      else if (row.level > 1) go(outerOf(active));
    } else if (is('Alt+Shift+ArrowRight')) return nest(true);
    else if (is('Alt+Shift+ArrowLeft')) return nest(false);
    else if (event.key === ' ' && row.expanded !== undefined) setExpanded(row.key, !row.expanded);
    else if (is('Enter')) {
      choose(row);
      document.getElementById(ARTICLE_LIST)?.focus();
    } else if (is('F2') && row.kind === 'collection')
      startRename({ kind: 'collection', id: row.node.collection.id });
    else if (is('F2') && row.kind === 'tag') startRename({ kind: 'tag', id: row.tag.id });
    else if (is('Delete') || is('Backspace')) return remove(row);
    else if (is('Mod+Z')) return undoLast();
    else return false;
    return true;
  };

  return {
    active,
    choose,
    onKeyDown(event) {
      if (event.nativeEvent.isComposing || !act(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function remove(row: TreeRow): boolean {
  if (row.kind === 'collection') void removeCollection(row.node.collection);
  else if (row.kind === 'tag') void removeTag(row.tag);
  else if (row.kind === 'view' && row.view === 'trash') return runCommand('library.emptyTrash');
  else return false;
  return true;
}
