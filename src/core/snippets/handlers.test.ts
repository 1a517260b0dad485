import { expect, it } from 'vitest';
import { coreContext } from '#test/coreContext.ts';
import { temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../articles/add.ts';
import { openLibrary } from '../db/open.ts';
import { snippetHandlers } from './handlers.ts';

it('tells on which pages of its source a quote stands', async () => {
  const library = openLibrary({ path: temporaryFolder(), create: true });
  const text = 'On the first page. On the second.';
  const [added] = addArticles(library.db, [
    {
      metadata: {
        csl: { type: 'report', title: 'Two pages' },
        unconfirmed: [],
        issuedNotBefore: null,
        excerpt: false,
      },
      content: {
        text,
        blocks: [{ start: 0, end: text.length, role: 'paragraph' }],
        noteRefs: [],
        marks: [],
        pages: [
          { offset: 0, label: 'iv' },
          { offset: 19, label: '1' },
        ],
      },
      original: { sha256: 'a'.repeat(64), name: 'two.pdf' },
    },
  ]);
  const { articleId, versionId } = added!;
  const create = snippetHandlers(coreContext(library), async () => ({ hits: [] }))['snippets.create'];
  const pagesOf = async (start: number, end: number) =>
    (await create({ articleId, versionId, start, end })).pages;
  expect(await pagesOf(0, 8)).toBe('iv');
  expect(await pagesOf(19, 24)).toBe('1');
  expect(await pagesOf(7, 24)).toBe('iv–1');
  library.close();
});
