/** The thread in which styles are tried: what is done here never makes the citations of a brief wait. */
import { parentPort } from 'node:worker_threads';
import type { FormattedCitations } from '#domain/citation.ts';
import { connect } from '../../worker/rpc.ts';
import { checkStyle } from './checkStyle.ts';
import { readStyleText } from '../engine/cslText.ts';
import { dryRun } from './dryRun.ts';
import { formatCitations, type FormatRequest } from '../engine/engine.ts';
import { readStyleHeader, type StyleHeader } from './styleHeader.ts';
import { findPackagedStyles, type FoundStyle } from './styleIndex.ts';

export interface StylesMethods {
  /** Throws a DossierError (`invalid_input`) that says what is wrong with the text of a `.csl` file, and where. */
  check(text: string): StyleHeader;
  find(words: string, limit: number): { styles: FoundStyle[]; total: number };
  preview(request: FormatRequest): FormattedCitations;
}

function check(text: string): StyleHeader {
  const style = readStyleText(text);
  const header = readStyleHeader(style);
  if (header.parent === null) {
    checkStyle(style);
    dryRun(style);
  }
  return header;
}

if (parentPort === null) throw new Error('styles.worker.ts is to be started as a worker thread.');
connect(parentPort, {
  check,
  find: findPackagedStyles,
  preview: formatCitations,
} satisfies StylesMethods);
