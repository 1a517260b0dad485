/** What the operations on one article do: highlights, notes, grades, versions, and where it is cited. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';
import { emptyDocument, type StoredDocument, type StoredNode } from '#domain/document/stored.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

/** A document with one paragraph of texts and citations. */
function citing(children: StoredNode[]): StoredDocument {
  const document = emptyDocument();
  document.root.children![0]!.children = children;
  return document;
}
const text = (words: string): StoredNode => ({ type: 'text', version: 1, text: words });
const citation = (articleId: number): StoredNode => ({
  type: 'citation',
  version: 1,
  items: [{ articleId }],
});

export function annotationSuite({ call, failure }: Caller): void {
  describe('annotations', () => {
    it('keep highlights with the words of the library, in the order of the text', async () => {
      const range = { articleId: 2, versionId: 2 };
      const later = await call('highlights.create', { ...range, start: 2, end: 8, colour: 'green' });
      const first = await call('highlights.create', {
        ...range,
        start: 0,
        end: 1,
        colour: 'yellow',
        note: 'Check',
      });
      expect(later).toMatchObject({ exact: 'second', note: '', articleId: 2, versionId: 2 });
      expect(await call('highlights.list', { articleId: 2 })).toEqual([
        { ...first, place: { start: 0, end: 1 }, edited: false },
        { ...later, place: { start: 2, end: 8 }, edited: false },
      ]);
      expect(await call('highlights.update', { id: later.id, colour: 'rose' })).toEqual({
        ...later,
        colour: 'rose',
      });
      expect(await call('highlights.update', { id: later.id, note: 'Why?' })).toMatchObject({
        colour: 'rose',
        note: 'Why?',
      });
      const removed = await call('highlights.remove', { id: first.id });
      expect(removed).toMatchObject(first);
      await call('organise.undo', { undo: removed.undo });
      expect(await call('highlights.list', { articleId: 2 })).toMatchObject([first, { id: later.id }]);
      await call('highlights.remove', { id: first.id });
      expect(await failure('highlights.remove', { id: first.id })).toBe('not_found');
      expect(await failure('highlights.update', { id: first.id, note: '' })).toBe('not_found');
      expect(await call('highlights.list', { articleId: 2 })).toHaveLength(1);
    });

    it('refuse highlights of nothing, in no known colour, and of no article', async () => {
      const range = { articleId: 2, versionId: 2, start: 2, end: 8 };
      expect(await failure('highlights.create', { ...range, colour: 'red' })).toBe('invalid_input');
      expect(await failure('highlights.create', { ...range, colour: 'green', end: 2 })).toBe('invalid_input');
      expect(await failure('highlights.create', { ...range, colour: 'green', articleId: 1 })).toBe(
        'not_found',
      );
      expect(await failure('highlights.list', { articleId: 99 })).toBe('not_found');
    });

    it('save notes over the text they were written on only', async () => {
      expect(await call('notes.get', { articleId: 2 })).toEqual({ text: '' });
      await call('notes.save', { articleId: 2, text: 'One\nTwo', before: '' });
      expect(await call('notes.get', { articleId: 2 })).toEqual({ text: 'One\nTwo' });
      expect(await failure('notes.save', { articleId: 2, text: 'Other', before: '' })).toBe('conflict');
      expect(await call('notes.get', { articleId: 2 })).toEqual({ text: 'One\nTwo' });
      await call('notes.save', { articleId: 2, text: 'One\nTwo', before: '' });
      expect(await failure('notes.save', { articleId: 99, text: '', before: '' })).toBe('not_found');
    });

    it('grade on either axis, and tell what was before', async () => {
      await call('grades.set', { ids: [1], reliability: 'B' });
      expect(await call('grades.set', { ids: [1, 2, 99], reliability: 'C', credibility: 3 })).toEqual([
        { id: 1, reliability: 'B', credibility: null },
        { id: 2, reliability: null, credibility: null },
      ]);
      await call('grades.set', { ids: [1], credibility: null });
      const [first, second] = await call('articles.summaries', { ids: [1, 2] });
      expect(first!.grade).toEqual({ reliability: 'C', credibility: null });
      expect(second!.grade).toEqual({ reliability: 'C', credibility: 3 });
      expect(await failure('grades.set', { ids: [1], reliability: 'G' })).toBe('invalid_input');
      expect(await failure('grades.set', { ids: [1], credibility: 7 })).toBe('invalid_input');
    });

    it('read names as people write them', async () => {
      expect(await call('names.read', { text: 'Kim, Minji; van der Berg, Ada\nHarbour Institute' })).toEqual([
        { family: 'Kim', given: 'Minji' },
        { family: 'Berg', given: 'Ada', 'non-dropping-particle': 'van der' },
        { literal: 'Harbour Institute' },
      ]);
      expect(await call('names.read', { text: 'Ada Roe and Minji Kim' })).toHaveLength(2);
      expect(await call('names.read', { text: ' ' })).toEqual([]);
    });

    it('list the versions of an article', async () => {
      expect(await call('articles.versions', { id: 2 })).toEqual([
        expect.objectContaining({ id: 2, originalName: 'Åland ports.txt', latest: true }),
      ]);
      expect(await failure('articles.versions', { id: 99 })).toBe('not_found');
    });

    it('tell which briefs cite an article in which sentences, as long as the briefs are there', async () => {
      const document = citing([
        text('It began early. Ports were closed.'),
        citation(2),
        text(' They reopened later.'),
        citation(1),
        citation(2),
      ]);
      const brief = await call('briefs.create', { title: 'On ports', document });
      const cited = await call('articles.citedIn', { id: 2 });
      expect(cited).toEqual([
        {
          briefId: brief.id,
          title: 'On ports',
          language: 'en-US',
          updatedAt: brief.updatedAt,
          places: [
            { cluster: 0, articleId: 2, kind: 'citation', text: 'Ports were closed.', at: 18 },
            { cluster: 2, articleId: 2, kind: 'citation', text: 'They reopened later.', at: 20 },
          ],
        },
      ]);
      await call('briefs.save', { id: brief.id, revision: 0, document: citing([citation(1)]) });
      expect(await call('articles.citedIn', { id: 2 })).toEqual([]);
      expect(await call('articles.citedIn', { id: 1 })).toHaveLength(1);
      await call('briefs.remove', { id: brief.id });
      expect(await call('articles.citedIn', { id: 1 })).toEqual([]);
      await call('briefs.save', { id: brief.id, revision: 1, document });
      expect(await call('articles.citedIn', { id: 2 })).toEqual([]);
      await call('briefs.restore', { id: brief.id });
      expect((await call('articles.citedIn', { id: 2 }))[0]!.places).toHaveLength(2);
      await call('briefs.remove', { id: brief.id });
    });
  });
}
