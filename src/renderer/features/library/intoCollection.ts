/** Imports go into the collection that is listed when they begin. */
import { client } from '../../api/client.ts';
import { notifyError } from '../../ui/toasts.ts';
import { listState } from './libraryState.ts';
import { structure } from './structure.ts';

interface Named {
  id: number;
  name: string;
}

const PAGE = 1000;

/** The collection that is listed; null where none is. */
export function listedCollection(): Named | null {
  const { collectionId } = listState.get().scope;
  return structure.get().collections.find(({ id }) => id === collectionId) ?? null;
}

/** Puts what an import brought, and what it found to be there already, into a collection. */
export async function fileImported(jobId: string, { id, name }: Named): Promise<void> {
  try {
    for (let offset = 0; ; offset += PAGE) {
      const { entries, total } = await client.call('import.report', { jobId, offset, limit: PAGE });
      const ids = entries.map(({ articleId }) => articleId).filter((article) => article !== undefined);
      if (ids.length > 0) await client.call('collections.add', { id, target: { ids } });
      if (offset + PAGE >= total) return;
    }
  } catch (error) {
    notifyError(error, `The imported articles are in the library, but not in “${name}”`);
  }
}
