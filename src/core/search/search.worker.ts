/** A thread of the search: `index` keeps the index, `read` answers searches, `help` does a part of that. */
import { parentPort, workerData } from 'node:worker_threads';
import type { LibraryFolder } from '../db/folder.ts';
import { stepBack } from '../worker/priority.ts';
import { connect } from '../worker/rpc.ts';
import { createIndexer, type IndexerHooks } from './indexer.ts';
import { help } from './rank/helper.ts';
import type { HelperData } from './rank/sharedWork.ts';
import { createSearchReader } from './reader.ts';

export interface SearchWorkerData {
  role: 'index' | 'read';
  folder: LibraryFolder;
}

if (parentPort === null) throw new Error('search.worker.ts is to be started as a worker thread.');

const data = workerData as SearchWorkerData | HelperData;
if (data.role === 'help') help(data);
else if (data.role === 'read') connect(parentPort, createSearchReader(data.folder));
else {
  stepBack();
  const indexer = createIndexer(data.folder, {
    onProgress: (status) => void remote.onProgress(status),
    beforeReplace: () => remote.beforeReplace(),
    afterReplace: () => void remote.afterReplace(),
  });
  const { remote } = connect<IndexerHooks>(parentPort, indexer);
}
