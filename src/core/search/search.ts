/**
 * The search of a library, as the core sees it: two threads, one that writes the index and one that reads it,
 * so that neither indexing nor searching holds up the core or the other.
 */
import { DossierError } from '#contract/errors.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import { spawn } from '../worker/spawn.ts';
import type { Indexer, IndexerHooks } from './indexer.ts';
import { latestOnly } from './latest.ts';
import type { SearchInput, SearchReader } from './reader.ts';
import type { SearchWorkerData } from './search.worker.ts';

export interface Search {
  handlers: Handlers<FeatureOperations<'search'>>;
  /** To be told of articles that were added or changed, once that is committed. */
  articlesChanged: (ids: number[]) => void;
  close: () => Promise<void>;
}

/** Opens the index in the background; it brings itself up to date, from nothing where it must. */
export function createSearch({ folder, emit }: CoreContext): Search {
  const data = (role: SearchWorkerData['role']): SearchWorkerData => ({ role, folder });
  const reader = spawn<SearchReader>('search', data('read'));
  const hooks: IndexerHooks = {
    onProgress: (status) => emit('search.indexed', status),
    async beforeReplace() {
      replaced = Promise.withResolvers();
      await reader.remote.release();
    },
    afterReplace: () => replaced.resolve(),
  };
  const indexer = spawn<Indexer>('search', data('index'), hooks);
  let replaced = Promise.withResolvers<void>();
  replaced.resolve();
  const opened = indexer.remote.open();
  // Whoever searches is told; nobody else needs to be.
  opened.catch(() => undefined);

  const read = async (input: SearchInput): ReturnType<typeof reader.remote.search> => {
    await opened;
    await replaced.promise;
    return reader.remote.search(input);
  };
  const search = latestOnly(async (input: SearchInput) => {
    try {
      return await read(input);
    } catch (error) {
      if (!(error instanceof DossierError) || error.code !== 'library_corrupt') throw error;
      await indexer.remote.rebuild();
      return read(input);
    }
  });

  return {
    handlers: {
      'search.passages': search,
      'search.status': async () => {
        await opened;
        return indexer.remote.status();
      },
    },
    articlesChanged(ids) {
      // Fails only where the thread has ended; the next start then finds what is missing.
      indexer.remote.changed(ids).catch(() => undefined);
    },
    async close() {
      await reader.remote.release().catch(() => undefined);
      await reader.stop();
      await opened.catch(() => undefined);
      await indexer.remote.close().catch(() => undefined);
      await indexer.stop();
    },
  };
}
