/** The tree beside the list of articles, as rows: views, collections, tags. */
import { type Scope, type View, VIEWS } from '#contract/organise.ts';
import type { Tag } from '#contract/tags.ts';
import { type CollectionNode, visibleCollections } from './collectionTree.ts';
import { sameScope } from './libraryState.ts';
import type { Renaming } from './renaming.ts';
import type { Structure } from './structure.ts';

type Section = 'collections' | 'tags';

export type TreeRow = {
  key: string;
  /** From 1. */
  level: number;
  /** Place among those of the same level from 1, and how many those are. */
  position: number;
  siblings: number;
  /** Absent where there is nothing inside it. */
  expanded?: boolean;
} & (
  | { kind: 'view'; view: View; count: number | null }
  | { kind: 'section'; section: Section }
  | { kind: 'collection'; node: CollectionNode }
  | { kind: 'tag'; tag: Tag }
  /** The name of a collection that is being made. */
  | { kind: 'new'; parentId: number | null }
);

/** The rows to be seen; `collapsed` holds the keys of rows that are closed. */
export function treeRows(
  known: Structure,
  collapsed: ReadonlySet<string>,
  renaming: Renaming | null,
): TreeRow[] {
  const { collections, tags, counts } = known;
  const views = VIEWS.filter(
    (view) => (view !== 'untagged' || tags.length > 0) && (view !== 'unfiled' || collections.length > 0),
  );
  const siblings = views.length + (tags.length > 0 ? 2 : 1);
  const rows: TreeRow[] = views.map((view, index) => ({
    kind: 'view',
    key: view,
    level: 1,
    position: index + 1,
    siblings,
    view,
    count: counts?.[view] ?? null,
  }));

  const making = renaming?.kind === 'new' ? renaming : null;
  const isOpen = (key: string): boolean => !collapsed.has(key);
  rows.push({
    kind: 'section',
    key: 'collections',
    level: 1,
    position: views.length + 1,
    siblings,
    section: 'collections',
    ...((collections.length > 0 || making !== null) && { expanded: isOpen('collections') }),
  });
  if (isOpen('collections')) {
    const closed = new Set(collections.map(({ id }) => id).filter((id) => !isOpen(collectionKey(id))));
    const nodes = visibleCollections(collections, closed);
    const placeNew = (parentId: number | null, level: number): void => {
      if (making?.parentId === parentId)
        rows.push({ kind: 'new', key: 'new', level, position: 1, siblings: 1, parentId });
    };
    placeNew(null, 2);
    for (const node of nodes) {
      const { id } = node.collection;
      rows.push({
        kind: 'collection',
        key: collectionKey(id),
        level: node.depth + 2,
        position: node.position,
        siblings: node.siblings,
        ...(node.hasInner && { expanded: !closed.has(id) }),
        node,
      });
      placeNew(id, node.depth + 3);
    }
  }

  if (tags.length > 0) {
    rows.push({
      kind: 'section',
      key: 'tags',
      level: 1,
      position: views.length + 2,
      siblings,
      section: 'tags',
      expanded: isOpen('tags'),
    });
    if (isOpen('tags'))
      for (const [index, tag] of tags.entries())
        rows.push({
          kind: 'tag',
          key: `tag-${tag.id}`,
          level: 2,
          position: index + 1,
          siblings: tags.length,
          tag,
        });
  }
  return rows;
}

function collectionKey(id: number): string {
  return `collection-${id}`;
}

/** What a row lists; null for a heading. */
export function scopeOf(row: TreeRow): Scope | null {
  if (row.kind === 'view') return { view: row.view };
  if (row.kind === 'collection') return { view: 'all', collectionId: row.node.collection.id };
  return row.kind === 'tag' ? { view: 'all', tagId: row.tag.id } : null;
}

export function isListed(row: TreeRow, scope: Scope): boolean {
  const own = scopeOf(row);
  return own !== null && sameScope(own, scope);
}
