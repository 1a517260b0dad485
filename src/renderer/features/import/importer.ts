/** Runs imports one after the other, and remembers how the last one went. */
import type { EventPayload } from '#contract/events.ts';
import type { ImportJob, ImportReport } from '#contract/import.ts';
import type { OperationInput } from '#contract/index.ts';
import type { TableMapping } from '#contract/importTables.ts';
import { client } from '../../api/client.ts';
import { createStore } from '../../app/store.ts';
import { openPassage, showDialog, workspace } from '../../app/workspace.ts';
import { listedCollection } from '../library/intoCollection.ts';
import { notify, notifyError, toastManager } from '../../ui/toasts.ts';
import { chosenFiles } from '../../ui/chosenFiles.ts';
import { chooseColumns } from './mapping/state.ts';
import { formatCount } from '../../ui/numbers.ts';

/** How many files an import has brought. */
export type ImportCounts = Pick<ImportJob, 'jobId' | 'imported' | 'updated' | 'skipped' | 'refused'> & {
  state?: ImportJob['state'];
  cancelled?: boolean;
};

/** The window hands the files over. */
interface Reading {
  jobId: string;
  done: number;
  total: number;
  current: string;
  cancelled: boolean;
}

export interface ImportState {
  reading: Reading | null;
  /** The import that runs or is halted, as it last told of itself. */
  job: EventPayload<'import.progress'> | null;
  /** The analyst has asked for its end, or its halt. */
  asked: 'pause' | 'cancel' | null;
  /** Imports that an earlier start of Dossier did not finish. */
  interrupted: ImportJob[];
  /** The last one that is over. */
  last: ImportCounts | null;
}

export const imports = createStore<ImportState>({
  reading: null,
  job: null,
  asked: null,
  interrupted: [],
  last: null,
});

const patch = (change: Partial<ImportState>): void => imports.set((before) => ({ ...before, ...change }));

let queue: Promise<void> = Promise.resolve();

/** Imports files and folders by their paths, after the imports that are under way. */
function importPaths(paths: string[]): Promise<void> {
  return enqueue(() => Promise.resolve(paths), paths.length);
}

/** Imports files that were dropped or chosen in the window. */
export function importFiles(files: File[]): Promise<void> {
  return enqueue(() => pathsOf(files), files.length);
}

/** Imports a dump whose columns the analyst has named. */
export function importTable(path: string, mapping: TableMapping): Promise<void> {
  return enqueue(() => Promise.resolve([path]), 1, { [path]: mapping });
}

/** Endings of dumps, without the dot. */
const TABLE_ENDINGS = ['csv', 'tsv', 'tab', 'json', 'jsonl', 'ndjson'];

/** Lets the analyst choose a dump and say what its columns hold, also where Dossier could tell by itself. */
export async function chooseTable(nativeDialogs: boolean): Promise<void> {
  try {
    const paths = nativeDialogs
      ? await client.call('import.chooseFiles', {})
      : await client.filePaths((await chooseInBrowser(TABLE_ENDINGS)).slice(0, 1));
    const path = paths?.[0];
    if (path !== undefined) chooseColumns(path);
  } catch (error) {
    notifyError(error, 'The file could not be chosen');
  }
}

/** Lets the analyst choose files: in the host's own dialog where it has one. */
export async function chooseAndImport(nativeDialogs: boolean): Promise<void> {
  try {
    if (!nativeDialogs) {
      const files = await chooseInBrowser(await client.call('import.formats', {}));
      if (files.length > 0) await importFiles(files);
      return;
    }
    const paths = await client.call('import.chooseFiles', {});
    if (paths !== null && paths.length > 0) await importPaths(paths);
  } catch (error) {
    notifyError(error, 'The files could not be chosen');
  }
}

/** Stops the import for good; what it has imported by then stays. */
export function cancelImport(): void {
  const { reading, job } = imports.get();
  if (reading !== null) patch({ reading: { ...reading, cancelled: true } });
  else if (job !== null) ask('cancel', job.jobId);
}

