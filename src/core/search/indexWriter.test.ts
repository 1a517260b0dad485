import { expect, it } from 'vitest';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../articles/add.ts';
import { openReadOnly } from '../db/connect.ts';
import { openLibrary } from '../db/open.ts';
import { openIndex } from './indexFile.ts';
import { createIndexWriter } from './indexWriter.ts';

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
