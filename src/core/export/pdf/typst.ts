/** Sets PDFs in the worker, one after the other, and stops a run that does not end. */
import { DossierError } from '#contract/errors.ts';
import { type Service, spawn } from '../../worker/spawn.ts';
import type { TypstMethods, TypstWorkerData } from '../typst.worker.ts';
import type { TypstDocument } from './typstData.ts';

/** Milliseconds for one PDF. A hundred pages with two hundred notes take about four seconds. */
const TIME_LIMIT = 60_000;

export interface Typst {
  /** Rejects with a DossierError: `export_failed`, or `unavailable` where the thread ended. */
  pdf(document: TypstDocument): Promise<ReturnType<TypstMethods['pdf']>>;
  close(): Promise<void>;
}

/** `timeLimit` in milliseconds is for one PDF, counted from when its turn comes. */
export function createTypst(folders: TypstWorkerData, timeLimit = TIME_LIMIT): Typst {
  let service: Service<TypstMethods> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const stop = async (): Promise<void> => {
    const running = service;
    service = null;
    await running?.stop();
  };

  const run = async (document: TypstDocument): Promise<ReturnType<TypstMethods['pdf']>> => {
    if (closed) throw new DossierError('unavailable', 'The library was closed before the PDF was set.');
    service ??= spawn<TypstMethods>('typst', folders);
    const { promise: expired, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      const seconds = Math.round(timeLimit / 1000);
      reject(
        new DossierError(
          'export_failed',
          `The PDF was not ready after ${seconds} seconds and was given up. Try with a part of the brief.`,
        ),
      );
    }, timeLimit);
    try {
      return await Promise.race([service.remote.pdf(document), expired]);
    } catch (error) {
      // The thread may hang or be gone: the next PDF gets a new one.
      await stop();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    pdf(document) {
      const result = last.then(() => run(document));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      await stop();
    },
  };
}
