/** The thread that writes what an import reads. */
import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from '../worker/priority.ts';
import { connect } from '../worker/rpc.ts';
import { createBatchWriter } from './batchWriter.ts';
import type { WriterThreadData } from './writerThread.ts';

if (parentPort === null) throw new Error('writer.worker.ts is to be started as a worker thread.');

stepBack();
connect(parentPort, createBatchWriter((workerData as WriterThreadData).library));