/** Halts the running import where it is. */
export function pauseImport(): void {
  const { job } = imports.get();
  if (job !== null) ask('pause', job.jobId);
}

/** Goes on with an import that was halted or cut off. */
export function resumeImport(jobId: string): void {
  client.call('import.resume', { jobId }).then(refresh).catch(notifyError);
}

/** Gives up an import that was cut off; what it has imported stays. */
export function discardImport(jobId: string): void {
  client.call('import.cancel', { jobId }).then(refresh).catch(notifyError);
}

function ask(asked: 'pause' | 'cancel', jobId: string): void {
  patch({ asked });
  client.call(`import.${asked}`, { jobId }).catch((error: unknown) => {
    patch({ asked: null });
    notifyError(error);
  });
}

/** Follows what the core imports, whoever began it. Call it once. */
export function followImports(): void {
  client.on('import.progress', (progress) => {
    if (progress.state === 'running') {
      const asked = imports.get().job?.jobId === progress.jobId ? imports.get().asked : null;
      patch({ job: progress, asked });
    } else if (progress.state === 'paused') patch({ job: progress, asked: null });
    else void end(progress);
  });
  refresh().catch(() => undefined);
}

/** Asks the core what there is: after a start, and whenever a job that was not running may have changed. */
async function refresh(): Promise<void> {
  const jobs = await client.call('import.jobs', {});
  const active = jobs.find(({ state }) => state === 'running' || state === 'paused');
  imports.set((before) => ({
    ...before,
    interrupted: jobs.filter(({ state, origin }) => state === 'interrupted' && origin === 'analyst'),
    job: before.job?.jobId === active?.jobId ? before.job : active === undefined ? null : asProgress(active),
    last: jobs.findLast(({ state }) => state === 'done' || state === 'cancelled') ?? before.last,
  }));
}

function asProgress(job: ImportJob): EventPayload<'import.progress'> {
  const { jobId, origin, state, done, total } = job;
  return { jobId, origin, state, done, total, items: 0, rate: null, remaining: null, current: '' };
}

/** Imports that this window waits for itself tell more when they end. */
const own = new Set<string>();

/** Runs an import under its job id; whoever waits for it tells of its end. */
export async function ownImport<T>(jobId: string, run: () => Promise<T>): Promise<T> {
  own.add(jobId);
  try {
    return await run();
  } finally {
    own.delete(jobId);
  }
}

async function end({ jobId, origin, state }: EventPayload<'import.progress'>): Promise<void> {
  if (imports.get().job?.jobId === jobId) patch({ job: null, asked: null });
  const waitedFor = own.has(jobId);
  await refresh().catch(() => undefined);
  const { last } = imports.get();
  if (waitedFor || last?.jobId !== jobId || state !== 'done') return;
  const found = last.imported + last.updated + last.refused;
  if (origin === 'analyst' || found > 0) tell(last, origin === 'watch' ? 'From a watched folder: ' : '');
}

function enqueue(
  getPaths: () => Promise<string[]>,
  total: number,
  mappings: Record<string, TableMapping> = {},
): Promise<void> {
  if (total === 0) return Promise.resolve();
  const collectionId = listedCollection()?.id;
  queue = queue.then(() =>
    run(getPaths, total, { mappings, ...(collectionId !== undefined && { collectionId }) }),
  );
  return queue;
}

type HowToImport = Pick<OperationInput<'import.run'>, 'mappings' | 'collectionId'>;

/** The window hands over one lot of files after the other; from then on the core has them. */
async function run(getPaths: () => Promise<string[]>, total: number, how: HowToImport): Promise<void> {
  const jobId = crypto.randomUUID();
  patch({ reading: { jobId, done: 0, total, current: '', cancelled: false } });
  try {
    const paths = await getPaths();
    // Not waited for: it may be halted, and others are to go on.
    if (paths.length > 0) void importIn(jobId, paths, how);
  } catch (error) {
    notifyError(error, 'The files could not be read');
  } finally {
    patch({ reading: null });
  }
}

