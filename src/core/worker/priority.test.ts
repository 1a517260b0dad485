import { once } from 'node:events';
import { getPriority } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { answering } from './priority.ts';

const CODE = `
  const { getPriority } = await import('node:os');
  const { parentPort, workerData } = await import('node:worker_threads');
  const { stepBack } = await import(workerData);
  const before = getPriority();
  stepBack();
  parentPort.postMessage([before, getPriority()]);
`;

/** Works for 100 ms of its own time and tells how often it gave the processor away. */
const BREATHING = `
  const { readFileSync } = await import('node:fs');
  const { parentPort, workerData } = await import('node:worker_threads');
  const { breathe, stepBack } = await import(workerData.module);
  const given = () =>
    Number(/^voluntary_ctxt_switches:\\s*(\\d+)/m.exec(readFileSync('/proc/thread-self/status', 'utf8'))[1]);
  if (workerData.steppedBack) stepBack();
  const before = given();
  const until = process.threadCpuUsage().user + 100_000;
  while (process.threadCpuUsage().user < until) breathe();
  parentPort.postMessage(given() - before);
`;

/** Tells, whenever it is asked, how long some pauses took, in ms, shortest first. */
const PAUSING = `
  const { parentPort, workerData } = await import('node:worker_threads');
  const { breathe, stepBack } = await import(workerData);
  stepBack();
  const pause = () => {
    const turn = performance.now() + 0.6;
    while (performance.now() < turn);
    const before = performance.now();
    breathe();
    return performance.now() - before;
  };
  parentPort.on('message', () => {
    parentPort.postMessage(Array.from({ length: 5 }, pause).sort((a, b) => a - b));
  });
  parentPort.postMessage('ready');
`;

/** What a pause takes at least while a question is being answered, but for what clocks differ by. */
const ASIDE = 4.9;

describe('a thread that steps back', () => {
  it('stands aside for longer while a question is being answered, but not for work that takes long', async () => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(PAUSING)}`), {
      workerData: new URL('./priority.ts', import.meta.url).href,
    });
    const told = async (): Promise<unknown> => (await once(worker, 'message'))[0];
    await told();
    const pauses = (): Promise<unknown> => {
      worker.postMessage('pause');
      return told();
    };
    const ended = Promise.withResolvers<void>();
    const long = answering(() => ended.promise);
    expect(await pauses()).toSatisfy(([, , middle]: number[]) => middle! >= ASIDE);
    await setTimeout(250);
    expect(await pauses()).toSatisfy(([shortest]: number[]) => shortest! < ASIDE);
    expect(await answering(pauses)).toSatisfy(([, , middle]: number[]) => middle! >= ASIDE);
    ended.resolve();
    await long;
    await worker.terminate();
  });

  it.runIf(process.platform === 'linux')('does so alone', async () => {
    const own = getPriority();
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(CODE)}`), {
      workerData: new URL('./priority.ts', import.meta.url).href,
    });
    const [before, after] = await new Promise<number[]>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    expect(before).toBe(own);
    expect(after).toBe(Math.max(own, 10));
    expect(getPriority()).toBe(own);
  });

  it.runIf(process.platform === 'linux').each([
    ['lets others have the processor now and then', true, 40, Infinity],
    ['does so only then', false, 0, 20],
  ])('%s', async (_name, steppedBack, least, most) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(BREATHING)}`), {
      workerData: { module: new URL('./priority.ts', import.meta.url).href, steppedBack },
    });
    const pauses = await new Promise<number>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    expect(pauses).toBeGreaterThanOrEqual(least);
    expect(pauses).toBeLessThanOrEqual(most);
  });

  it.runIf(process.platform !== 'linux')(
    'leaves the process as it is where it would take all of it along',
    async () => {
      const { stepBack } = await import('./priority.ts');
      const own = getPriority();
      stepBack();
      expect(getPriority()).toBe(own);
    },
  );
});
