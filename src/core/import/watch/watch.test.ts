import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventName, EventPayload } from '#contract/events.ts';
import { coreContext } from '#test/coreContext.ts';
import { type OpenLibrary, openLibrary } from '../../db/open.ts';
import { createImport, type Importer } from '../import.ts';
import { createJournal } from '../../organise/journal.ts';

let folder: string;
let inbox: string;
let library: OpenLibrary;
let importer: Importer;
let done: EventPayload<'import.progress'>[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-watch-'));
  inbox = join(folder, 'inbox');
  await mkdir(inbox);
  open();
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true });
});

function open(): void {
  library = openLibrary({ path: join(folder, 'library'), create: true });
  done = [];
  const emit = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    if (name !== 'import.progress') return;
    const progress = payload as EventPayload<'import.progress'>;
    if (progress.state === 'done') done.push(progress);
  };
  const context = coreContext(library, emit);
  importer = createImport(context, createJournal(), { onChanged: () => undefined }, { settled: 300 });
}
async function close(): Promise<void> {
  await importer.close();
  library.close();
}

const story = (name: string): string =>
  `Report from ${name}\n\nThe committee met in ${name} and published what it had found there at some length.\n`;
const titles = (): string[] =>
  library.db.prepare<[], string>(`SELECT csl ->> '$.title' FROM article ORDER BY 1`).pluck().all();
const imported = (...names: string[]): Promise<void> =>
  vi.waitFor(() => expect(titles()).toEqual(names.map((name) => `Report from ${name}`)), {
    timeout: 60_000,
    interval: 50,
  });

it('imports what is there, what comes, and what came while it was closed; each once', async () => {
  await writeFile(join(inbox, 'a.txt'), story('Aarhus'));
  await writeFile(join(inbox, '.hidden.txt'), story('Hidden'));
  await writeFile(join(inbox, 'b.bin'), 'x');
  await importer.handlers['import.watch']({ path: inbox, on: true });
  await imported('Aarhus');
  await mkdir(join(inbox, 'deep'));
  await writeFile(join(inbox, 'deep', 'b.txt'), story('Bergen'));
  await imported('Aarhus', 'Bergen');
  // One that is cut off before its end is resumed.
  await vi.waitFor(() => expect(done).toHaveLength(2), { timeout: 10_000 });
  expect(done.every(({ origin }) => origin === 'watch')).toBe(true);
  await close();
  await writeFile(join(inbox, 'c.txt'), story('Cork'));
  open();
  await imported('Aarhus', 'Bergen', 'Cork');
  await vi.waitFor(() => expect(done).toHaveLength(1), { timeout: 10_000 });
  expect(done[0]).toMatchObject({ total: 1 });
}, 120_000);

it('waits until a file is written', async () => {
  await importer.handlers['import.watch']({ path: inbox, on: true });
  const path = join(inbox, 'a.txt');
  await writeFile(path, 'Report from Aarhus\n\n');
  for (let part = 0; part < 8; part += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await appendFile(path, 'The committee met once more and wrote another sentence of its report there. ');
  }
  await imported('Aarhus');
  expect(library.db.prepare('SELECT words FROM article_version').pluck().all()).toEqual([8 * 13]);
}, 120_000);

it('stops where it is switched off, and reports what it cannot read once', async () => {
  await writeFile(join(inbox, 'broken.txt'), '');
  await importer.handlers['import.watch']({ path: inbox, on: true });
  await vi.waitFor(() => expect(done).toHaveLength(1), { timeout: 60_000 });
  expect(await importer.handlers['import.jobs']({})).toMatchObject([{ origin: 'watch', refused: 1 }]);
  expect(await importer.handlers['import.watch']({ path: inbox, on: false })).toEqual([
    { path: inbox, on: false, problem: null },
  ]);
  await writeFile(join(inbox, 'a.txt'), story('Aarhus'));
  expect(await importer.handlers['import.watch']({ path: inbox, on: true })).toMatchObject([{ on: true }]);
  await imported('Aarhus');
  expect(done.at(-1)).toMatchObject({ total: 1 });
  expect(await importer.handlers['import.unwatch']({ path: inbox })).toEqual([]);
}, 120_000);

it('watches no folder that holds the library, that is none, or that is not named whole', async () => {
  const watch = async (path: string): Promise<unknown> =>
    importer.handlers['import.watch']({ path, on: true });
  await expect(watch(folder)).rejects.toThrow(/the library itself lies in it/);
  await expect(watch(join(folder, 'library', 'originals'))).rejects.toThrow(/a part of the library/);
  await expect(watch(join(folder, 'nowhere'))).rejects.toThrow(/there is no such folder/);
  await expect(watch('inbox')).rejects.toThrow(/whole path/);
});
