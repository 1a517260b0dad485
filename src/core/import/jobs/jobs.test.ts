import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventName, EventPayload } from '#contract/events.ts';
import { coreContext } from '#test/coreContext.ts';
import { type OpenLibrary, openLibrary } from '../../db/open.ts';
import { createImport, type Importer } from '../import.ts';
import { createJournal } from '../../organise/journal.ts';
import { createProgress } from './progress.ts';

const FILES = 300;

let folder: string;
let files: string;
let library: OpenLibrary;
let importer: Importer;
let progress: EventPayload<'import.progress'>[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-jobs-'));
  files = join(folder, 'in');
  await mkdir(files);
  for (let n = 0; n < FILES; n += 1)
    await writeFile(
      join(files, `${n}.txt`),
      `Report ${n}\n\nThe committee met ${n} times and said so at length.\n`,
    );
  open();
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true });
});

function open(): void {
  library = openLibrary({ path: join(folder, 'library'), create: true });
  progress = [];
  const emit = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    if (name === 'import.progress') progress.push(payload as EventPayload<'import.progress'>);
  };
  const context = coreContext(library, emit);
  importer = createImport(context, createJournal(), { onChanged: () => undefined });
}

async function close(): Promise<void> {
  await importer.close();
  library.close();
}

const count = (sql: string): number => library.db.prepare<[], number>(sql).pluck().get()!;
const begun = (): Promise<void> =>
  vi.waitFor(() => expect(count('SELECT count(*) FROM article')).toBeGreaterThan(0), {
    timeout: 30_000,
    interval: 1,
  });
const ended = (state: string): Promise<void> =>
  vi.waitFor(() => expect(progress.at(-1)?.state).toBe(state), { timeout: 60_000, interval: 5 });

function expectWhole(): void {
  expect(count('SELECT count(*) FROM article')).toBe(FILES);
  expect(count(`SELECT count(DISTINCT csl ->> '$.title') FROM article`)).toBe(FILES);
}

it('halts where it is, goes on from there, and reports as if it had never halted', async () => {
  const running = importer.importPaths([files], { jobId: 'j' });
  await begun();
  expect(importer.handlers['import.pause']({ jobId: 'j' })).toEqual({ paused: true });
  await ended('paused');
  const halted = count('SELECT count(*) FROM article');
  expect(halted).toBeLessThan(FILES);
  expect(await importer.handlers['import.jobs']({})).toMatchObject([
    { jobId: 'j', state: 'paused', done: halted, total: FILES, imported: halted },
  ]);
  // Another import does not wait for it.
  const other = join(folder, 'other.txt');
  await writeFile(other, 'Another report\n\nIt came while the first one was halted, and did not wait.\n');
  expect(await importer.importPaths([other])).toMatchObject({ imported: 1 });
  await rm(other);
  expect(importer.handlers['import.resume']({ jobId: 'j' })).toEqual({ resumed: true });
  expect(await running).toMatchObject({ imported: FILES, skipped: 0, refused: 0, cancelled: false });
  expect(progress.at(-1)).toMatchObject({ state: 'done', done: FILES, total: FILES });
  expect(importer.handlers['import.resume']({ jobId: 'j' })).toEqual({ resumed: false });
  expect(count('SELECT count(*) FROM article')).toBe(FILES + 1);
}, 120_000);

it('is offered again after the app ended in the middle, and imports nothing twice', async () => {
  const running = importer.importPaths([files], { jobId: 'j' });
  await begun();
  await close();
  expect(await running).toMatchObject({ cancelled: true });
  open();
  const done = count('SELECT count(*) FROM article');
  expect(done).toBeLessThan(FILES);
  expect(await importer.handlers['import.jobs']({})).toMatchObject([
    { jobId: 'j', state: 'interrupted', done, total: FILES },
  ]);
  await importer.handlers['import.resume']({ jobId: 'j' });
  await ended('done');
  expectWhole();
  expect(await readdir(library.folder.originals)).toHaveLength(FILES);
  expect(await importer.handlers['import.jobs']({})).toMatchObject([
    { jobId: 'j', state: 'done', done: FILES, imported: FILES, skipped: 0, refused: 0 },
  ]);
}, 120_000);

