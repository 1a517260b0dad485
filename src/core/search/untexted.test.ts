/** Sources that came without text, as references do. */
import { expect, it } from 'vitest';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../articles/add.ts';
import { openLibrary } from '../db/open.ts';
import { createIndexer } from './indexer.ts';
import { createSearchReader } from './reader.ts';

it('are found by the words of their title, their authors and their publication, and as filters choose them', async () => {
  const library = openLibrary({ path: temporaryFolder(), create: true });
  addArticles(library.db, [
    makeArticle(['Some text.'], { title: 'With text' }),
    {
      ...makeArticle([], {
        title: 'Harbour freezing and winter logistics',
        author: [{ family: 'Lindqvist', given: 'Mara' }],
        'container-title': 'Baltic Studies',
        issued: { 'date-parts': [[2021]] },
      }),
      content: { text: '', blocks: [], noteRefs: [], marks: [] },
    },
  ]);
  const indexer = createIndexer(library.folder, {
    onProgress: () => undefined,
    beforeReplace: () => Promise.resolve(),
    afterReplace: () => undefined,
  });
  await indexer.open();
  while (!indexer.status().ready) await new Promise((resolve) => setTimeout(resolve, 1));
  const reader = createSearchReader(library.folder);
  const found = (query: string, group: 'passage' | 'article' = 'article') => {
    const { articles, hits } = reader.search({ query, sort: 'best', group, offset: 0, limit: 20 });
    return group === 'article' ? articles.map((a) => a.articleId) : hits.map((h) => h.articleId);
  };
  try {
    for (const query of [
      'freezing',
      'harbour winter',
      '"winter logistics"',
      'lindqvist',
      'author:lindqvist',
      'title:harbour',
      'lindqvist freezing',
      'date:2021',
      'publisher:"Baltic Studies"',
      'baltic studies',
      'harb*',
      'freezin',
    ])
      expect([query, found(query), found(query, 'passage')]).toEqual([query, [2], [2]]);
  } finally {
    reader.release();
    await indexer.close();
    library.close();
  }
});
