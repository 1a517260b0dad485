/** Tells how far an import has come, a few times a second at most. */
import type { Emit } from '#contract/events.ts';

/** Least time between two events, in ms. */
const INTERVAL = 100;

export interface Progress {
  /** The next file is at hand. */
  at(current: string): void;
  done(): void;
}

/** Silent without a job id. */
export function createProgress(emit: Emit, jobId: string | undefined, total: number): Progress {
  let begun = 0;
  let lastTold = Number.NEGATIVE_INFINITY;
  let lastName = '';
  const tell = (done: number): void => {
    if (jobId !== undefined) emit('import.progress', { jobId, done, total, current: lastName });
  };
  return {
    at(current) {
      lastName = current;
      begun += 1;
      const now = performance.now();
      if (now - lastTold < INTERVAL) return;
      lastTold = now;
      tell(begun - 1);
    },
    done: () => tell(begun),
  };
}
