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