it('puts what it brings into its collection, also after a restart, and what was there already', async () => {
  library.db.exec(`INSERT INTO collection (name, created_at) VALUES ('C', '')`);
  await importer.importPaths([join(files, '0.txt'), join(files, `${FILES - 1}.txt`)]);
  expect(count('SELECT count(*) FROM collection_article')).toBe(0);
  const run = { jobId: 'j', paths: [files], mappings: {}, collectionId: 1 };
  const running = importer.handlers['import.run'](run);
  await vi.waitFor(() => expect(count('SELECT count(*) FROM collection_article')).toBeGreaterThan(0), {
    timeout: 30_000,
    interval: 1,
  });
  await close();
  expect(await running).toMatchObject({ cancelled: true });
  open();
  expect(count('SELECT count(*) FROM article')).toBeLessThan(FILES);
  await importer.handlers['import.resume']({ jobId: 'j' });
  await ended('done');
  expectWhole();
  expect(count('SELECT count(*) FROM collection_article WHERE collection_id = 1')).toBe(FILES);
}, 120_000);

it('goes on without its collection where that was removed', async () => {
  const run = { jobId: 'j', paths: [join(files, '0.txt')], mappings: {}, collectionId: 7 };
  expect(await importer.handlers['import.run'](run)).toMatchObject({ imported: 1 });
  expect(count('SELECT count(*) FROM collection_article')).toBe(0);
}, 120_000);

it('can be given up after a restart; what it imported stays', async () => {
  void importer.importPaths([files], { jobId: 'j' });
  await begun();
  await close();
  open();
  expect(importer.handlers['import.cancel']({ jobId: 'j' })).toEqual({ cancelled: true });
  expect(importer.handlers['import.resume']({ jobId: 'j' })).toEqual({ resumed: false });
  expect(await importer.handlers['import.jobs']({})).toMatchObject([{ state: 'cancelled' }]);
  expect(count('SELECT count(*) FROM article')).toBeGreaterThan(0);
}, 120_000);

it('gives a short report, and all of it by page', async () => {
  await writeFile(join(files, '3.txt'), '');
  const report = await importer.importPaths([files], { jobId: 'j' });
  expect(report).toMatchObject({ imported: FILES - 1, refused: 1 });
  expect(report.entries).toEqual([
    { file: join(files, '3.txt'), status: 'refused', message: '“3.txt” is empty.' },
  ]);
  const page = await importer.handlers['import.report']({ jobId: 'j', offset: 250, limit: 1000 });
  expect(page.total).toBe(FILES);
  expect(page.entries).toHaveLength(FILES - 250);
  expect(page.entries.at(-1)).toMatchObject({ file: join(files, `${FILES - 1}.txt`), status: 'imported' });
  expect(
    await importer.handlers['import.report']({ jobId: 'j', status: 'refused', offset: 0, limit: 10 }),
  ).toMatchObject({ total: 1, entries: [{ status: 'refused' }] });
}, 120_000);

it('tells the pace over the last seconds, and nothing before it can be told', () => {
  const told: EventPayload<'import.progress'>[] = [];
  let now = 0;
  const watch = createProgress(
    (_name, payload) => void told.push(payload as EventPayload<'import.progress'>),
    { jobId: 'j', origin: 'analyst' },
    () => now,
  );
  for (let second = 0; second <= 20; second += 1) {
    now = second * 1000;
    watch.at({ done: second * 10, total: 1000, items: second * 20, current: '' });
  }
  expect(told[0]).toMatchObject({ rate: null, remaining: null });
  expect(told.at(-1)).toMatchObject({ rate: 20, remaining: 80 });
  watch.state('paused');
  expect(told.at(-1)).toMatchObject({ state: 'paused', rate: null, remaining: null });
});

it('lets the core write all the while', async () => {
  const running = importer.importPaths([files]);
  await begun();
  const note = library.db.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)');
  let writes = 0;
  while (progress.at(-1)?.state === 'running') {
    library.db
      .transaction(() => {
        const articles = count('SELECT count(*) FROM article');
        note.run('test.seen', String(articles));
      })
      .immediate();
    writes += 1;
    await setTimeout(1);
  }
  expect((await running).imported).toBe(FILES);
  expect(writes).toBeGreaterThan(1);
  expectWhole();
});
