/** What the operations do, whatever carries them: the same suite runs through every host. */
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { addArticles } from '#core/articles/add.ts';
import { openLibrary } from '#core/db/open.ts';
import type { ErrorCode, Result } from '#contract/errors.ts';
import type { Client, OperationInput, OperationName, OperationOutput } from '#contract/index.ts';
import { emptyDocument, type StoredDocument } from '#domain/document/stored.ts';
import { annotationSuite } from './annotations.ts';
import { commentSuite } from './comments.ts';
import { importSuite } from './imports.ts';
import { makeArticle, temporaryFolder } from './library.ts';
import { organiseSuite } from './organise.ts';
import { markdownSuite } from './markdown.ts';
import { pictureSuite } from './pictures.ts';
import { referenceSuite } from './references.ts';
import { savedSearchSuite } from './searches.ts';
import { styleSuite } from './styles.ts';
import { tableSuite } from './tables.ts';
import { versionSuite } from './versions.ts';

export interface Harness {
  /** Sends one operation as a client would and returns what came back. */
  call: (name: string, input: unknown) => Promise<Result>;
  close: () => Promise<void>;
}

const PARAGRAPHS = [
  'The treaty of 1965 settled the claims of forced labour. 😀 It did not end the dispute.',
  '법원은 강제노동 배상을 명령했다.',
];

