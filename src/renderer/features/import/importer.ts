/** Runs imports one after the other, and remembers how the last one went. */
import type { ImportReport } from '#contract/import.ts';
import type { TableMapping } from '#contract/importTables.ts';
import { client } from '../../api/client.ts';
import { createStore } from '../../app/store.ts';
import { openPassage, showDialog, workspace } from '../../app/workspace.ts';
import { fileImported, listedCollection } from '../library/intoCollection.ts';
import { notify, notifyError, toastManager } from '../../ui/toasts.ts';
import { chooseColumns } from './mapping/state.ts';

interface RunningImport {
  jobId: string;
  /** `reading`: the window hands the files over; `importing`: the core is at work. */
  phase: 'reading' | 'importing';
  done: number;
  total: number;
  current: string;
  cancelled: boolean;
}

export interface ImportState {
  running: RunningImport | null;
  report: ImportReport | null;
}

export const imports = createStore<ImportState>({ running: null, report: null });

let queue: Promise<void> = Promise.resolve();

/** Imports files and folders by their paths, after the imports that are under way. */
function importPaths(paths: string[]): Promise<void> {
  return enqueue(() => Promise.resolve(paths), paths.length);
}

/** Imports files that were dropped or chosen in the window. */
export function importFiles(files: File[]): Promise<void> {
  return enqueue((job) => pathsOf(files, job), files.length);
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

/** Stops the running import; what is imported by then stays. */
export function cancelImport(): void {
  const { running } = imports.get();
  if (running === null) return;
  patchRunning(running.jobId, { cancelled: true });
  if (running.phase === 'importing')
    client.call('import.cancel', { jobId: running.jobId }).catch((error: unknown) => notifyError(error));
}

function enqueue(
  getPaths: (jobId: string) => Promise<string[]>,
  total: number,
  mappings: Record<string, TableMapping> = {},
): Promise<void> {
  if (total === 0) return Promise.resolve();
  const collection = listedCollection();
  queue = queue.then(() => run(getPaths, total, mappings, collection));
  return queue;
}

async function run(
  getPaths: (jobId: string) => Promise<string[]>,
  total: number,
  mappings: Record<string, TableMapping>,
  collection: ReturnType<typeof listedCollection>,
): Promise<void> {
  const jobId = crypto.randomUUID();
  const running: RunningImport = { jobId, phase: 'reading', done: 0, total, current: '', cancelled: false };
  imports.set((before) => ({ ...before, running }));
  const stop = client.on('import.progress', ({ jobId: job, ...progress }) => patchRunning(job, progress));
  try {
    const paths = await getPaths(jobId);
    if (paths.length === 0) return;
    patchRunning(jobId, { phase: 'importing', done: 0 });
    const report = await client.call('import.run', { jobId, paths, mappings });
    imports.set((before) => ({ ...before, report }));
    if (collection !== null) await fileImported(jobId, collection);
    announce(report);
  } catch (error) {
    notifyError(error, 'The import failed');
  } finally {
    stop();
    imports.set((before) => ({ ...before, running: null }));
  }
}

function patchRunning(jobId: string, patch: Partial<RunningImport>): void {
  imports.set((before) =>
    before.running?.jobId === jobId ? { ...before, running: { ...before.running, ...patch } } : before,
  );
}

async function pathsOf(files: File[], jobId: string): Promise<string[]> {
  const paths: string[] = [];
  for (const [done, file] of files.entries()) {
    if (imports.get().running?.cancelled === true) return [];
    patchRunning(jobId, { done, current: file.name });
    paths.push(...(await client.filePaths([file])));
  }
  return paths;
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
  notify({
    id: 'import-report',
    title: reportSummary(report),
    description: only?.message,
    kind: report.refused > 0 ? 'warning' : 'plain',
    action: { label: 'Report', run: showReport },
    timeout: report.refused > 0 ? 0 : 10_000,
  });
}

/** Opens the report of the last import; the message that offered it has then done its work. */
export function showReport(): void {
  toastManager.close('import-report');
  showDialog('import');
}

/** `12 imported, 1 already there, 2 refused`. */
export function reportSummary(report: ImportReport): string {
  const parts = [`${report.imported} imported`];
  if (report.skipped > 0) parts.push(`${report.skipped} already there`);
  if (report.refused > 0) parts.push(`${report.refused} refused`);
  return (report.cancelled ? 'Import stopped: ' : '') + parts.join(', ');
}

function chooseInBrowser(endings: string[]): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = endings.map((ending) => `.${ending}`).join(',');
  return chosen(input);
}

/** Lets the analyst choose a whole folder, where the host has no dialog of its own. */
export async function chooseFolderAndImport(keep: (file: File, endings: string[]) => boolean): Promise<void> {
  try {
    const endings = await client.call('import.formats', {});
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    const files = (await chosen(input)).filter((file) => keep(file, endings));
    if (files.length > 0) await importFiles(files);
  } catch (error) {
    notifyError(error, 'The folder could not be read');
  }
}

function chosen(input: HTMLInputElement): Promise<File[]> {
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
