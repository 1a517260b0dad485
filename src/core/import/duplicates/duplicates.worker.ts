/** The thread that looks for near-duplicates. */
import { parentPort, workerData } from 'node:worker_threads';
import type { LibraryFolder } from '../../db/folder.ts';
import { stepBack } from '../../worker/priority.ts';
import { connect } from '../../worker/rpc.ts';
import { createDuplicateFinder, type FinderHooks } from './finder.ts';

if (parentPort === null) throw new Error('duplicates.worker.ts is to be started as a worker thread.');

stepBack();
const finder = createDuplicateFinder(workerData as LibraryFolder, {
  found: (pairs) => remote.found(pairs),
});
const { remote } = connect<FinderHooks>(parentPort, finder);
