import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import { temporaryFolder } from '#test/contract/library.ts';
import { coreContext } from '#test/coreContext.ts';
import { createBrief, saveBrief } from '../briefs/store.ts';
import type { CoreContext } from '../context.ts';
import { type OpenLibrary, openLibrary } from '../db/open.ts';
import { createVersions, type Versions } from './versions.ts';

let library: OpenLibrary;
let context: CoreContext;
let versions: Versions;
let briefId: number;
let revision: number;
const MINUTE = 60_000;
const START = Date.parse('2026-06-15T12:00:00Z');

const paragraph = (words: string): StoredNode => ({
  type: 'paragraph',
  children: [{ type: 'text', text: words }],
});
const text = (...words: string[]): StoredDocument => ({
  docVersion: 1,
  root: { type: 'root', version: 1, note: 'kept', children: words.map(paragraph) },
});
const long = (from: number, to: number): string[] =>
  Array.from(
    { length: to - from },
    (_unused, index) => `Paragraph ${from + index} has some words of its own.`,
  );
const at = (minutes: number): void => void vi.setSystemTime(START + minutes * MINUTE);
const save = (...words: string[]): void => {
  const saved = saveBrief(context.db, { id: briefId, revision, document: text(...words) });
  ({ revision } = saved);
  if (saved.keptVersion) versions.kept();
};
const list = async () => versions.handlers['versions.list']({ briefId });
const get = async (id: number) => versions.handlers['versions.get']({ id });
const blocks = (): number => context.db.prepare('SELECT count(*) FROM version_block').pluck().get() as number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  at(0);
  library = openLibrary({ path: temporaryFolder(), create: true });
  context = coreContext(library);
  versions = createVersions(context);
  ({ id: briefId, revision } = createBrief(context.db, { document: text(...long(0, 50)) }));
});
afterEach(async () => {
  vi.useRealTimers();
  await versions.close();
  library.close();
});

it('keeps a version every ten minutes, and the end of a sitting by the first save of the next', async () => {
  for (let minute = 1; minute <= 25; minute += 1) {
    at(minute);
    save(...long(0, 50), `minute ${minute}`);
  }
  expect((await list()).map(({ kind, createdAt }) => [kind, createdAt.slice(11, 16)])).toEqual([
    ['automatic', '12:18'],
    ['automatic', '12:09'],
  ]);
  at(24 * 60);
  save(...long(0, 50), 'next day');
  const [end] = await list();
  expect(end!.createdAt.slice(11, 16)).toBe('12:25');
  expect((await get(end!.id)).document).toEqual(text(...long(0, 50), 'minute 25'));
});

it('keeps what stood there before much of it is deleted, at once', async () => {
  at(1);
  save(...long(0, 50), 'one more');
  save('nothing left');
  expect(await list()).toMatchObject([{ kind: 'beforeDeletion', words: 402 }]);
  expect((await get((await list())[0]!.id)).document).toEqual(text(...long(0, 50), 'one more'));
});

it('keeps each block once, and frees those that no version holds', async () => {
  const keep = (name: string) => versions.handlers['versions.keep']({ briefId, name });
  const first = await keep('first');
  save(...long(0, 49), 'changed');
  const second = await keep('second');
  expect(blocks()).toBe(51);
  await versions.handlers['versions.remove']({ id: first.id });
  expect(blocks()).toBe(50);
  expect((await get(second.id)).document).toEqual(text(...long(0, 49), 'changed'));
});

it('reads a version that is not packed yet, and packs it when the library is opened again', async () => {
  await versions.close();
  at(20);
  save('the next');
  const id = context.db.prepare('SELECT id FROM brief_version').pluck().get() as number;
  expect((await get(id)).document).toEqual(text(...long(0, 50)));
  expect(blocks()).toBe(0);
  versions = createVersions(context);
  expect(await list()).toMatchObject([{ id, words: 400 }]);
  expect(blocks()).toBe(50);
  expect((await get(id)).document).toEqual(text(...long(0, 50)));
});

it('tells of damage, and gives what is left', async () => {
  const { id } = await versions.handlers['versions.keep']({ briefId, name: 'A' });
  const stored = context.db.prepare('SELECT id, data FROM version_block LIMIT 2').all() as {
    id: number;
    data: Buffer;
  }[];
  stored[0]!.data[5]! ^= 0xff;
  const update = context.db.prepare('UPDATE version_block SET data = ? WHERE id = ?');
  update.run(stored[0]!.data, stored[0]!.id);
  // Whole in itself, and not what stood there.
  update.run(stored[0]!.data.subarray(0, 0), stored[1]!.id);
  expect(await get(id)).toMatchObject({ damaged: 2, document: text(...long(2, 50)) });
  context.db.prepare(`UPDATE brief_version SET blocks = '[3,2]'`).run();
  expect((await get(id)).damaged).toBe(1);
});

it('thins out, but not what has a name', async () => {
  for (let minute = 0; minute < 120; minute += 11) {
    at(minute);
    save(...long(0, 50), `minute ${minute}`);
  }
  const [latest] = await list();
  await versions.handlers['versions.name']({ id: (await list())[3]!.id, name: 'Sent' });
  const all = (await list()).length;
  at(3 * 24 * 60);
  save(...long(0, 50), 'days later');
  const left = await list();
  expect(left.length).toBeLessThan(all);
  expect(left.filter(({ kind }) => kind === 'named')).toHaveLength(1);
  expect(left.map(({ createdAt }) => createdAt.slice(0, 13))).toEqual([
    '2026-06-15T13',
    '2026-06-15T13',
    '2026-06-15T12',
  ]);
  expect(latest).toBeDefined();
});
