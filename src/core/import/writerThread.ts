/** The writing thread as the core sees it. */
import type { LibraryFolder } from '../db/folder.ts';
import type { Remote } from '../worker/rpc.ts';
import { hasEnded, spawnLazily } from '../worker/spawn.ts';
import type { BatchWriter } from './batchWriter.ts';

/** How long the thread waits for more work, in ms, before it gives its memory and the library's file back. */
const IDLE = 60_000;

export interface WriterThread {
  /** Runs a job that writes through the thread, which starts meanwhile. One at a time. */
  during<T>(run: (write: WriteBatch) => Promise<T>): Promise<T>;
  /** Ends the thread, for when no job runs any more. */
  stop(): Promise<void>;
}

export type WriteBatch = Remote<BatchWriter>['write'];

export interface WriterThreadData {
  /** Path of `library.sqlite`. */
  library: string;
}

export function createWriterThread({ library }: LibraryFolder): WriterThread {
  const service = spawnLazily<BatchWriter>('writer', { library } satisfies WriterThreadData);
  let idle: NodeJS.Timeout | undefined;

  return {
    async during(run) {
      clearTimeout(idle);
      try {
        const writer = service.get();
        return await run((batch, job) => writer.write(batch, job));
      } catch (error) {
        // A thread that ended is started anew by the next job.
        if (hasEnded(error)) await service.stop();
        throw error;
      } finally {
        idle = setTimeout(() => void service.stop(), IDLE);
        idle.unref();
      }
    },
    async stop() {
      clearTimeout(idle);
      await service.stop();
    },
  };
}
