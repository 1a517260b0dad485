import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CslItem } from '#domain/csl.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../../articles/add.ts';
import { restoreMetadata, updateMetadata } from '../../articles/store.ts';
import { createBrief } from '../../briefs/store.ts';
import { type OpenLibrary, openLibrary } from '../../db/open.ts';
import { mergeArticles } from '../../import/duplicates/merge.ts';
import { unmergeArticles } from '../../import/duplicates/unmerge.ts';
import { findByKey } from './findByKey.ts';
import { keysOf } from './keys.ts';

let library: OpenLibrary;
beforeEach(() => {
  library = openLibrary({ path: temporaryFolder(), create: true });
});
afterEach(() => library.close());

let originals = 0;
function add(csl: Partial<CslItem> & { title: string }): number {
  originals += 1;
  const article = makeArticle(['Text.'], csl);
  const original = { sha256: String(originals).padStart(64, '0'), name: 'a' };
  return addArticles(library.db, [{ ...article, original }])[0]!.articleId;
}
const smith = (more: Partial<CslItem> = {}): number =>
  add({
    title: 'On straits',
    author: [{ family: 'Smith', given: 'Ann' }],
    issued: { 'date-parts': [[2023]] },
    ...more,
  });
const keyOf = (id: number): string | undefined => keysOf(library.db, [id]).get(id);
const find = (key: string): number[] => findByKey(library.db, key);
const edit = (id: number, change: Partial<CslItem>): void => {
  const csl: CslItem = { type: 'report', title: 'On straits', ...change };
  updateMetadata(library.db, { id, csl, accept: [] });
};

it('gives each article a key of its own when it is first asked for, and keeps it', () => {
  const ids = [smith(), smith(), smith({ author: [{ family: 'Smith', given: 'Bo' }] })];
  expect([...keysOf(library.db, [...ids, 99]).values()]).toEqual(['smith2023', 'smith2023a', 'smith2023b']);
  edit(ids[0]!, { author: [{ family: 'Jones' }] });
  expect(keyOf(ids[0]!)).toBe('smith2023');
  expect(find('SMITH2023A')).toEqual([ids[1]]);
});

it('gives keys past z', () => {
  const ids = Array.from({ length: 28 }, () => smith());
  const keys = keysOf(library.db, ids);
  expect([keys.get(ids[26]!), keys.get(ids[27]!)]).toEqual(['smith2023z', 'smith2023aa']);
  expect(new Set(keys.values()).size).toBe(28);
});

it('gives a key to what a brief cites', () => {
  const [cited, other] = [smith(), smith()];
  const node = { type: 'citation', version: 1, items: [{ articleId: cited }] };
  const paragraph = { type: 'paragraph', version: 1, children: [node] };
  createBrief(library.db, {
    document: { docVersion: 1, root: { type: 'root', version: 1, children: [paragraph] } },
  });
  expect(library.db.prepare('SELECT key, article_id FROM citation_key').raw().all()).toEqual([
    ['smith2023', cited],
  ]);
  expect(keyOf(other)).toBe('smith2023a');
});

it('keeps the key that a file brought along, where it is one and free', () => {
  const brought = smith({ 'citation-key': 'Straits:23' });
  const second = smith({ 'citation-key': 'straits:23' });
  const none = smith({ 'citation-key': 'not a key' });
  expect([keyOf(brought), keyOf(second), keyOf(none)]).toEqual(['Straits:23', 'smith2023', 'smith2023a']);
});

it('takes the key that an analyst chooses, unless another article has it', () => {
  const [first, second] = [smith(), smith()];
  expect([keyOf(first), keyOf(second)]).toEqual(['smith2023', 'smith2023a']);
  edit(first, { 'citation-key': 'straits' });
  expect([keyOf(first), find('straits'), find('smith2023')]).toEqual(['straits', [first], [first]]);
  expect(() => edit(second, { 'citation-key': 'Straits', title: 'Changed' })).toThrow(
    /belongs to “On straits”/,
  );
  expect(() => edit(second, { 'citation-key': 'two words' })).toThrow(/no citation key/);
  expect(keyOf(second)).toBe('smith2023a');
  // What an article is no longer called may be given on, but not by itself.
  expect(keyOf(smith())).toBe('smith2023b');
  edit(second, { 'citation-key': 'smith2023' });
  expect([find('smith2023'), find('smith2023a'), keyOf(first)]).toEqual([[second], [second], 'straits']);
  edit(second, { 'citation-key': 'smith2023a' });
  expect(keyOf(second)).toBe('smith2023a');
});

