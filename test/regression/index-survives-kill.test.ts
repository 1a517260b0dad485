/** An index whose process was killed in the midst of writing and joining is whole, and goes on from there. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { addArticles } from '#core/articles/add.ts';
import { openReadOnly } from '#core/db/connect.ts';
import { openLibrary } from '#core/db/open.ts';
import { openIndex } from '#core/search/indexFile.ts';
import { createIndexWriter } from '#core/search/indexWriter.ts';
import { createSearchReader } from '#core/search/reader.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';

const KILLS = 5;
const ARTICLES = 400;

it('nothing is lost from the index or in it twice after SIGKILL', { timeout: 120_000 }, async () => {
  const library = openLibrary({ path: temporaryFolder(), create: true });
  addArticles(
    library.db,
    Array.from({ length: ARTICLES }, (_unused, index) =>
      makeArticle([`common words of article number${index}`, 'and more common words']),
    ),
  );
  for (let kill = 0; kill < KILLS; kill += 1) {
    await indexUntilKilled(library.folder, 1 + kill * 9);
    const index = openReadOnly(library.folder.search);
    expect(index.pragma('integrity_check', { simple: true })).toBe('ok');
    index.close();
  }
  const from = openReadOnly(library.folder.library);
  const writer = createIndexWriter(openIndex(library.folder.search), from);
  expect(writer.compare()).toBe(true);
  while (writer.follow(1000));
  writer.flush();
  while (writer.tidy());
  expect(writer.progress().behind).toBe(0);
  writer.close();
  from.close();
  const reader = createSearchReader(library.folder);
  const find = (query: string): number =>
    reader.search({ query, sort: 'best', group: 'passage', offset: 0, limit: 5 }).total;
  expect(find('common')).toBe(ARTICLES * 2);
  expect(find(`number${ARTICLES - 1}`)).toBe(1);
  reader.release();
  library.close();
});

/** A module of the core as a string literal. */
const module = (name: string): string =>
  JSON.stringify(new URL(`../../src/core/${name}`, import.meta.url).href);

/** Starts a process that indexes a few articles at a time, and kills it after so many writes. */
async function indexUntilKilled(folder: { library: string; search: string }, writes: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { writeSync } from 'node:fs';
       import { openReadOnly } from ${module('db/connect.ts')};
       import { openIndex } from ${module('search/indexFile.ts')};
       import { createIndexWriter } from ${module('search/indexWriter.ts')};
       const writer = createIndexWriter(openIndex(${JSON.stringify(folder.search)}), openReadOnly(${JSON.stringify(folder.library)}));
       for (;;) {
         writer.follow(0);
         writer.flush();
         writeSync(1, 'written\\n');
         writer.tidy();
       }`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let seen = 0;
  createInterface({ input: child.stdout }).on('line', () => {
    seen += 1;
    if (seen === writes) child.kill('SIGKILL');
  });
  await ended;
}
