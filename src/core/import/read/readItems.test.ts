import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CONTAINER_READERS } from './containers.ts';
import { formatOf, IMPORT_ENDINGS } from './formats.ts';
import type { ReadItem } from './item.ts';
import { readItems } from './readItems.ts';
import { fileInMemory, fileOnDisk } from './sourceFile.ts';

async function all(items: AsyncIterable<ReadItem>): Promise<ReadItem[]> {
  const list: ReadItem[] = [];
  for await (const item of items) list.push(item);
  return list;
}

it('has a reader for every container that it takes', () => {
  const names = IMPORT_ENDINGS.map((ending) => formatOf(`a.${ending}`)!)
    .filter(({ kind }) => kind === 'container')
    .map(({ name }) => name);
  expect(Object.keys(CONTAINER_READERS).toSorted()).toEqual([...new Set(names)].toSorted());
});

it('yields a document as one article with its bytes', async () => {
  const bytes = new TextEncoder().encode('# A title\n\nA paragraph of it.');
  expect(await all(readItems(fileInMemory('a.md', bytes)))).toMatchObject([
    { kind: 'article', metadata: { csl: { title: 'A title' } }, original: { name: 'a.md', bytes } },
  ]);
});

it('refuses what cannot be read, and says why', async () => {
  const messages = async (name: string, text: string): Promise<unknown> =>
    all(readItems(fileInMemory(name, new TextEncoder().encode(text))));
  expect(await messages('a.txt', '')).toEqual([
    { kind: 'refused', name: 'a.txt', message: '“a.txt” is empty.' },
  ]);
  expect(await messages('a.xyz', 'x')).toMatchObject([{ kind: 'refused' }]);
  expect(await messages('a.html', '<div>'.repeat(300_000))).toMatchObject([
    { message: 'No text of an article was found in “a.html”.' },
  ]);
});

it('refuses a file that grows while it is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-source-'));
  const path = join(folder, 'a.txt');
  await writeFile(path, 'one');
  const file = fileOnDisk(path);
  await writeFile(path, 'one and two');
  await expect(file.bytes()).rejects.toThrow(/grew while it was read/);
  await expect(file.stream()[Symbol.asyncIterator]().next()).rejects.toThrow(/grew while it was read/);
  await rm(folder, { recursive: true });
});
