/** The import thread as the core sees it: with a limit of time, and started anew after it died. */
import { DossierError } from '#contract/errors.ts';
import type { LibraryFolder } from '../db/folder.ts';
import { hasEnded, type LazyService, spawnLazily } from '../worker/spawn.ts';
import type { FileReader, FileReaderData } from './read/fileReader.ts';

/** How long the thread waits for more work, in ms, before it gives its memory back. */
const IDLE = 60_000;
/** Times its limit that an item may take where other programs leave the thread less than that of the processors. */
const PATIENCE = 5;

export interface ReaderThread {
  /**
   * Calls the thread. Rejects with a `ReaderStopped` where reading one item took longer than the limit or the
   * thread died; the thread is then gone, and with it what it had begun.
   */
  call<T>(run: (reader: ReturnType<LazyService<FileReader>['get']>) => Promise<T>): Promise<T>;
  /** Ends the thread; the next call starts it anew. */
  stop(): Promise<void>;
}

/** Says which file was at hand when the thread stopped; null where none was. */
export class ReaderStopped extends Error {
  readonly file: number | null;
  readonly reason: string;
  constructor(file: number | null, reason: string) {
    super(reason);
    this.file = file;
    this.reason = reason;
  }

  /** As the failure of a call that reads nothing but the file of this name. */
  asError(name: string): DossierError {
    return new DossierError('file_unreadable', stoppedBy(name, this));
  }
}

/** Why a file was left out that stopped the thread. */
export function stoppedBy(name: string, { reason }: Pick<ReaderStopped, 'reason'>): string {
  return `“${name}” ${reason}`;
}

/** `most` ms, where it is given, an item may take at most, whatever its format is allowed. */
export function createReaderThread(folder: LibraryFolder, most = Infinity): ReaderThread {
  const at = new Int32Array(new SharedArrayBuffer(12));
  const data: FileReaderData = { library: folder.library, originals: folder.originals, at: at.buffer };
  const service = spawnLazily<FileReader>('import', data);
  let idle: NodeJS.Timeout | undefined;
  let calls = 0;
  /** Why the thread was ended, for the other calls that end with it. */
  let ending: ReaderStopped | null = null;

  const limit = (): number => Math.min(most, Atomics.load(at, 2));

  const fileAtHand = (): number | null => {
    const file = Atomics.load(at, 0);
    return file < 0 ? null : file;
  };

  const stop = async (): Promise<void> => {
    clearTimeout(idle);
    await service.stop();
    Atomics.store(at, 0, -1);
  };
  Atomics.store(at, 0, -1);

  return {
    async call(run) {
      clearTimeout(idle);
      calls += 1;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        let count = Atomics.load(at, 1);
        let since = performance.now();
        let before = 0;
        /** Processor time of the item at hand. */
        let worked = 0;
        const measure = async (): Promise<void> => {
          const of = count;
          const now = await service.worked().catch(() => 0);
          if (of !== count) return;
          if (before === 0) before = now;
          else worked = now - before;
        };
        timer = setInterval(
          () => {
            const now = Atomics.load(at, 1);
            const passed = performance.now() - since;
            // Before the first file the thread starts, which takes as long as the machine does.
            if (now !== count || fileAtHand() === null) {
              count = now;
              since = performance.now();
              before = 0;
              worked = 0;
            } else if (worked > limit() || passed > limit() * PATIENCE)
              reject(
                new ReaderStopped(
                  fileAtHand(),
                  `took longer than ${limit() / 1000} seconds to read and was left out.`,
                ),
              );
            else void measure();
          },
          Math.min(500, most / 4),
        );
      });
      try {
        return await Promise.race([run(service.get()), late]);
      } catch (error) {
        if (ending === null && error instanceof ReaderStopped) ending = error;
        if (ending === null && hasEnded(error)) ending = crashed(fileAtHand());
        if (ending === null) throw error;
        const stopped = ending;
        await stop();
        throw stopped;
      } finally {
        clearInterval(timer);
        calls -= 1;
        if (calls === 0) {
          ending = null;
          idle = setTimeout(() => void service.stop(), IDLE);
          idle.unref();
        }
      }
    },
    stop,
  };
}

function crashed(file: number | null): ReaderStopped {
  return new ReaderStopped(
    file,
    'could not be read: reading it used up the memory or stopped the reader. It was left out.',
  );
}
