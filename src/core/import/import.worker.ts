/** The thread that finds and reads files, so that the core goes on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from '../worker/priority.ts';
import { connect } from '../worker/rpc.ts';
import { createFileReader, type FileReaderData } from './read/fileReader.ts';

if (parentPort === null) throw new Error('import.worker.ts is to be started as a worker thread.');

stepBack();
connect(parentPort, createFileReader(workerData as FileReaderData));
