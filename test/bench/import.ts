/** Import of plain-text files through the app's own operation, beside the same without a search index. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openReadOnly } from '#core/db/connect.ts';
import { libraryFolder } from '#core/db/folder.ts';
import { openLibrary } from '#core/db/open.ts';
import { createImport } from '#core/import/import.ts';
import { createJournal } from '#core/organise/journal.ts';
import { chooseMerge } from '#core/search/segment/merge.ts';
import { createSegmentReader } from '#core/search/segment/store.ts';
import { coreContext } from '../coreContext.ts';
import { type BenchCore, openBenchCore, temporaryFolder } from './core.ts';
import { syntheticArticles, word } from './library.ts';
import { printRows } from './measure.ts';
import { createRandom } from './random.ts';

const FILES = Number(process.env['DOSSIER_BENCH_FILES'] ?? 10_000);
const FILES_IN_A_FOLDER = 1000;
/** Between two reads, in ms. */
const READ_PAUSE = 50;

export async function benchImport(): Promise<void> {
  const folder = temporaryFolder();
  const files = join(folder, 'files');
  const bytes = writeFiles(files);
  console.log(`\n${FILES} files, ${megabytes(bytes)} MB of text`);

  // Its folder stays until the end: Linux makes new files slowly for minutes after many were deleted.
  const floor = await withoutIndex(join(folder, 'floor'), files);
  const ours = await throughTheApp(join(folder, 'library'), files);

  const index = sizeOf(join(folder, 'library'), (name) => name.startsWith('search.sqlite'));
  console.table({
    'whole path, until the index is complete': rate(ours.indexed),
    'whole path, until the import says it is done': rate(ours.imported),
    'and until near-duplicates have been looked for': rate(ours.compared),
    'and until the segments of the index are joined': rate(ours.joined),
    'floor: read and store, no search index': rate(floor.time),
  });
  console.log(`Index ${megabytes(index)} MB: ${(index / bytes).toFixed(2)} times the size of the text`);
  console.log(
    `Processor time of an article: ${perArticle(ours.cpu)} ms, reads and searches meanwhile with it; to join segments ${perArticle(ours.joining)} ms; floor ${perArticle(floor.cpu)} ms`,
  );
  console.log(
    `Memory of the process, peak in each tenth of the time, MB: ${ours.memory.map(megabytes).join(', ')}`,
  );
  printRows(`Reads while ${FILES} files are imported`, [
    { what: 'open an article', ours: ours.busy.get, floor: ours.idle.get, floorIs: 'the same, afterwards' },
    { what: 'list articles', ours: ours.busy.list, floor: ours.idle.list, floorIs: 'the same, afterwards' },
    { what: 'search', ours: ours.busy.search, floor: ours.idle.search, floorIs: 'the same, afterwards' },
  ]);
}

function rate(milliseconds: number): { seconds: number; 'articles a second': number } {
  return {
    seconds: Number((milliseconds / 1000).toFixed(1)),
    'articles a second': Math.round((FILES / milliseconds) * 1000),
  };
}

