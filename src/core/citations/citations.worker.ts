/** The thread in which citations are formatted. A call takes as long as it is given, so that the next is not kept waiting. */
import { parentPort } from 'node:worker_threads';
import type { FormattedCitations } from '#domain/citation.ts';
import { connect } from '../worker/rpc.ts';
import { type Answers, createAnswers } from './answers.ts';
import { formatCitations, type FormatRequest } from './engine/engine.ts';

export interface CitationsMethods extends Answers {
  format(request: FormatRequest): FormattedCitations;
}

const methods: CitationsMethods = { format: (request) => formatCitations(request), ...createAnswers() };

if (parentPort === null) throw new Error('citations.worker.ts is to be started as a worker thread.');
connect(parentPort, methods);
