/** Starts the worker threads of the core, from the sources or from the bundle. */
import { setTimeout } from 'node:timers/promises';
import { type Transferable, Worker } from 'node:worker_threads';
import { DossierError } from '#contract/errors.ts';
import { connect, type Remote } from './rpc.ts';

/** Each worker's file, relative to `src/core/`; the bundle keeps it as `<name>.worker.js` beside the hosts. */
const WORKERS = {
  core: 'worker/core.worker.ts',
  search: 'search/search.worker.ts',
  citations: 'citations/citations.worker.ts',
  styles: 'citations/styles/styles.worker.ts',
  import: 'import/import.worker.ts',
  writer: 'import/writer.worker.ts',
  duplicates: 'import/duplicates/duplicates.worker.ts',
  typst: 'export/typst.worker.ts',
} as const;
export type WorkerName = keyof typeof WORKERS;

/**
 * Room for new objects in threads through which many texts pass, in MB. V8 would let it grow to 100 MB in each of
 * them; that saved no time when 10,000 files were imported.
 */
const YOUNG_GENERATION = 24;
const PASSED_THROUGH: ReadonlySet<WorkerName> = new Set(['core', 'import', 'writer', 'duplicates', 'search']);

/** How long a thread may go on with what it is at before it is stopped in the middle of it, in ms. */
const LAST_WORK = 1000;

export interface Service<T> {
  remote: Remote<T>;
  /** Processor time that the thread has had, in ms; never resolves while a native call takes all its time. */
  worked(): Promise<number>;
  /** Ends the thread; calls under way fail with `unavailable`. Resolves with whether it ended by itself. */
  stop(): Promise<boolean>;
}

/** Starts a worker that is not called by methods. `transferred` are parts of `data` that it is to have for itself. */
export function startWorker(name: WorkerName, data: unknown, transferred: Transferable[] = []): Worker {
  const resourceLimits = PASSED_THROUGH.has(name) ? { maxYoungGenerationSizeMb: YOUNG_GENERATION } : {};
  return new Worker(workerUrl(name), { workerData: data, transferList: transferred, name, resourceLimits });
}

/**
 * Starts a worker and connects to the methods it serves. `data` reaches it as `workerData`; `local` is what
 * it may call back. Should the thread die, calls fail with the code `unavailable`.
 */
export function spawn<T>(name: WorkerName, data: unknown, local: object = {}): Service<T> {
  const worker = startWorker(name, data);
  const peer = connect<T>(worker, local);
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('error', (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    peer.close(new DossierError('unavailable', `The ${name} thread of Dossier failed: ${reason}`));
  });
  worker.on('exit', () => {
    const remedy = name === 'core' ? 'Restart Dossier.' : 'Try again; should it end again, restart Dossier.';
    peer.close(new DossierError('unavailable', `The ${name} thread of Dossier has ended. ${remedy}`));
  });
  return {
    remote: peer.remote,
    worked: async () => {
      const { user, system } = await worker.cpuUsage();
      return (user + system) / 1000;
    },
    /**
     * A thread that is stopped while it loads native code, or is inside it, takes the process with it: so it ends by
     * itself where it can.
     */
    stop: async () => {
      await Promise.race([peer.ready, ended]);
      peer.end();
      const patience = new AbortController();
      const late = setTimeout(LAST_WORK, false, patience);
      const byItself = await Promise.race([ended.then(() => true), late]);
      patience.abort();
      await worker.terminate();
      return byItself;
    },
  };
}

export interface LazyService<T> {
  get(): Remote<T>;
  /** The service where it was started, null where it was not or was stopped. */
  running(): Remote<T> | null;
  /** As of a service that runs; of another one it is 0. */
  worked(): Promise<number>;
  /** Ends the thread; the next use starts it anew. */
  stop(): Promise<void>;
}

/** A service that starts at its first use, and anew after it was stopped. Parameters are those of `spawn`. */
export function spawnLazily<T>(name: WorkerName, data: unknown, local: object = {}): LazyService<T> {
  let service: Service<T> | null = null;
  return {
    get() {
      service ??= spawn<T>(name, data, local);
      return service.remote;
    },
    running: () => service?.remote ?? null,
    worked: async () => (await service?.worked()) ?? 0,
    async stop() {
      const stopped = service;
      service = null;
      await stopped?.stop();
    },
  };
}

/** Whether a call failed because its thread ended. */
export function hasEnded(error: unknown): boolean {
  return error instanceof DossierError && error.code === 'unavailable';
}

function workerUrl(name: WorkerName): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return fromSource
    ? new URL(`../${WORKERS[name]}`, import.meta.url)
    : new URL(`./${name}.worker.js`, import.meta.url);
}
