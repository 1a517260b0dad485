/**
 * The search of a library, as the core sees it: two threads, one that writes the index and one that reads it,
 * so that neither indexing nor searching holds up the core or the other.
 */
import { DossierError } from '#contract/errors.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { Remote } from '../worker/rpc.ts';
import { hasEnded, spawnLazily } from '../worker/spawn.ts';
import type { Indexer, IndexerHooks } from './indexer.ts';
import { latestOnly } from '../worker/latest.ts';
import type { SearchReader } from './reader.ts';
import type { SearchWorkerData } from './search.worker.ts';

export interface Search {
  handlers: Handlers<FeatureOperations<'search'>>;
  /** To be told of articles that were added or changed, once that is committed. */
  articlesChanged: (ids?: number[]) => void;
  close: () => Promise<void>;
}

/**
 * Opens the index in the background; it brings itself up to date, from nothing where it must. A thread that
 * died fails the call under way, and the next one starts it anew.
 */
export function createSearch({ folder, emit }: CoreContext): Search {
  const data = (role: SearchWorkerData['role']): SearchWorkerData => ({ role, folder });
  const reader = spawnLazily<SearchReader>('search', data('read'));
  const hooks: IndexerHooks = {
    onProgress: (status) => emit('search.indexed', status),
    async beforeReplace() {
      replaced = Promise.withResolvers();
      await reader.running()?.release();
    },
    afterReplace: () => replaced.resolve(),
  };
  const indexer = spawnLazily<Indexer>('search', data('index'), hooks);
  let replaced = Promise.withResolvers<void>();
  replaced.resolve();
  let closed = false;
  const open = (): Promise<void> => {
    const opening = indexer.get().open();
    // Whoever searches is told; nobody else needs to be.
    opening.catch(() => undefined);
    return opening;
  };
  let opened = open();

  /** Opening compares the index with the library: the changes that the old thread did not get to are found. */
  const reopen = async (): Promise<void> => {
    await indexer.stop();
    replaced.resolve();
    if (!closed) opened = open();
  };

  /** Asks the reader, once the index is open. */
  const read = async <T>(ask: (remote: Remote<SearchReader>) => Promise<T>): Promise<T> => {
    await opened.catch(async (error: unknown) => {
      if (!hasEnded(error)) throw error;
      await reopen();
      return opened;
    });
    await replaced.promise;
    try {
      return await ask(reader.get());
    } catch (error) {
      if (hasEnded(error)) await reader.stop();
      throw error;
    }
  };
  /** The same; a damaged index is made anew, and asked again. */
  const ask = async <T>(question: (remote: Remote<SearchReader>) => Promise<T>): Promise<T> => {
    try {
      return await read(question);
    } catch (error) {
      if (!(error instanceof DossierError) || error.code !== 'library_corrupt') throw error;
      await indexer.get().rebuild();
      return read(question);
    }
  };

  let warmed = false;
  /** Whoever asks for the status is about to search: by then everything is in memory. */
  const warm = (): void => {
    if (warmed) return;
    warmed = true;
    replaced.promise.then(() => reader.get().warm()).catch(() => undefined);
  };

  return {
    handlers: {
      'search.passages': latestOnly((input) => ask((remote) => remote.search(input))),
      'search.complete': latestOnly((input) => ask((remote) => remote.complete(input))),
      'search.sources': latestOnly((input) => ask((remote) => remote.sources(input))),
      'search.related': (input) => ask((remote) => remote.related(input)),
      'search.status': async () => {
        await opened;
        warm();
        return indexer.get().status();
      },
    },
    articlesChanged() {
      indexer
        .get()
        .changed()
        .catch((error: unknown) => (hasEnded(error) ? reopen() : undefined));
    },
    async close() {
      closed = true;
      await reader
        .running()
        ?.release()
        .catch(() => undefined);
      await reader.stop();
      await opened.catch(() => undefined);
      await indexer
        .running()
        ?.close()
        .catch(() => undefined);
      await indexer.stop();
    },
  };
}
