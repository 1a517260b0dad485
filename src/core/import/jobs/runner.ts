/** Carries out one import, from where it is. */
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Database, leaveCheckpoints } from '../../db/connect.ts';
import type { PackedBatch } from '../batchWriter.ts';
import { ReaderStopped, type ReaderThread, stoppedBy } from '../readerThread.ts';
import type { WriteBatch } from '../writerThread.ts';
import type { Progress } from './progress.ts';
import { CHUNK, type Job, type JobStore } from './store.ts';

/** What the analyst or the app wants of a job. */
export interface Control {
  wish: 'run' | 'pause' | 'cancel' | 'close';
  /** Aborted as soon as the wish is no longer to run. */
  signal: AbortSignal;
}

export interface RunnerParts {
  db: Database;
  store: JobStore;
  reader: ReaderThread;
  write: WriteBatch;
  progress: Progress;
  onChanged(articleIds: number[]): void;
  /** A collection holds more than before. */
  onFiled(): void;
}

/** Batches that the thread reads ahead while the last one is written. */
const AHEAD = 2;
/** How long halting waits for the file that is being read, in ms. */
const LAST_FILE = 2000;
/** Times that the thread may die without naming a file. */
const MOST_STRIKES = 3;

/**
 * Runs until the job is done or is no longer wished, and tells what ended it. Rejects where the disk or the database
 * fails; what was written until then stays, and the job can be run again. Originals that no article needs are
 * added to `unneeded`.
 */
export async function runJob(
  parts: RunnerParts,
  job: Job,
  control: Control,
  unneeded: Set<string>,
): Promise<Exclude<Control['wish'], 'run'> | 'done'> {
  const { store, reader, progress } = parts;
  const halt = (): Exclude<Control['wish'], 'run'> | null => (control.wish === 'run' ? null : control.wish);
  const halted = (): boolean => halt() !== null;
  const refused = new Map<number, string>();
  let { position, total } = job;
  let items = 0;
  let strikes = 0;
  let current = '';
  const tell = (name = current): void => {
    current = name;
    progress.at({ done: position.file, total, items, current });
  };

  tell();
  progress.state('running');
  if (!job.listed) {
    total = await list(parts, job, control, (found) => {
      total = found;
      tell();
    });
  }

  const atEnd = leaveCheckpoints(parts.db);
  try {
    return await readAll();
  } finally {
    atEnd();
  }

  async function readAll(): Promise<Exclude<Control['wish'], 'run'> | 'done'> {
    for (;;) {
      const end = halt();
      if (end !== null) return end;
      const files = store.filesFrom(job.id, position.file);
      if (files.length === 0) return 'done';
      tell(basename(files[0]!.path));
      progress.state('running');
      try {
        await readChunk(files);
        strikes = 0;
      } catch (error) {
        if (!(error instanceof ReaderStopped)) throw error;
        if (halted()) continue;
        const file = files.find((one) => one.file === error.file && one.file >= position.file);
        strikes = file === undefined ? strikes + 1 : 0;
        if (file !== undefined) refused.set(file.file, stoppedBy(basename(file.path), error));
        else if (strikes >= MOST_STRIKES) throw error.asError(job.paths[0] ?? '');
      }
    }
  }

  async function readChunk(files: { file: number; path: string }[]): Promise<void> {
    const begun = files.map(({ file, path }) => ({
      file,
      path,
      mapping: job.mappings[path],
      refuse: refused.get(file),
    }));
    await reader.call((thread) => thread.begin(begun, position.item));
    const ahead: Promise<PackedBatch | null>[] = [];
    const ask = (): void => {
      const next = reader.call((thread) => thread.next());
      // It may fail while an earlier one is awaited.
      next.catch(() => undefined);
      ahead.push(next);
    };
    try {
      while (ahead.length < AHEAD) ask();
      for (;;) {
        const batch = await inTime(ahead.shift()!);
        if (batch === null) return;
        if (!halted()) ask();
        await keepBatch(batch);
        if (ahead.length === 0) return;
      }
    } finally {
      if (ahead.length > 0) await Promise.allSettled(halted() ? ahead.map(inTime) : ahead);
    }
  }

  /** Waits a little longer for what is being read once the job is halted, and then ends the thread. */
  async function inTime<T>(reading: Promise<T>): Promise<T> {
    const patience = new AbortController();
    const late = async (): Promise<'late'> => {
      await new Promise<void>((resolve) => {
        if (halted()) resolve();
        else
          control.signal.addEventListener('abort', () => resolve(), { once: true, signal: patience.signal });
      });
      await setTimeout(LAST_FILE, undefined, { ref: false, signal: patience.signal });
      return 'late';
    };
    try {
      const first = await Promise.race([reading, late().catch(() => new Promise<never>(() => undefined))]);
      if (first === 'late') await reader.stop();
      return await reading;
    } finally {
      patience.abort();
    }
  }

  async function keepBatch(batch: PackedBatch): Promise<void> {
    const { changed, unneeded: left, filed, last } = await written(batch);
    position = batch.next;
    items += batch.items;
    for (const original of left) unneeded.add(original);
    if (changed.length > 0) parts.onChanged(changed);
    if (filed) parts.onFiled();
    tell(last);
  }

  async function written(batch: PackedBatch): ReturnType<WriteBatch> {
    try {
      return await parts.write(batch, { id: job.id, collection: job.collection });
    } catch (error) {
      // A part of it may be in the library: what follows the library looks for itself.
      parts.onChanged([]);
      throw error;
    }
  }
}

/** Makes the list of files; returns how many there are. */
async function list(
  { db, store, reader }: RunnerParts,
  job: Job,
  control: Control,
  onFound: (total: number) => void,
): Promise<number> {
  db.transaction(() => store.beginList(job.id)).immediate();
  await reader.call((thread) => thread.find(job.paths));
  let total = 0;
  while (control.wish === 'run') {
    const found = await reader.call((thread) => thread.found(CHUNK));
    if (found === null) {
      store.endList(job.id);
      break;
    }
    db.transaction(() => {
      store.addFiles(job.id, total, found.files);
      store.addEntries(
        job.id,
        found.lines.map(({ path, ...line }) => ({ ...line, file: null, name: path })),
      );
    }).immediate();
    total += found.files.length;
    onFound(total);
  }
  return total;
}
