/** The thread in which citations are formatted. A call takes as long as it is given, so that the next is not kept waiting. */
import { parentPort } from 'node:worker_threads';
import type { CitationsProgress, FormattedCitations } from '#domain/citation.ts';
import { connect } from '../worker/rpc.ts';
import { type Answers, createAnswers } from './answers.ts';
import { formatCitations } from './engine/engine.ts';
import { createReceiver, type SentRequest } from './sentRequest.ts';

export interface CitationsMethods extends Pick<Answers, 'more'> {
  format(request: SentRequest): FormattedCitations;
  soon(request: SentRequest, first: readonly number[], known: string | null): CitationsProgress;
}

const received = createReceiver();
const answers = createAnswers();
const methods: CitationsMethods = {
  format: (request) => formatCitations(received(request)),
  soon: (request, first, known) => answers.soon(received(request), first, known),
  more: (answer, first) => answers.more(answer, first),
};

if (parentPort === null) throw new Error('citations.worker.ts is to be started as a worker thread.');
connect(parentPort, methods);
