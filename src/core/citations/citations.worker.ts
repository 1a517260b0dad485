/** The thread in which citations are formatted. */
import { parentPort } from 'node:worker_threads';
import type { FormattedCitations } from '#domain/citation.ts';
import { connect } from '../worker/rpc.ts';
import { formatCitations, type FormatRequest } from './engine.ts';

export interface CitationsMethods {
  format(request: FormatRequest): FormattedCitations;
}

if (parentPort === null) throw new Error('citations.worker.ts is to be started as a worker thread.');
connect(parentPort, { format: formatCitations } satisfies CitationsMethods);