/** `cpu` in microseconds. */
function perArticle(cpu: NodeJS.CpuUsage): string {
  return ((cpu.user + cpu.system) / 1000 / FILES).toFixed(2);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

/** Articles as they are saved from the web: title, byline, date, paragraphs. Returns the bytes of text. */
function writeFiles(folder: string): number {
  let count = 0;
  let bytes = 0;
  for (const { metadata, content } of syntheticArticles(FILES)) {
    const { title, author, issued } = metadata.csl;
    const [year = 2020, month = 1, day = 1] = issued?.['date-parts'][0] ?? [];
    const byline = `By ${author?.[0]?.given ?? ''} ${author?.[0]?.family ?? ''}`;
    const text = `${title}\n\n${byline}\n${year}-${month}-${day}\n\n${content.text}\n`;
    const own = join(folder, String(Math.floor(count / FILES_IN_A_FOLDER)));
    if (count % FILES_IN_A_FOLDER === 0) mkdirSync(own, { recursive: true });
    writeFileSync(join(own, `${count}.txt`), text);
    count += 1;
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

async function withoutIndex(path: string, files: string): Promise<{ time: number; cpu: NodeJS.CpuUsage }> {
  const library = openLibrary({ path, create: true });
  const importer = createImport(coreContext(library), createJournal(), { onChanged: () => undefined });
  const begin = performance.now();
  const cpuBefore = process.cpuUsage();
  const { imported } = await importer.importPaths([files]);
  const time = performance.now() - begin;
  const cpu = process.cpuUsage(cpuBefore);
  if (imported !== FILES) throw new Error(`Only ${imported} of ${FILES} files were imported.`);
  await importer.close();
  library.close();
  return { time, cpu };
}

interface Reads {
  get: number[];
  list: number[];
  search: number[];
}

async function throughTheApp(
  library: string,
  files: string,
): Promise<{
  imported: number;
  indexed: number;
  compared: number;
  joined: number;
  busy: Reads;
  idle: Reads;
  /** Until the index was complete and near-duplicates had been looked for. */
  cpu: NodeJS.CpuUsage;
  /** After that, until the segments of the index were joined. */
  joining: NodeJS.CpuUsage;
  /** Bytes. */
  memory: number[];
}> {
  const core = await openBenchCore(library);
  const cpuBefore = process.cpuUsage();
  const begin = performance.now();
  const memory: number[] = [];
  let imported = 0;
  const running = core.call('import.run', { jobId: 'bench', paths: [files] }).then((report) => {
    imported = performance.now() - begin;
    if (report.imported !== FILES)
      throw new Error(`Only ${report.imported} of ${FILES} files were imported.`);
  });
  const busy = noReads();
  const random = createRandom(3);
  let indexed = 0;
  while (indexed === 0) {
    memory.push(process.memoryUsage.rss());
    await read(core, busy, random);
    await setTimeout(READ_PAUSE);
    if (imported > 0 && (await core.call('search.status', {})).ready) indexed = performance.now() - begin;
  }
  await running;
  await untilCompared(library);
  const compared = performance.now() - begin;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuCompared = process.cpuUsage();
  await untilJoined(library);
  const joined = performance.now() - begin;
  const joining = process.cpuUsage(cpuCompared);
  const idle = noReads();
  // With the same pauses: who asks again at once finds everything still at work.
  while (idle.get.length < busy.get.length) {
    await read(core, idle, random);
    await setTimeout(READ_PAUSE);
  }
  await core.close();
  const tenth = Math.ceil(memory.length / 10);
  const tenths = Array.from({ length: 10 }, (_none, at) => memory.slice(at * tenth, (at + 1) * tenth));
  return {
    imported,
    indexed,
    compared,
    joined,
    busy,
    idle,
    cpu,
    joining,
    memory: tenths.filter((part) => part.length > 0).map((part) => Math.max(...part)),
  };
}

/** Near-duplicates are looked for when no import runs any more. */
async function untilCompared(library: string): Promise<void> {
  const { duplicates } = libraryFolder(library);
  for (;;) {
    if (existsSync(duplicates)) {
      const db = openReadOnly(duplicates);
      const isMade = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'follower'`).get() !== undefined;
      const followed = isMade
        ? (db.prepare<[], number>('SELECT version_id FROM follower').pluck().get() ?? 0)
        : 0;
      db.close();
      if (followed >= FILES) return;
    }
    await setTimeout(READ_PAUSE);
  }
}

async function untilJoined(library: string): Promise<void> {
  const db = openReadOnly(libraryFolder(library).search);
  const segments = createSegmentReader(db);
  while (chooseMerge(segments.list()) !== null) await setTimeout(READ_PAUSE);
  db.close();
}

function noReads(): Reads {
  return { get: [], list: [], search: [] };
}

/** What an analyst does meanwhile: opens an article, looks at the list, searches. */
async function read(core: BenchCore, times: Reads, random: ReturnType<typeof createRandom>): Promise<void> {
  const time = async <T>(into: number[], run: () => Promise<T>): Promise<T> => {
    const begin = performance.now();
    const result = await run();
    into.push(performance.now() - begin);
    return result;
  };
  const { total } = await core.call('articles.list', { limit: 1 });
  if (total === 0) return;
  await time(times.get, () => core.call('articles.get', { id: random.integer(1, total) }));
  await time(times.list, () => core.call('articles.list', { limit: 50 }));
  await time(times.search, () =>
    core.call('search.passages', { query: word(random.integer(200, 5000)), limit: 50 }),
  );
}

function sizeOf(folder: string, take: (name: string) => boolean): number {
  return readdirSync(folder)
    .filter(take)
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
