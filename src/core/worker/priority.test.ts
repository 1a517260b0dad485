import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';

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

describe('a thread that steps back', () => {
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
