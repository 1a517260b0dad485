/** Sets PDFs in the worker, one after the other, and stops a run that does not end. */
import { DossierError } from '#contract/errors.ts';
import { type Service, spawn } from '../../worker/spawn.ts';
import type { TypstMethods, TypstWorkerData } from '../typst.worker.ts';
import type { HouseFiles } from '../design/house.ts';
import type { TypstDocument } from './typstData.ts';

/** Milliseconds for one PDF. A hundred pages with two hundred notes take about four seconds. */
const TIME_LIMIT = 60_000;

export interface Typst {
  /** Starts the thread where it does not run, so that the next PDF finds it ready. */
  warm(): void;
  /** Rejects with a DossierError: `export_failed`, or `unavailable` where the thread ended. */
  pdf(document: TypstDocument, house?: HouseFiles | null): Promise<ReturnType<TypstMethods['pdf']>>;
  close(): Promise<void>;
}

/** `timeLimit` in milliseconds is for one PDF, counted from when its turn comes. */
export function createTypst(folders: TypstWorkerData, timeLimit = TIME_LIMIT): Typst {
  let service: Service<TypstMethods> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const stop = async (): Promise<void> => {
    const stopped = service;
    service = null;
    await stopped?.stop();
  };

  const running = (): Service<TypstMethods> => (service ??= spawn<TypstMethods>('typst', folders));

  const run = async (
    document: TypstDocument,
    house: HouseFiles | null,
  ): Promise<ReturnType<TypstMethods['pdf']>> => {
    if (closed) throw new DossierError('unavailable', 'The library was closed before the PDF was set.');
    const { remote } = running();
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
      return await Promise.race([remote.pdf(document, house), expired]);
    } catch (error) {
      // The thread may hang or be gone: the next PDF gets a new one.
      await stop();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    warm() {
      // What fails here fails again, and is told, where a PDF is asked for.
      if (!closed)
        running()
          .remote.warm()
          .catch(() => undefined);
    },
    pdf(document, house = null) {
      const result = last.then(() => run(document, house));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      await stop();
    },
  };
}
