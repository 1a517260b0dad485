/** Import: files and folders become articles. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { ImportJob, ImportReport } from '#contract/import.ts';
import type { CoreContext } from '../context.ts';
import type { Journal } from '../organise/journal.ts';
import { createProgress, type Progress } from './jobs/progress.ts';
import { type Control, runJob } from './jobs/runner.ts';
import { createJobStore, type Job } from './jobs/store.ts';
import { attachHandlers } from './attach.ts';
import { createLeftovers } from './leftovers.ts';
import { pasteHandlers } from './paste.ts';
import { IMPORT_ENDINGS } from './read/formats.ts';
import type { ReferenceItem } from './read/item.ts';
import { referenceAdder } from './references/add.ts';
import { createReaderThread, ReaderStopped } from './readerThread.ts';
import { rememberTable } from './table/remembered.ts';
import { createWatch, type WatchSettings } from './watch/watch.ts';
import { createLibraryWriter } from './write.ts';
import { createWriterThread } from './writerThread.ts';

interface ImportOptions {
  jobId?: string;
  origin?: ImportJob['origin'];
  mappings?: Job['mappings'];
  collection?: Job['collection'];
}

export interface Importer {
  handlers: Handlers<FeatureOperations<'import'>>;
  /** Imports files and folders after those that are under way. A file that cannot be read is refused; the rest goes on. */
  importPaths(paths: string[], options?: ImportOptions): Promise<ImportReport>;
  /** The article of each reference: one that the library has, or a new one without text. */
  addReferences(items: readonly ReferenceItem[]): Promise<(number | null)[]>;
  /** Removes originals that no version came from any more, as soon as nothing is being read. */
  discardOriginals(sha256s: string[]): void;
  /** Stops what is under way after the file it is at, or without it where that takes long; ends the thread. */
  close(): Promise<void>;
}

export interface ImportHooks {
  /** Articles were added or changed. */
  onChanged(articleIds: number[]): void;
  /** No import runs any more. */
  onRest?(): void;
}

export interface ImportSettings extends WatchSettings {
  /** Longest time that one item may take, in ms. */
  readLimit?: number;
}

/** A job of this process. */
interface LiveJob {
  jobId: string;
  control: Control;
  abort: AbortController;
  progress: Progress;
  /** It waits for the analyst, in no queue. */
  halted: boolean;
  over: PromiseWithResolvers<ImportReport>;
}

/** Least time between two calls to look at the articles again, in ms. */
const CHANGED_INTERVAL = 1000;

