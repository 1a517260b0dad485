import {
  FileDown,
  FolderInput,
  FolderPlus,
  FolderTree,
  Merge,
  PencilLine,
  Search,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Scope } from '#contract/organise.ts';
import { runCommand } from '../../app/commands.ts';
import { useStore } from '../../app/store.ts';
import { MenuAction, MenuDivider } from '../../ui/AppMenu.tsx';
import { PlacedMenu } from '../../ui/PlacedMenu.tsx';
import { askForReferences } from '../export/exportReferences.ts';
import { focusSearch, searchFor } from '../search/searchState.ts';
import { ask } from './libraryTask.ts';
import { removeCollection, removeTag } from './organiseActions.ts';
import { startRename } from './renaming.ts';
import { treeMenu } from './treeMenu.ts';
import type { TreeRow } from './treeRows.ts';

/** The menu of a row of the tree, where it is open. */
export function TreeMenu() {
  const menu = useStore(treeMenu);
  if (menu === null) return null;
  return (
    <PlacedMenu label="Library" at={menu.at} onClose={() => treeMenu.set(null)}>
      {itemsFor(menu.row)}
    </PlacedMenu>
  );
}

/** Whether a row has a menu. */
export function hasMenu(row: TreeRow): boolean {
  return itemsFor(row) !== null;
}

function itemsFor(row: TreeRow): ReactNode {
  if (row.kind === 'collection') return <CollectionItems collection={row.node.collection} />;
  if (row.kind === 'tag') return <TagItems tag={row.tag} />;
  if (row.kind === 'section' && row.section === 'collections')
    return (
      <MenuAction icon={FolderPlus} onSelect={() => startRename({ kind: 'new', parentId: null })}>
        New collection
      </MenuAction>
    );
  if (row.kind === 'view' && row.view === 'trash' && (row.count ?? 0) > 0)
    return (
      <MenuAction icon={Trash2} onSelect={() => runCommand('library.emptyTrash')}>
        Empty the trash…
      </MenuAction>
    );
  if (row.kind === 'view' && row.view === 'all')
    return (
      <>
        <MenuAction icon={FolderInput} onSelect={() => runCommand('library.import')}>
          Import files…
        </MenuAction>
        <ExportItem scope={{ view: 'all' }} name="the whole library" />
      </>
    );
  return null;
}

function CollectionItems({ collection }: { collection: { id: number; name: string } }) {
  const { id, name } = collection;
  return (
    <>
      <MenuAction icon={FolderPlus} onSelect={() => startRename({ kind: 'new', parentId: id })}>
        New collection inside
      </MenuAction>
      <MenuAction icon={PencilLine} shortcut="F2" onSelect={() => startRename({ kind: 'collection', id })}>
        Rename
      </MenuAction>
      <MenuAction icon={FolderTree} onSelect={() => ask({ kind: 'moveCollection', id, name })}>
        Move into…
      </MenuAction>
      <MenuAction icon={Search} onSelect={() => searchIn('in', name)}>
        Search in it
      </MenuAction>
      <ExportItem scope={{ view: 'all', collectionId: id }} name={`“${name}”`} />
      <MenuDivider />
      <MenuAction icon={Trash2} shortcut="Delete" onSelect={() => void removeCollection(collection)}>
        Remove
      </MenuAction>
    </>
  );
}

function TagItems({ tag }: { tag: { id: number; name: string } }) {
  const { id, name } = tag;
  return (
    <>
      <MenuAction icon={PencilLine} shortcut="F2" onSelect={() => startRename({ kind: 'tag', id })}>
        Rename
      </MenuAction>
      <MenuAction icon={Merge} onSelect={() => ask({ kind: 'mergeTag', id, name })}>
        Merge into…
      </MenuAction>
      <MenuAction icon={Search} onSelect={() => searchIn('tag', name)}>
        Search in its articles
      </MenuAction>
      <ExportItem scope={{ view: 'all', tagId: id }} name={`the tag “${name}”`} />
      <MenuDivider />
      <MenuAction icon={Trash2} shortcut="Delete" onSelect={() => void removeTag(tag)}>
        Remove
      </MenuAction>
    </>
  );
}

function ExportItem({ scope, name }: { scope: Scope; name: string }) {
  return (
    <MenuAction
      icon={FileDown}
      onSelect={() => askForReferences({ of: { target: { scope, except: [] } }, name })}
    >
      Export references…
    </MenuAction>
  );
}

/** Begins a query that the analyst goes on typing. */
function searchIn(field: 'in' | 'tag', name: string): void {
  searchFor(`${field}:"${name.replaceAll('"', ' ')}" `);
  focusSearch();
}
