/** Of calls that follow each other quickly only the latest matters. */
import { DossierError } from '#contract/errors.ts';

/**
 * Runs one call at a time. While one runs, one more may wait; a newer one takes its place, and the one that
 * waited fails with `cancelled`.
 */
export function latestOnly<I, O>(run: (input: I) => Promise<O>): (input: I) => Promise<O> {
  let running = false;
  let waiting: { start(): void; cancel(): void } | null = null;

  const turn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting?.cancel();
      waiting = {
        start: resolve,
        cancel: () => reject(new DossierError('cancelled', 'A newer request took the place of this one.')),
      };
    });

  return async (input) => {
    if (running) await turn();
    running = true;
    try {
      return await run(input);
    } finally {
      const next = waiting;
      waiting = null;
      // The next one is let in before anybody else can be.
      if (next === null) running = false;
      else next.start();
    }
  };
}