it('gives a key back that was changed with the metadata', () => {
  const id = smith();
  expect(keyOf(id)).toBe('smith2023');
  const csl: CslItem = { type: 'report', title: 'Changed', 'citation-key': 'straits' };
  const { article, before } = updateMetadata(library.db, { id, csl, accept: [] });
  expect([keyOf(id), article.title]).toEqual(['straits', 'Changed']);
  restoreMetadata(library.db, article, before);
  expect([keyOf(id), find('straits')]).toEqual(['smith2023', [id]]);
});

it('finds what was merged by either key, and parts them again', () => {
  const [kept, other, keyless] = [smith(), smith(), smith()];
  keysOf(library.db, [kept, other]);
  const merge = library.db.transaction(() => mergeArticles(library.db, kept, other, 'keep'));
  const before = merge();
  expect([find('smith2023'), find('smith2023a'), keyOf(other)]).toEqual([[kept], [kept], 'smith2023']);
  library.db.transaction(() => unmergeArticles(library.db, before))();
  expect([find('smith2023'), find('smith2023a')]).toEqual([[kept], [other]]);
  library.db.transaction(() => mergeArticles(library.db, keyless, other, 'keep'))();
  expect([keyOf(keyless), find('smith2023a')]).toEqual(['smith2023a', [keyless]]);
});

it('gives the key of what was deleted to no other article, unless it is asked for', () => {
  const gone = smith();
  keyOf(gone);
  library.db.transaction(() => {
    library.db.prepare('DELETE FROM article_version WHERE article_id = ?').run(gone);
    library.db.prepare('DELETE FROM article WHERE id = ?').run(gone);
  })();
  expect(find('smith2023')).toEqual([]);
  const next = smith();
  expect(keyOf(next)).toBe('smith2023a');
  expect(keyOf(smith({ 'citation-key': 'smith2023' }))).toBe('smith2023');
});

it('finds articles without a key by how it would begin', () => {
  const issued = { 'date-parts': [[2023]] };
  const ids = {
    smith: smith(),
    second: smith({ issued: { 'date-parts': [[2023, 12, 31]] } }),
    older: smith({ issued: { 'date-parts': [[2022, 12, 31]] } }),
    smithers: add({ title: 'x', author: [{ family: 'Smithers' }], issued }),
    who: add({ title: 'x', author: [{ literal: 'World Health Organization' }], issued }),
    nato: add({ title: 'x', author: [{ literal: 'North Atlantic Treaty Organization (NATO)' }], issued }),
    obrien: add({ title: 'x', author: [{ family: "O'Brien" }], issued }),
    lodz: add({ title: 'x', author: [{ family: 'Łódź' }], issued }),
    kim: add({ title: 'x', author: [{ family: '김', given: '철수' }], issued }),
    title: add({ title: 'The Weimar Triangle', issued }),
    undated: add({ title: 'The Weimar Triangle' }),
    old: add({ title: 'x', author: [{ family: 'Cicero' }], issued: { 'date-parts': [[-44]] } }),
  };
  expect(find('smith2023')).toEqual([ids.second, ids.smith]);
  expect(find('Smith2022')).toEqual([ids.older]);
  expect(find('who2023')).toEqual([ids.who]);
  expect(find('nato2023')).toEqual([ids.nato]);
  expect(find('obrien2023')).toEqual([ids.obrien]);
  expect(find('lodz2023')).toEqual([ids.lodz]);
  expect(find('kim2023')).toEqual([ids.kim]);
  expect(find('weimar2023')).toEqual([ids.title]);
  expect(find('weimarnd')).toEqual([ids.undated]);
  expect(find('cicero44bc')).toEqual([ids.old]);
  expect([find('smith2021'), find('smit2023'), find('smith2023a'), find('nobody')]).toEqual([[], [], [], []]);
  library.db.prepare("UPDATE article SET trashed_at = 'x' WHERE id = ?").run(ids.second);
  expect(find('smith2023')).toEqual([ids.smith]);
  expect(keyOf(ids.smith)).toBe('smith2023');
  expect(find('smith2023')).toEqual([ids.smith]);
});
