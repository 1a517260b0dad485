/** The import thread as the core sees it: with a time limit, and started anew after it died. */
import { DossierError } from '#contract/errors.ts';
import { hasEnded, spawnLazily } from '../worker/spawn.ts';
import type { ReadArticle } from './read/article.ts';
import type { FileReader } from './read/fileReader.ts';

/** Longest time that one file may take, in ms. The largest take a few seconds. */
const READ_LIMIT = 60_000;
/** How long the thread waits for more work, in ms: its language data take 450 MB. */
const IDLE = 60_000;

export interface ReaderThread {
  /** As FileReader; besides, every call fails with `file_unreadable` after the limit or where the thread dies. */
  open(path: string): Promise<string>;
  read(fileName: string): Promise<ReadArticle>;
  keep(folder: string): Promise<void>;
  close(): Promise<void>;
}

export function createReaderThread(limit = READ_LIMIT): ReaderThread {
  const service = spawnLazily<FileReader>('import', null);
  let idle: NodeJS.Timeout | undefined;

  const call = async <T>(shown: string, start: () => Promise<T>): Promise<T> => {
    clearTimeout(idle);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow(shown, limit)), limit);
    });
    try {
      return await Promise.race([start(), late]);
    } catch (error) {
      const dead = hasEnded(error);
      if (!dead && !(error instanceof TooSlow)) throw error;
      await service.stop();
      throw dead ? crashed(shown) : error;
    } finally {
      clearTimeout(timer);
      idle = setTimeout(() => void service.stop(), IDLE);
      idle.unref();
    }
  };

  return {
    open: (path) => call(path, () => service.get().open(path)),
    read: (fileName) => call(fileName, () => service.get().read(fileName)),
    keep: (folder) => call(folder, () => service.get().keep(folder)),
    async close() {
      clearTimeout(idle);
      await service.stop();
    },
  };
}

class TooSlow extends DossierError {}

function tooSlow(shown: string, limit: number): DossierError {
  return new TooSlow(
    'file_unreadable',
    `“${shown}” took longer than ${limit / 1000} seconds to read and was left out.`,
  );
}

function crashed(shown: string): DossierError {
  return new DossierError(
    'file_unreadable',
    `“${shown}” could not be read: reading it used up the memory or stopped the reader. It was left out.`,
  );
}
