/** How the library is ordered: views, collections, tags, marks, trash, bulk edit, and taking each back. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';
import type { Scope, View } from '#contract/organise.ts';
import { emptyDocument, type StoredDocument } from '#domain/document/stored.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

/** Expects the articles 1 and 2, and leaves them as they were. */
export function organiseSuite({ call, failure }: Caller): void {
  const shown = async (scope: Partial<Scope>): Promise<number[]> =>
    (await call('articles.list', scope)).articles.map(({ id }) => id);
  const undo = async ({ undo: name }: { undo: string | null }): Promise<void> => {
    await call('organise.undo', { undo: name! });
  };
  const both = { ids: [1, 2, 2, 99] };

  describe('marks', () => {
    it('change only what differs, and undo puts exactly that back', async () => {
      expect(await call('articles.star', { target: { ids: [1] }, starred: true })).toMatchObject({
        changed: 1,
      });
      const starred = await call('articles.star', { target: both, starred: true });
      expect(starred.changed).toBe(1);
      expect(await shown({ view: 'starred' })).toEqual([2, 1]);
      await undo(starred);
      expect(await shown({ view: 'starred' })).toEqual([1]);
      expect(await failure('organise.undo', { undo: starred.undo })).toBe('not_found');
      expect(await call('articles.star', { target: both, starred: false })).toMatchObject({ changed: 1 });
      expect(await call('articles.star', { target: both, starred: false })).toEqual({
        changed: 0,
        undo: null,
      });
    });

    it('count what is unread, and take a whole view but for some', async () => {
      expect(await call('articles.counts', {})).toMatchObject({ all: 2, unread: 2, trash: 0, recent: 2 });
      const read = await call('articles.markRead', {
        target: { scope: { view: 'all' }, except: [2] },
        read: true,
      });
      expect(read.changed).toBe(1);
      expect(await shown({ view: 'unread' })).toEqual([2]);
      expect((await call('articles.list', { view: 'unread', keep: [1] })).total).toBe(2);
      expect((await call('articles.summaries', { ids: [1] }))[0]).toMatchObject({
        read: true,
        starred: false,
      });
      await undo(read);
      expect((await call('articles.counts', {})).unread).toBe(2);
    });
  });

  describe('the trash', () => {
    it('hides articles from every view, not from those who have their ids', async () => {
      const trashed = await call('articles.trash', { target: { ids: [1] } });
      for (const view of ['all', 'unread', 'recent', 'untagged', 'unfiled'] as View[])
        expect([view, await shown({ view })]).toEqual([view, [2]]);
      expect(await shown({ view: 'trash' })).toEqual([1]);
      expect(await call('articles.get', { id: 1 })).toMatchObject({ trashed: true });
      await undo(trashed);
      expect(await shown({})).toEqual([2, 1]);
    });

    it('keeps what a brief cites, also one that is removed, or a snippet quotes', async () => {
      const nothing = { purged: 0, kept: 0, keptArticles: [] };
      const all = { scope: { view: 'trash' as const } };
      expect(await call('articles.purge', { target: both })).toEqual(nothing);
      const brief = await call('briefs.create', { title: 'Cites', document: citing(2) });
      const trashed = await call('articles.trash', { target: { ids: [2] } });
      const kept = { purged: 0, kept: 1, keptArticles: [{ id: 2, title: 'Åland ports', briefs: ['Cites'] }] };
      expect(await call('articles.purge', { target: all })).toEqual(kept);
      await call('briefs.remove', { id: brief.id });
      expect(await call('articles.purge', { target: all })).toMatchObject({
        purged: 0,
        keptArticles: [{ id: 2, briefs: ['Cites (removed)'] }],
      });
      await call('snippets.create', { articleId: 1, versionId: 1, start: 0, end: 3 });
      const quoted = await call('articles.trash', { target: { ids: [1] } });
      expect(await call('articles.purge', { target: { ids: [1] } })).toMatchObject({
        purged: 0,
        keptArticles: [{ id: 1, briefs: [] }],
      });
      await undo(quoted);
      await undo(trashed);
    });
  });

  describe('collections', () => {
    it('hold articles, and those of the collections inside them', async () => {
      const outer = await call('collections.create', { name: ' Baltic ' });
      const inner = await call('collections.create', { name: 'Cables', parentId: outer.id });
      expect(outer).toEqual({ id: outer.id, parentId: null, name: 'Baltic', count: 0 });
      expect(await call('collections.add', { id: inner.id, target: both })).toMatchObject({ changed: 2 });
      expect(await call('collections.add', { id: inner.id, target: both })).toMatchObject({ changed: 0 });
      expect(await shown({ collectionId: outer.id })).toEqual([2, 1]);
      expect(await shown({ view: 'unfiled' })).toEqual([]);
      await call('articles.trash', { target: { ids: [2] } });
      expect(await call('collections.list', {})).toMatchObject([
        { name: 'Baltic', count: 1 },
        { name: 'Cables', count: 1 },
      ]);
      await call('articles.restore', { target: { ids: [2] } });

      const taken = await call('collections.take', { id: outer.id, target: { ids: [1] } });
      expect(await shown({ collectionId: inner.id })).toEqual([2]);
      await undo(taken);

      const moved = await call('collections.move', { id: inner.id, parentId: null });
      expect(await shown({ collectionId: outer.id })).toEqual([]);
      await undo(moved);
      for (const parentId of [outer.id, inner.id])
        expect(await failure('collections.move', { id: outer.id, parentId })).toBe('invalid_input');

      const removed = await call('collections.remove', { id: outer.id });
      expect(await call('collections.list', {})).toEqual([]);
      expect(await shown({})).toEqual([2, 1]);
      await undo(removed);
      expect(await shown({ collectionId: outer.id })).toEqual([2, 1]);
      expect(await call('collections.list', {})).toMatchObject([
        { id: outer.id, name: 'Baltic', count: 2 },
        { id: inner.id, parentId: outer.id, count: 2 },
      ]);
      await call('collections.remove', { id: outer.id });
    });

    it('have names of their own in each place', async () => {
      const [a, b] = [
        await call('collections.create', { name: 'A' }),
        await call('collections.create', { name: 'B' }),
      ];
      const under = await call('collections.create', { name: 'a', parentId: a.id });
      expect(await failure('collections.create', { name: 'a' })).toBe('conflict');
      expect(await failure('collections.rename', { id: b.id, name: 'A' })).toBe('conflict');
      expect(await failure('collections.move', { id: under.id, parentId: null })).toBe('conflict');
      const renamed = await call('collections.rename', { id: a.id, name: 'Á' });
      await call('collections.create', { name: 'A' });
      expect(await failure('organise.undo', { undo: renamed.undo })).toBe('conflict');
      expect(await failure('collections.create', { name: 'x', parentId: 999 })).toBe('not_found');
      for (const { id, parentId } of await call('collections.list', {}))
        if (parentId === null) await call('collections.remove', { id });
    });
  });

  describe('tags', () => {
    const names = async (id: number): Promise<string[]> => (await call('articles.get', { id })).tags;

    it('are made as they are given, and taken back whole', async () => {
      const added = await call('tags.add', { target: both, names: ['Shipping', 'shipping ', 'Öl'] });
      expect(added.changed).toBe(2);
      expect(await names(1)).toEqual(['Shipping', 'Öl']);
      expect(await call('tags.of', { target: { ids: [1] } })).toMatchObject([
        { name: 'Öl', count: 1 },
        { count: 1 },
      ]);
      expect(await call('tags.add', { target: both, names: ['SHIPPING'] })).toMatchObject({ changed: 0 });
      const taken = await call('tags.take', { target: { ids: [1] }, names: ['ÖL', 'none'] });
      expect(await names(1)).toEqual(['Shipping']);
      await undo(taken);
      await undo(added);
      expect(await names(1)).toEqual([]);
      expect(await call('tags.list', {})).toEqual([]);
    });

    it('are renamed, merged and removed, each with a way back', async () => {
      await call('tags.add', { target: { ids: [1] }, names: ['port'] });
      await call('tags.add', { target: both, names: ['ports'] });
      const [port, ports] = await call('tags.list', {});
      expect([port, ports]).toMatchObject([
        { name: 'port', count: 1 },
        { name: 'ports', count: 2 },
      ]);
      expect(await failure('tags.rename', { id: port!.id, name: 'Ports' })).toBe('conflict');
      const renamed = await call('tags.rename', { id: port!.id, name: 'Harbour' });
      expect(await names(1)).toEqual(['Harbour', 'ports']);
      await undo(renamed);

      const merged = await call('tags.merge', { id: ports!.id, into: port!.id });
      expect(await call('tags.list', {})).toEqual([{ id: port!.id, name: 'port', count: 2 }]);
      await undo(merged);
      expect(await names(1)).toEqual(['port', 'ports']);
      expect(await names(2)).toEqual(['ports']);
      expect(await shown({ tagId: ports!.id })).toEqual([2, 1]);

      const removed = await call('tags.remove', { id: ports!.id });
      expect(await names(2)).toEqual([]);
      await undo(removed);
      expect(await call('tags.list', {})).toEqual([port, ports]);
      for (const { id } of [port!, ports!]) await call('tags.remove', { id });
      expect(await failure('tags.remove', { id: port!.id })).toBe('not_found');
    });
  });

  describe('the fields of many articles', () => {
    it('are set at once and confirmed, and come back with undo', async () => {
      const before = await call('articles.summaries', { ids: [1, 2] });
      const edited = await call('articles.edit', {
        target: both,
        fields: { publisher: 'Institute B', issued: null, reliability: 'B', credibility: 2 },
      });
      expect(edited.changed).toBe(2);
      const after = await call('articles.summaries', { ids: [1, 2] });
      for (const article of after) {
        expect(article.csl).toMatchObject({ publisher: 'Institute B' });
        expect(article.csl).not.toHaveProperty('issued');
        expect(article.unconfirmed).not.toContain('publisher');
        expect(article.grade).toEqual({ reliability: 'B', credibility: 2 });
      }
      expect(
        await call('articles.edit', { target: both, fields: { publisher: 'Institute B' } }),
      ).toMatchObject({
        changed: 0,
      });
      await undo(edited);
      expect(await call('articles.summaries', { ids: [1, 2] })).toEqual(before);
    });
  });
}

function citing(articleId: number): StoredDocument {
  const document = emptyDocument();
  document.root.children![0]!.children = [{ type: 'citation', version: 1, items: [{ articleId }] }];
  return document;
}
