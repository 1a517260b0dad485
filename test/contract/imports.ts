/** Pasted articles, what is left of imports, watched folders, and duplicates. */
import { describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

const SENTENCES = [
  'The pilots at the northern harbour say that one icebreaker is no longer enough for the winter.',
  'Two convoys had to wait for more than a day outside the breakwater in January, and a third turned back.',
  'The port authority answered that a decision would be taken in spring, once the figures are known.',
  'The ministry has not replied to the letter that the pilots sent it before the ice came.',
];
const TEXT = SENTENCES.join('\n\n');

/** Adds articles to the library and leaves one of them. */
export function importSuite({ call, failure }: Caller): void {
  describe('pasted text', () => {
    it('is read first, and imported under what the analyst saw', async () => {
      const html = `<article><h1>Pilots ask for help</h1>${SENTENCES.map((text) => `<p>${text}</p>`).join('')}</article>`;
      expect(await call('import.readPasted', { html })).toMatchObject({
        title: 'Pilots ask for help',
        url: '',
      });
      const seen = { title: 'Pilots and ice', url: 'https://example.org/pilots' };
      const entry = await call('import.paste', { html, ...seen });
      expect(entry).toMatchObject({ status: 'imported', title: 'Pilots and ice' });
      const article = await call('articles.get', { id: entry.articleId! });
      expect(article).toMatchObject({
        csl: { title: 'Pilots and ice', URL: 'https://example.org/pilots' },
        originalName: 'Pasted text.html',
      });
      expect(article.unconfirmed).not.toContain('title');
      expect(article.content.text).toContain(SENTENCES[3]);
      expect(await call('import.paste', { html, ...seen })).toMatchObject({ status: 'skipped' });
    });

    it('is refused where it holds no words', async () => {
      expect(await failure('import.readPasted', {})).toBe('invalid_input');
      expect(await failure('import.paste', { text: ' \n', title: '', url: '' })).toBe('invalid_input');
      expect(await failure('import.readPasted', { text: '— … —' })).toBe('file_unreadable');
    });
  });

  describe('duplicates', () => {
    it('are offered, and become one article', async () => {
      const changed = await call('import.paste', {
        text: `${TEXT}\n\nA correction was made to this text in the evening.`,
        title: 'Pilots and ice, corrected',
        url: '',
      });
      await vi.waitFor(async () => expect(await call('duplicates.list', {})).toMatchObject({ total: 1 }), {
        timeout: 30_000,
      });
      const { pairs } = await call('duplicates.list', {});
      const [first, second] = pairs[0]!.articles;
      expect(second.id).toBe(changed.articleId);
      const decision = { id: pairs[0]!.id, decision: 'version', articleId: first.id } as const;
      const { total, undo } = await call('duplicates.resolve', decision);
      expect(total).toBe(0);
      expect(await failure('duplicates.resolve', decision)).toBe('not_found');
      const kept = await call('articles.get', { id: second.id });
      expect(kept).toMatchObject({ id: first.id, title: 'Pilots and ice', versionId: second.versionId });
      expect(await call('articles.versions', { id: first.id })).toHaveLength(2);

      const found = async (query: string): Promise<number[]> => {
        const { articles } = await call('search.passages', { query, group: 'article' });
        return articles.map(({ articleId }) => articleId);
      };
      await vi.waitFor(async () => expect(await found('correction')).toEqual([first.id]), {
        timeout: 30_000,
      });
      await call('organise.undo', { undo });
      expect(await call('duplicates.list', {})).toMatchObject({ total: 1, pairs: [{ id: pairs[0]!.id }] });
      expect((await call('articles.ids', { limit: 1000 })).ids).toContain(second.id);
      await vi.waitFor(async () => expect(await found('correction')).toEqual([second.id]), {
        timeout: 30_000,
      });
    });
  });

  describe('imports that are not there', () => {
    it('can be neither halted nor gone on with', async () => {
      expect(await call('import.pause', { jobId: 'none' })).toEqual({ paused: false });
      expect(await call('import.resume', { jobId: 'none' })).toEqual({ resumed: false });
      expect(await call('import.cancel', { jobId: 'none' })).toEqual({ cancelled: false });
      expect(await call('import.report', { jobId: 'none' })).toEqual({ entries: [], total: 0 });
    });
  });
}