/** Registers the suite. `makeHarness` opens the library in a folder, which holds two articles. */
export function contractSuite(name: string, makeHarness: (library: string) => Promise<Harness>): void {
  describe(`the contract, ${name}`, () => {
    let harness: Harness;
    const library = temporaryFolder();

    beforeAll(async () => {
      const { db, close } = openLibrary({ path: library, create: true });
      const first = makeArticle(PARAGRAPHS, {
        title: 'Zwangsarbeit',
        publisher: 'Institute A',
        issued: { 'date-parts': [[2020, 5, 9]] },
      });
      first.metadata.unconfirmed = ['title', 'publisher', 'issued'];
      addArticles(db, [first, makeArticle(['A second text on ports.'], { title: 'Åland ports' })]);
      close();
      harness = await makeHarness(library);
    });
    afterAll(() => harness.close());

    const call: Client['call'] = async <N extends OperationName>(operation: N, input: OperationInput<N>) => {
      const result = await harness.call(operation, input);
      if (!result.ok) throw new Error(`${operation} failed: ${result.error.code}: ${result.error.message}`);
      return result.value as OperationOutput<N>;
    };
    const failure = async (operation: string, input: unknown): Promise<ErrorCode> => {
      const result = await harness.call(operation, input);
      if (result.ok) throw new Error(`${operation} did not fail.`);
      expect(result.error.message).not.toBe('');
      return result.error.code;
    };

    describe('whatever the operation', () => {
      it('refuses a name that does not exist, also one that every object has', async () => {
        for (const unknown of ['briefs.nothing', 'toString', '__proto__', ''])
          expect(await failure(unknown, {})).toBe('invalid_input');
      });

      it('refuses input that does not fit', async () => {
        for (const [operation, input] of [
          ['briefs.get', { id: 'one' }],
          ['briefs.get', null],
          ['articles.list', { limit: 0 }],
          ['search.passages', { query: 'x'.repeat(2001) }],
          ['briefs.updateSettings', { id: 1, settings: { date: '9 May 2020' } }],
        ] as const)
          expect([operation, await failure(operation, input)]).toEqual([operation, 'invalid_input']);
      });
    });

    describe('articles', () => {
      it('lists them in each order', async () => {
        const titles = async (sort: 'added' | 'issued' | 'title'): Promise<string[]> =>
          (await call('articles.list', { sort })).articles.map(({ title }) => title);
        expect(await titles('added')).toEqual(['Åland ports', 'Zwangsarbeit']);
        expect(await titles('issued')).toEqual(['Zwangsarbeit', 'Åland ports']);
        expect(await titles('title')).toEqual(['Åland ports', 'Zwangsarbeit']);
        expect(await call('articles.list', { offset: 1, limit: 1 })).toMatchObject({
          total: 2,
          articles: [{ id: 1 }],
        });
      });

      it('gives summaries in the order asked for, leaving out what is not there', async () => {
        const summaries = await call('articles.summaries', { ids: [2, 99, 1, 2] });
        expect(summaries.map(({ id }) => id)).toEqual([2, 1, 2]);
      });

      it('gives the text exactly', async () => {
        const article = await call('articles.get', { id: 1 });
        expect(article.content.text).toBe(PARAGRAPHS.join('\n\n'));
        expect(article).toMatchObject({
          title: 'Zwangsarbeit',
          versionId: 1,
          originalName: 'Zwangsarbeit.txt',
        });
        expect(await call('articles.get', { id: 1, versionId: 1 })).toEqual(article);
        expect(await failure('articles.get', { id: 99 })).toBe('not_found');
        expect(await failure('articles.get', { id: 1, versionId: 2 })).toBe('not_found');
      });

      it('confirms what changed and what was accepted', async () => {
        const { csl } = await call('articles.get', { id: 1 });
        const { article: changed, undo } = await call('articles.updateMetadata', {
          id: 1,
          csl: { ...csl, title: 'Forced labour' },
          accept: ['issued'],
        });
        expect(changed).toMatchObject({ title: 'Forced labour', unconfirmed: ['publisher'] });
        expect(await call('articles.summaries', { ids: [1] })).toEqual([changed]);
        await call('articles.updateMetadata', { id: 1, csl: { ...changed.csl, genre: 'Report' } });
        await call('organise.undo', { undo: undo! });
        expect((await call('articles.get', { id: 1 })).csl).toEqual({ ...csl, genre: 'Report' });
        await call('articles.updateMetadata', { id: 1, csl: changed.csl });
        expect(await failure('articles.updateMetadata', { id: 99, csl })).toBe('not_found');
      });
    });

    describe('search', () => {
      it('finds the passage, and its range gives its words', async () => {
        while (!(await call('search.status', {})).ready)
          await new Promise((resolve) => setTimeout(resolve, 10));
        const { hits, total } = await call('search.passages', { query: '강제노동 배상' });
        expect(total).toBe(1);
        const { content } = await call('articles.get', {
          id: hits[0]!.articleId,
          versionId: hits[0]!.versionId,
        });
        expect(content.text.slice(hits[0]!.start, hits[0]!.end)).toBe(PARAGRAPHS[1]);
        expect(hits[0]!.matches.map(([start, end]) => content.text.slice(start, end))).toEqual([
          '강제노동',
          '배상',
        ]);
        expect(await call('search.passages', { query: '   ' })).toMatchObject({ hits: [], total: 0 });
      });
    });

    describe('snippets', () => {
      it('are taken from the library, with their context', async () => {
        const start = PARAGRAPHS[0]!.indexOf('settled');
        const range = { articleId: 1, versionId: 1, start, end: start + 18 };
        const { pages, ...snippet } = await call('snippets.create', range);
        expect(pages).toBeNull();
        expect(snippet).toMatchObject({ exact: 'settled the claims', prefix: 'The treaty of 1965 ' });
        expect(PARAGRAPHS[0]!.slice(start + 18)).toContain(snippet.suffix);
        expect(await call('snippets.get', { ids: [99, snippet.id] })).toEqual([snippet]);
      });

      it('are found again by words that came from elsewhere', async () => {
        const words = PARAGRAPHS[0]!.slice(0, 60).replaceAll(' ', '\u00A0 ');
        const found = await call('snippets.locate', { text: words });
        expect(found).toMatchObject({ articleId: 1, versionId: 1, start: 0 });
        expect(await call('snippets.locate', { text: `${words} which nobody wrote` })).toBeNull();
      });

      it('are refused where there is nothing to quote', async () => {
        const emoji = PARAGRAPHS[0]!.indexOf('😀');
        const range = { articleId: 1, versionId: 1 };
        for (const [start, end] of [
          [5, 5],
          [9, 4],
          [0, 9999],
          [emoji, emoji + 1],
          [emoji + 1, emoji + 4],
        ])
          expect([start, await failure('snippets.create', { ...range, start, end })]).toEqual([
            start,
            'invalid_input',
          ]);
        expect(await failure('snippets.create', { ...range, articleId: 2, start: 0, end: 3 })).toBe(
          'not_found',
        );
      });
    });

    describe('briefs', () => {
      it('begin with the usual settings and an empty document', async () => {
        const brief = await call('briefs.create', {});
        expect(brief).toMatchObject({
          title: 'Untitled brief',
          author: '',
          date: null,
          language: 'en-US',
          styleId: 'chicago-notes',
          revision: 0,
          document: emptyDocument(),
        });
        expect(await call('briefs.get', { id: brief.id })).toEqual(brief);
      });

      it('are saved by revision, and a stale save changes nothing', async () => {
        const { id } = await call('briefs.create', { title: 'Saved' });
        const first = written('first');
        const saved = await call('briefs.save', { id, revision: 0, document: first });
        expect(saved.revision).toBe(1);
        expect(await failure('briefs.save', { id, revision: 0, document: written('stale') })).toBe(
          'conflict',
        );
        expect(await call('briefs.get', { id })).toMatchObject({
          revision: 1,
          updatedAt: saved.updatedAt,
          document: first,
        });
        expect(await failure('briefs.save', { id: 9999, revision: 0, document: first })).toBe('not_found');
      });

      it('keep whatever a document holds', async () => {
        const document = written('NUL \0, a lone \ud800, 😀, "quotes", </script>', {
          unknown: { deep: [1, null, { type: 'x' }] },
        });
        const { id } = await call('briefs.create', { document });
        expect((await call('briefs.get', { id })).document).toEqual(document);
      });

      it('are saved from their JSON as from themselves, and from no other text', async () => {
        const document = written('NUL \0, a lone \ud800, 😀, "quotes"', { unknown: { deep: [1, null] } });
        const { id } = await call('briefs.create', {});
        await call('briefs.save', { id, revision: 0, document: { $json: JSON.stringify(document) } });
        expect((await call('briefs.get', { id })).document).toEqual(document);
        const wrong = { $json: '{"docVersion":1}' };
        expect(await failure('briefs.save', { id, revision: 1, document: wrong })).toBe('invalid_input');
        expect((await call('briefs.get', { id })).document).toEqual(document);
      });

      it('refuse a document of a newer format', async () => {
        const { id } = await call('briefs.create', {});
        const newer = { ...emptyDocument(), docVersion: 999 };
        expect(await failure('briefs.save', { id, revision: 0, document: newer })).toBe('library_newer');
        expect(await call('briefs.get', { id })).toMatchObject({ revision: 0, document: emptyDocument() });
      });

      it('change only the settings that are given', async () => {
        const { id } = await call('briefs.create', { title: 'Before', author: 'A. Analyst' });
        const changed = await call('briefs.updateSettings', {
          id,
          settings: { title: 'After', date: '2024-02-29' },
        });
        expect(changed).toMatchObject({ title: 'After', date: '2024-02-29', author: 'A. Analyst' });
        expect(await failure('briefs.updateSettings', { id: 9999, settings: {} })).toBe('not_found');
      });

      it('leave the list when removed, keep what is still being saved, and come back', async () => {
        const { id } = await call('briefs.create', { title: 'Removed' });
        const listed = async (): Promise<boolean> =>
          (await call('briefs.list', {})).some((brief) => brief.id === id);
        expect(await listed()).toBe(true);
        await call('briefs.remove', { id });
        expect(await listed()).toBe(false);
        await call('briefs.save', { id, revision: 0, document: written('last words') });
        expect(await call('briefs.restore', { id })).toMatchObject({ id, title: 'Removed' });
        expect(await listed()).toBe(true);
        expect((await call('briefs.get', { id })).document).toEqual(written('last words'));
        expect(await failure('briefs.remove', { id: 9999 })).toBe('not_found');
        expect(await failure('briefs.restore', { id: 9999 })).toBe('not_found');
      });

      it('are listed last edited first', async () => {
        const [a, b] = [await call('briefs.create', {}), await call('briefs.create', {})];
        await new Promise((resolve) => setTimeout(resolve, 5));
        await call('briefs.save', { id: a.id, revision: 0, document: written('edited') });
        const ids = (await call('briefs.list', {})).map(({ id }) => id);
        expect(ids[0]).toBe(a.id);
        expect(ids.indexOf(b.id)).toBeGreaterThan(0);
      });
    });

    describe('settings', () => {
      it('keep any JSON by key', async () => {
        await call('settings.set', { key: 'theme', value: 'dark' });
        await call('settings.set', { key: 'panes', value: { left: [320, null], open: true } });
        await call('settings.set', { key: 'theme', value: null });
        expect(await call('settings.get', {})).toMatchObject({
          theme: null,
          panes: { left: [320, null], open: true },
        });
      });
    });

    organiseSuite({ call, failure });
    annotationSuite({ call, failure });
    savedSearchSuite({ call, failure });
    styleSuite({ call, failure });
    tableSuite({ call, failure });
    importSuite({ call, failure });
    pictureSuite({ call, failure });
    markdownSuite({ call, failure });
    referenceSuite({ call, failure });
    versionSuite({ call, failure });
    commentSuite({ call, failure });

    describe('the app', () => {
      it('names its library', async () => {
        expect(await call('app.info', {})).toMatchObject({ library });
      });

      it('opens no links but web and mail addresses', async () => {
        for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'no link'])
          expect([url, await failure('app.openLink', { url })]).toEqual([url, 'invalid_input']);
      });

      it('shows no files but its own', async () => {
        expect(await failure('app.revealFile', { path: '/etc/passwd' })).toBe('invalid_input');
        expect(await failure('app.revealFile', { path: `${library}/../nothing` })).toBe('invalid_input');
      });
    });
  });
}

function written(text: string, members: Record<string, unknown> = {}): StoredDocument {
  const document = emptyDocument();
  document.root.children![0]!.children = [{ type: 'text', version: 1, text, ...members }];
  return document;
}