export function createImport(
  context: CoreContext,
  journal: Journal,
  hooks: ImportHooks,
  settings: ImportSettings = {},
): Importer {
  const { db, folder, emit } = context;
  const reader = createReaderThread(folder, settings.readLimit);
  /** Reads single files while an import is running. */
  const second = createReaderThread(folder, settings.readLimit);
  const writer = createWriterThread(folder);
  const store = createJobStore(db);
  const write = createLibraryWriter(db);
  const leftovers = createLeftovers(db, folder);
  const live = new Map<string, LiveJob>();
  let filed = false;
  const tellChanged = atMostEvery(CHANGED_INTERVAL, () => {
    emit('articles.changed', {});
    if (filed) emit('library.changed', {});
    filed = false;
  });
  let closed = false;
  let queued = 0;
  // The reader holds one job at a time.
  let last: Promise<unknown> = Promise.resolve();

  const start = (jobId: string, origin: ImportJob['origin']): LiveJob => {
    const abort = new AbortController();
    const job: LiveJob = {
      jobId,
      abort,
      control: { wish: 'run', signal: abort.signal },
      progress: createProgress(emit, { jobId, origin }),
      halted: false,
      over: Promise.withResolvers(),
    };
    // A job that nobody waits for may fail as well; its state tells.
    job.over.promise.catch(() => undefined);
    live.set(jobId, job);
    enqueue(job);
    return job;
  };

  const enqueue = (job: LiveJob): void => {
    queued += 1;
    last = last
      .then(() => work(job))
      .catch((error: unknown) => fail(job, error))
      .then(() => {
        queued -= 1;
        if (queued === 0 && !closed) hooks.onRest?.();
      });
  };

  const work = async (job: LiveJob): Promise<void> => {
    const stored = store.find(job.jobId);
    if (stored === null || !live.has(job.jobId)) return;
    const unneeded = new Set<string>();
    const { control } = job;
    job.halted = false;
    store.setState(stored.id, 'running');
    const parts = { db, store, reader, progress: job.progress, onChanged, onFiled };
    const run = () =>
      writer.during((writeBatch) => runJob({ ...parts, write: writeBatch }, stored, control, unneeded));
    let end: Awaited<ReturnType<typeof runJob>>;
    try {
      end = closed ? 'close' : await leftovers.whileReading(run);
    } finally {
      tellChanged.now();
      leftovers.discard(unneeded);
    }
    if (end !== 'pause') finish(job, stored.id, end);
    // The analyst may have changed his mind on the way to the halt.
    else if (job.control === control) {
      job.halted = true;
      store.setState(stored.id, 'paused');
      job.progress.state('paused');
    }
  };

  const finish = (job: LiveJob, id: number, end: 'done' | 'cancel' | 'close'): void => {
    live.delete(job.jobId);
    // A job that the end of the app cuts off stays to be resumed.
    if (end !== 'close') store.setState(id, end === 'done' ? 'done' : 'cancelled');
    const report = store.report(job.jobId, end !== 'done');
    if (end !== 'close') job.progress.state(end === 'done' ? 'done' : 'cancelled');
    job.over.resolve(report);
  };

  /** The disk fails, and would for every other file: what has been read is kept, and the job can go on later. */
  const fail = (job: LiveJob, error: unknown): void => {
    live.delete(job.jobId);
    const stored = store.find(job.jobId);
    if (stored !== null) store.setState(stored.id, 'paused');
    job.progress.state('paused');
    job.over.reject(error);
  };

  const onChanged = (articleIds: number[]): void => {
    hooks.onChanged(articleIds);
    tellChanged.soon();
  };

  const onFiled = (): void => {
    filed = true;
    tellChanged.soon();
  };

  const beside: <T>(path: string, run: Parameters<typeof second.call<T>>[0]) => Promise<T> = async (
    path,
    run,
  ) => {
    try {
      // The thread that has just refused the dump has its readers loaded.
      return await (live.size === 0 ? reader : second).call(run);
    } catch (error) {
      throw error instanceof ReaderStopped ? error.asError(basename(path)) : error;
    }
  };

  const halt = (job: LiveJob, wish: 'pause' | 'cancel' | 'close'): void => {
    job.control.wish = wish;
    job.abort.abort();
  };

  const importPaths: Importer['importPaths'] = (paths, options = {}) => {
    const { jobId = randomUUID(), origin = 'analyst', mappings = {}, collection = null } = options;
    store.create({ jobId, origin, paths, mappings, collection });
    return start(jobId, origin).over.promise;
  };

  const resume = (jobId: string): boolean => {
    const job = live.get(jobId);
    if (job !== undefined) {
      if (job.control.wish !== 'pause') return false;
      job.abort = new AbortController();
      job.control = { wish: 'run', signal: job.abort.signal };
      // One that has not come to its halt yet goes on behind it.
      enqueue(job);
      return true;
    }
    const stored = store.find(jobId);
    if (stored === null || stored.state === 'done' || stored.state === 'cancelled') return false;
    start(jobId, stored.origin);
    return true;
  };

  const watch = createWatch(context, importPaths, settings, () => {
    // What a watched folder brought is nobody's to resume but ours.
    for (const { jobId, origin, state } of store.list((id) => live.has(id)))
      if (origin === 'watch' && state === 'interrupted') resume(jobId);
  });

  return {
    importPaths,
    addReferences: referenceAdder({ db, folder, write, leftovers, onChanged }),
    discardOriginals: (sha256s) => leftovers.discard(sha256s),
    handlers: {
      ...pasteHandlers({
        db,
        reader,
        write,
        leftovers,
        onChanged(ids) {
          onChanged(ids);
          hooks.onRest?.();
        },
      }),
      ...attachHandlers({
        db,
        read: (path) => beside(path, (thread) => thread.readFile(path)),
        leftovers,
        journal,
        onChanged,
      }),
      'import.run': ({ jobId, paths, mappings, collectionId = null }) => {
        const there = store.find(jobId);
        if (there !== null && (there.state === 'running' || there.state === 'paused'))
          throw new DossierError('invalid_input', `An import with the job id ${jobId} is running already.`);
        return importPaths(paths, { jobId, mappings, collection: collectionId });
      },
      'import.pause': ({ jobId }) => {
        const job = live.get(jobId);
        if (job === undefined || job.halted || job.control.wish !== 'run') return { paused: false };
        halt(job, 'pause');
        return { paused: true };
      },
      'import.resume': ({ jobId }) => ({ resumed: resume(jobId) }),
      'import.cancel': ({ jobId }) => {
        const job = live.get(jobId);
        const stored = store.find(jobId);
        if (stored === null || stored.state === 'done' || stored.state === 'cancelled')
          return { cancelled: false };
        if (job === undefined) store.setState(stored.id, 'cancelled');
        else if (job.halted) finish(job, stored.id, 'cancel');
        else halt(job, 'cancel');
        return { cancelled: true };
      },
      'import.jobs': () => store.list((jobId) => live.has(jobId)),
      'import.report': ({ jobId, status, offset, limit }) =>
        store.entries(jobId, { ...(status !== undefined && { status }), offset, limit }),
      'import.watched': () => watch.list(),
      'import.watch': ({ path, on }) => watch.set(path, on),
      'import.unwatch': ({ path }) => watch.remove(path),
      'import.chooseFolder': () => context.ports.chooseFolder(),
      'import.chooseFiles': () => context.ports.chooseFilesToImport(IMPORT_ENDINGS),
      'import.formats': () => IMPORT_ENDINGS,
      'import.inspectTable': ({ path, header }) =>
        beside(path, (thread) => thread.inspectTable(path, header)),
      'import.previewTable': ({ path, mapping }) =>
        beside(path, (thread) => thread.previewTable(path, mapping)),
      'import.rememberTable': (table) => {
        rememberTable(db, table);
        return {};
      },
    },
    async close() {
      closed = true;
      await watch.close();
      for (const job of live.values())
        if (job.halted) job.over.resolve(store.report(job.jobId, true));
        else halt(job, 'close');
      await last;
      leftovers.end();
      await reader.stop();
      await second.stop();
      await writer.stop();
      tellChanged.end();
    },
  };
}

/** Runs `act` at once, and when it is called for again soon after, once more when the time is over. */
function atMostEvery(interval: number, act: () => void): { soon(): void; now(): void; end(): void } {
  let timer: NodeJS.Timeout | null = null;
  let again = false;
  const run = (): void => {
    act();
    again = false;
    timer = setTimeout(() => {
      timer = null;
      if (again) run();
    }, interval);
    timer.unref();
  };
  return {
    soon() {
      if (timer === null) run();
      else again = true;
    },
    /** What is still to be said is said. */
    now() {
      if (again) {
        clearTimeout(timer ?? undefined);
        run();
      }
    },
    end: () => clearTimeout(timer ?? undefined),
  };
}