async function importIn(jobId: string, paths: string[], how: HowToImport): Promise<void> {
  try {
    const report = await ownImport(jobId, () => client.call('import.run', { jobId, paths, ...how }));
    patch({ last: report });
    announce(report);
  } catch (error) {
    notifyError(error, 'The import failed');
  }
}

/** Files that a browser hands over at a time; it has six connections to a host, and other calls need theirs. */
const AT_ONCE = 3;

async function pathsOf(files: File[]): Promise<string[]> {
  const paths: string[][] = [];
  const jobId = imports.get().reading?.jobId;
  const stillReading = (): boolean => {
    const { reading } = imports.get();
    return reading !== null && reading.jobId === jobId && !reading.cancelled;
  };
  let next = 0;
  const handOver = async (): Promise<void> => {
    for (let file = files[next]; file !== undefined && stillReading(); file = files[next]) {
      const at = next;
      next += 1;
      patch({ reading: { ...imports.get().reading!, done: at, current: file.name } });
      paths[at] = await client.filePaths([file]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, handOver));
  return stillReading() ? paths.flat() : [];
}

/** Opens what was imported where it is a single article; a dialog is never put in the analyst's way. */
function announce(report: ImportReport): void {
  const only = report.entries.length === 1 ? report.entries[0] : undefined;
  if (only?.articleId !== undefined && workspace.get().dialog === null)
    openPassage({ articleId: only.articleId });
  // One dump alone, whose columns only the analyst knows: he is at it.
  if (only?.table !== undefined && workspace.get().dialog === null) {
    chooseColumns(only.table);
    return;
  }
  tell({ ...report, state: report.cancelled ? 'cancelled' : 'done' }, '', only?.message);
}

function tell(counts: ImportCounts, from: string, description?: string): void {
  notify({
    id: 'import-report',
    title: from + reportSummary(counts),
    description,
    kind: counts.refused > 0 ? 'warning' : 'plain',
    action: { label: 'Report', run: showReport },
    timeout: counts.refused > 0 ? 0 : 10_000,
  });
}

/** Opens the report of the last import; the message that offered it has then done its work. */
export function showReport(): void {
  toastManager.close('import-report');
  showDialog('import');
}

/** `12 imported, 3 updated, 1 already there, 2 refused`. */
export function reportSummary(counts: ImportCounts): string {
  const parts = [`${formatCount(counts.imported)} imported`];
  if (counts.updated > 0) parts.push(`${formatCount(counts.updated)} updated`);
  if (counts.skipped > 0) parts.push(`${formatCount(counts.skipped)} already there`);
  if (counts.refused > 0) parts.push(`${formatCount(counts.refused)} refused`);
  const stopped = counts.cancelled === true || counts.state === 'cancelled';
  return (stopped ? 'Import stopped: ' : '') + parts.join(', ');
}

/** Files with one of these endings, without the dot, that the analyst chooses; none where he thinks better of it. */
export function chooseInBrowser(endings: string[], most: 'one' | 'many' = 'many'): Promise<File[]> {
  const input = document.createElement('input');
  input.multiple = most === 'many';
  input.accept = endings.map((ending) => `.${ending}`).join(',');
  return chosenFiles(input);
}

/** Lets the analyst choose a whole folder, where the host has no dialog of its own. */
export async function chooseFolderAndImport(keep: (file: File, endings: string[]) => boolean): Promise<void> {
  try {
    const endings = await client.call('import.formats', {});
    const input = document.createElement('input');
    input.webkitdirectory = true;
    const files = (await chosenFiles(input)).filter((file) => keep(file, endings));
    if (files.length > 0) await importFiles(files);
  } catch (error) {
    notifyError(error, 'The folder could not be read');
  }
}
