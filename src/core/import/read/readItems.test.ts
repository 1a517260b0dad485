import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
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

it.each([
  ['is cut short', 'one'],
  ['is written anew', 'ten and six'],
])('refuses a file that %s while it is read', async (_what, later) => {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-source-'));
  const path = join(folder, 'a.txt');
  await writeFile(path, 'one and two');
  await utimes(path, 1000, 1000);
  const file = fileOnDisk(path);
  await writeFile(path, later);
  await expect(file.bytes()).rejects.toThrow(/changed while it was read/);
  const read = async (): Promise<void> => {
    const chunks = file.stream()[Symbol.asyncIterator]();
    while ((await chunks.next()).done !== true) await writeFile(path, later);
  };
  await expect(read()).rejects.toThrow(/changed while it was read/);
  await rm(folder, { recursive: true });
});

it('says of a dump inside another file how its columns can be named', async () => {
  const csv = new TextEncoder().encode('k1,k2\n1,2\n3,4\n');
  const zip = zipSync({ 'in/dump.csv': csv });
  const [inside] = await all(readItems(fileInMemory('all.zip', zip)));
  expect(inside).toMatchObject({ kind: 'refused', name: 'all.zip/in/dump.csv' });
  expect((inside as { message: string }).message).toMatch(/columns of “dump.csv”.*Choose them to import it/u);
  const mail = `From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Disposition: attachment; filename="dump.csv"\n\nk1,k2\n1,2\n3,4\n--b--\n`;
  const [attached] = await all(readItems(fileInMemory('m.eml', new TextEncoder().encode(mail))));
  expect(attached).toMatchObject({ kind: 'refused', name: 'm.eml/dump.csv' });
  expect((attached as { message: string }).message).toMatch(/columns of “dump.csv”.*Take it out of “m.eml”/u);
  const folder = await mkdtemp(join(tmpdir(), 'dossier-source-'));
  await writeFile(join(folder, 'dump.csv'), csv);
  const [alone] = await all(readItems(fileOnDisk(join(folder, 'dump.csv'))));
  expect((alone as { message: string }).message).toMatch(/Choose them to import it/u);
  await rm(folder, { recursive: true });
});

it.each([
  ['a.json', '[{"title": "One", "text": "Words that'],
  ['a.jsonl', '{"title": "One", "text": "Words that'],
])('says of %s that breaks off in its first row what is wrong with that', async (name, text) => {
  const items = await all(readItems(fileInMemory(name, new TextEncoder().encode(text))));
  expect(items).toMatchObject([
    {
      kind: 'refused',
      name: `${name}, row 1`,
      message: expect.stringMatching(/breaks off|is not valid JSON/u),
    },
  ]);
});
