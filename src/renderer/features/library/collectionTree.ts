/** Collections as a tree. */
import type { Collection } from '#contract/collections.ts';

/** A collection with its place in the tree; depth from 0. */
export interface CollectionNode {
  collection: Collection;
  depth: number;
  hasInner: boolean;
  /** Place among its siblings from 1, and how many those are. */
  position: number;
  siblings: number;
}

/** The collections in the order of the tree, without those inside collapsed ones. */
export function visibleCollections(
  collections: readonly Collection[],
  collapsed: ReadonlySet<number>,
): CollectionNode[] {
  const inner = Map.groupBy(collections, ({ parentId }) => parentId);
  const nodes: CollectionNode[] = [];
  const visit = (parentId: number | null, depth: number): void => {
    const siblings = inner.get(parentId) ?? [];
    for (const [index, collection] of siblings.entries()) {
      const hasInner = inner.has(collection.id);
      nodes.push({ collection, depth, hasInner, position: index + 1, siblings: siblings.length });
      if (hasInner && !collapsed.has(collection.id)) visit(collection.id, depth + 1);
    }
  };
  visit(null, 0);
  return nodes;
}

/** The names of what each collection lies in, outermost first. */
export function collectionPaths(collections: readonly Collection[]): Map<number, string[]> {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  return new Map(
    collections.map(({ id, parentId }) => {
      const path: string[] = [];
      for (let outer = byId.get(parentId ?? 0); outer !== undefined; outer = byId.get(outer.parentId ?? 0))
        path.unshift(outer.name);
      return [id, path];
    }),
  );
}

/** A collection and all those inside it. */
export function subtreeOf(collections: readonly Collection[], id: number): Set<number> {
  const inner = Map.groupBy(collections, ({ parentId }) => parentId);
  const subtree = new Set([id]);
  for (const outer of subtree) for (const { id: below } of inner.get(outer) ?? []) subtree.add(below);
  return subtree;
}
