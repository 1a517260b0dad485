/** Measures a brief in a process of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Measured } from './inProcess.ts';
import type { BRIEFS } from './texts.ts';

/** `html` is where the brief is written as a web page. */
export async function measureBrief(
  brief: keyof typeof BRIEFS,
  runs: number,
  html: string,
): Promise<Measured & { first: number; counted: number }> {
  const [first] = (await answer([brief, 'cold', '0', html])) as number[];
  const [counted] = (await answer([brief, 'counted', '0', html])) as number[];
  const measured = (await answer([brief, 'app', String(runs), html])) as Measured;
  return { ...measured, first: first!, counted: counted! };
}

async function answer(args: string[]): Promise<unknown> {
  const child = fork(join(import.meta.dirname, 'inProcess.ts'), args);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process that exports a brief ended with ${String(code)}.`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
  await ended.catch(() => undefined);
  return message;
}
