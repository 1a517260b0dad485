/** Watched folders: new and changed files are imported by themselves, also those that came while Dossier was closed. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FSWatcher } from 'chokidar';
import type { WatchedFolder } from '#contract/import.ts';
import type { CoreContext } from '../../context.ts';
import type { Importer } from '../import.ts';
import { formatOf } from '../read/formats.ts';
import { findFiles } from '../walk.ts';
import { createFolders, type SeenFile } from './folders.ts';

export interface Watch {
  list(): WatchedFolder[];
  set(path: string, on: boolean): Promise<WatchedFolder[]>;
  remove(path: string): Promise<WatchedFolder[]>;
  close(): Promise<void>;
}

export interface WatchSettings {
  /** A file whose size has stood still for so long is complete, in ms. */
  settled?: number;
}

const SETTLED = 2000;
/** Files that come together are imported together: so long is waited for more, in ms. */
const GATHER = 500;
/** How often a folder that is not there is looked for, in ms. */
const RETRY = 60_000;

interface Watched {
  watcher: FSWatcher | null;
  problem: string | null;
  retry: NodeJS.Timeout | undefined;
}

export function createWatch(
  context: Pick<CoreContext, 'db' | 'folder'>,
  importPaths: Importer['importPaths'],
  { settled = SETTLED }: WatchSettings,
  onStart: () => void,
): Watch {
  const { db } = context;
  const folders = createFolders(context);
  const watched = new Map<string, Watched>();
  const waiting = new Set<string>();
  let gather: NodeJS.Timeout | undefined;
  let closed = false;

  const take = (path: string): void => {
    if (closed || !isWanted(path)) return;
    waiting.add(path);
    clearTimeout(gather);
    gather = setTimeout(() => void importWaiting().catch(() => undefined), GATHER);
  };

  /** The files are noted as seen in the transaction that begins their import: neither is without the other. */
  const importWaiting = async (): Promise<void> => {
    const paths = [...waiting];
    waiting.clear();
    const files: SeenFile[] = [];
    for (const path of paths) {
      const file = await state(path);
      if (file === null || !folders.isNew(file)) continue;
      // Looked at at the start, it may be being written.
      if (Date.now() - file.modified < settled) setTimeout(() => take(path), settled).unref();
      else files.push(file);
    }
    if (files.length === 0 || closed) return;
    db.transaction(() => {
      folders.markSeen(files);
      importPaths(
        files.map(({ path }) => path),
        { origin: 'watch' },
      ).catch(() => undefined);
    }).immediate();
  };

  const start = async (path: string): Promise<void> => {
    await stop(path);
    if (closed) return;
    const entry: Watched = { watcher: null, problem: null, retry: undefined };
    watched.set(path, entry);
    const found = await stat(path).catch(() => null);
    const { watch: watchFolder } = await import('chokidar');
    if (watched.get(path) !== entry || closed) return;
    if (found?.isDirectory() !== true) {
      entry.problem = `There is no folder ${path} now. Dossier looks for it every minute.`;
      entry.retry = setTimeout(() => void start(path), RETRY);
      entry.retry.unref();
      return;
    }
    entry.watcher = watchFolder(path, {
      ignoreInitial: true,
      ignored: (inner) => inner !== path && basename(inner).startsWith('.'),
      awaitWriteFinish: { stabilityThreshold: settled, pollInterval: Math.min(250, settled / 4) },
    });
    entry.watcher
      .on('add', take)
      .on('change', take)
      .on('error', (error) => {
        entry.problem = `The folder ${path} cannot be watched: ${error instanceof Error ? error.message : String(error)}.`;
      });
    await new Promise<void>((resolve) => entry.watcher!.once('ready', () => resolve()));
    for await (const { files } of findFiles([path])) {
      if (watched.get(path) !== entry || closed) return;
      for (const file of files) take(file);
    }
  };

  const stop = async (path: string): Promise<void> => {
    const entry = watched.get(path);
    watched.delete(path);
    clearTimeout(entry?.retry);
    await entry?.watcher?.close();
  };

  const list = (): WatchedFolder[] =>
    folders.list().map((folder) => ({ ...folder, problem: watched.get(folder.path)?.problem ?? null }));

  // A command that opens the library for a moment watches nothing.
  const begin = setTimeout(() => {
    onStart();
    for (const { path, on } of folders.list()) if (on) void start(path);
  }, settled);
  begin.unref();

  return {
    list,
    async set(path, on) {
      folders.set(path, on);
      for (const folder of folders.list()) {
        if (folder.on && !watched.has(folder.path)) void start(folder.path);
        else if (!folder.on) await stop(folder.path);
      }
      return list();
    },
    async remove(path) {
      folders.remove(path);
      await stop(path);
      return list();
    },
    async close() {
      closed = true;
      clearTimeout(begin);
      clearTimeout(gather);
      await Promise.all([...watched.keys()].map(stop));
    },
  };
}

function isWanted(path: string): boolean {
  return formatOf(path) !== null && !basename(path).startsWith('.');
}

/** Null where it is gone, or no file. */
async function state(path: string): Promise<SeenFile | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? { path, size: found.size, modified: found.mtimeMs } : null;
}
