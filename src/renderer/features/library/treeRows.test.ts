import { expect, it } from 'vitest';
import type { Collection } from '#contract/collections.ts';
import { collectionPaths, subtreeOf } from './collectionTree.ts';
import type { Structure } from './structure.ts';
import { treeRows } from './treeRows.ts';

const collection = (id: number, parentId: number | null, name: string): Collection => ({
  id,
  parentId,
  name,
  count: 0,
});
const COLLECTIONS = [
  collection(1, null, 'Asia'),
  collection(2, 4, 'Cables'),
  collection(3, 2, 'Ships'),
  collection(4, null, 'Baltic'),
];
const known = (parts: Partial<Structure>): Structure => ({
  collections: [],
  tags: [],
  counts: null,
  ...parts,
});
const outline = (
  structure: Structure,
  collapsed: string[] = [],
  ...rest: [Parameters<typeof treeRows>[2]?]
): string[] =>
  treeRows(structure, new Set(collapsed), rest[0] ?? null).map(
    ({ key, level, expanded }) => `${level} ${key}${expanded === undefined ? '' : expanded ? ' −' : ' +'}`,
  );

it('shows of the views only those that can hold something else than all', () => {
  expect(outline(known({}))).toEqual([
    '1 all',
    '1 unread',
    '1 starred',
    '1 recent',
    '1 trash',
    '1 collections',
  ]);
  const rows = outline(
    known({ tags: [{ id: 1, name: 't', count: 0 }], collections: COLLECTIONS.slice(0, 1) }),
  );
  expect(rows).toContain('1 untagged');
  expect(rows).toContain('1 unfiled');
  expect(rows.slice(-2)).toEqual(['1 tags −', '2 tag-1']);
});

it('nests collections, and hides those inside a closed one', () => {
  const after = (collapsed: string[]): string[] =>
    outline(known({ collections: COLLECTIONS }), collapsed).slice(6);
  expect(after([])).toEqual([
    '1 collections −',
    '2 collection-1',
    '2 collection-4 −',
    '3 collection-2 −',
    '4 collection-3',
  ]);
  expect(after(['collection-2'])).toEqual([
    '1 collections −',
    '2 collection-1',
    '2 collection-4 −',
    '3 collection-2 +',
  ]);
  expect(after(['collections'])).toEqual(['1 collections +']);
});

it('has a place for the name of a new collection', () => {
  const rows = outline(known({ collections: COLLECTIONS }), [], { kind: 'new', parentId: 4 });
  expect(rows[rows.indexOf('2 collection-4 −') + 1]).toBe('3 new');
  expect(outline(known({}), [], { kind: 'new', parentId: null }).slice(-2)).toEqual([
    '1 collections −',
    '2 new',
  ]);
});

it('knows what lies in what', () => {
  expect(subtreeOf(COLLECTIONS, 4)).toEqual(new Set([4, 2, 3]));
  expect(collectionPaths(COLLECTIONS).get(3)).toEqual(['Baltic', 'Cables']);
});
