import { expect, it } from 'vitest';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../articles/add.ts';
import { openReadOnly } from '../db/connect.ts';
import { openLibrary } from '../db/open.ts';
import { openIndex } from './indexFile.ts';
import { createIndexWriter } from './indexWriter.ts';
import { createSearchReader } from './reader.ts';

it('joins segments, and gives back the room that they took', () => {
  const library = openLibrary({ path: temporaryFolder(), create: true });
  const words = Array.from({ length: 6000 }, (_unused, index) => `w${(index * 7919) % 100_003}`).join(' ');
  const index = openIndex(library.folder.search);
  const from = openReadOnly(library.folder.library);
  const writer = createIndexWriter(index, from);
  for (let write = 0; write < 16; write += 1) {
    addArticles(library.db, [makeArticle([`${words} ${write}`], { title: `Number ${write}` })]);
    while (writer.follow(1000));
    writer.flush();
  }
  const pages = (): number => index.pragma('page_count', { simple: true }) as number;
  const segments = (): number => index.prepare<[], number>('SELECT count(*) FROM segment').pluck().get()!;
  const before = { pages: pages(), segments: segments() };
  while (writer.tidy());
  expect(before.segments).toBe(16);
  expect(segments()).toBeLessThan(8);
  expect(pages()).toBeLessThan(before.pages);
  expect(index.pragma('integrity_check', { simple: true })).toBe('ok');
  writer.close();
  from.close();
  library.close();
});

it('drops what belongs to no article any more', () => {
  const library = openLibrary({ path: temporaryFolder(), create: true });
  const index = openIndex(library.folder.search);
  const from = openReadOnly(library.folder.library);
  const writer = createIndexWriter(index, from);
  const passages = Array.from({ length: 100 }, (_unused, number) => `Word w${number} and another`);
  const articles = Array.from({ length: 24 }, (_unused, number) =>
    makeArticle(passages.map((passage) => `${passage} a${number}`)),
  );
  addArticles(library.db, articles);
  while (writer.follow(1000));
  writer.flush();
  const stored = (): { live: number; bytes: number } =>
    index
      .prepare<[], { live: number; bytes: number }>(
        'SELECT (SELECT sum(live) FROM segment) AS live, (SELECT sum(length(bytes)) FROM piece) AS bytes',
      )
      .get()!;
  const before = stored();
  while (writer.tidy());
  expect(stored(), 'nothing is dead').toEqual(before);

  library.db.exec(
    `BEGIN; DELETE FROM article_version WHERE article_id % 2 = 0; DELETE FROM article WHERE id % 2 = 0; COMMIT`,
  );
  while (writer.follow(1000));
  writer.flush();
  while (writer.tidy());
  expect(stored().live).toBe(1200);
  expect(stored().bytes).toBeLessThan(before.bytes * 0.7);
  const reader = createSearchReader(library.folder);
  const find = (query: string): number =>
    reader.search({ query, sort: 'best', group: 'passage', offset: 0, limit: 10 }).total;
  expect([find('word'), find('w17'), find('a4'), find('a3'), find('"w17 and another a6"')]).toEqual([
    1200, 12, 100, 0, 1,
  ]);
  reader.release();
  writer.close();
  from.close();
  library.close();
});
