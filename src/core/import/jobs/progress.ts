/** Tells how far an import has come, a few times a second at most. */
import type { Emit } from '#contract/events.ts';
import type { ImportJob } from '#contract/import.ts';

/** Least time between two events, in ms. */
const INTERVAL = 200;
/** Over how long the rate is taken, in ms: long enough to stand still, short enough to follow a change of kind. */
const WINDOW = 8000;
/** Before this no rate is told, in ms: the first files wait for the thread to start. */
const FIRST_RATE = 1500;

export interface Progress {
  /** So many files of so many are done, and so many items of them. */
  at(now: { done: number; total: number; items: number; current: string }): void;
  /** Tells where it stands, whenever the last event was. */
  state(state: ImportJob['state']): void;
}

export function createProgress(
  emit: Emit,
  job: Pick<ImportJob, 'jobId' | 'origin'>,
  clock: () => number = () => performance.now(),
): Progress {
  let now = { done: 0, total: 0, items: 0, current: '' };
  let lastTold = Number.NEGATIVE_INFINITY;
  let samples: { time: number; done: number; items: number }[] = [];

  const tell = (state: ImportJob['state']): void => {
    lastTold = clock();
    const first = samples[0];
    const last = samples.at(-1);
    const time = first === undefined || last === undefined ? 0 : last.time - first.time;
    const perSecond = (from: number, to: number): number | null =>
      time < FIRST_RATE ? null : ((to - from) / time) * 1000;
    const rate = state === 'running' ? perSecond(first?.items ?? 0, last?.items ?? 0) : null;
    const files = state === 'running' ? perSecond(first?.done ?? 0, last?.done ?? 0) : null;
    const remaining = files === null || files === 0 ? null : (now.total - now.done) / files;
    emit('import.progress', { ...job, ...now, state, rate, remaining });
  };

  return {
    at(next) {
      now = next;
      const time = clock();
      samples.push({ time, done: next.done, items: next.items });
      if (time - lastTold < INTERVAL) return;
      const begin = samples.findIndex((sample) => sample.time >= time - WINDOW);
      samples = samples.slice(begin);
      tell('running');
    },
    state: tell,
  };
}
