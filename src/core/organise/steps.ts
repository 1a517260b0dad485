import { setImmediate } from 'node:timers/promises';
import type { Database } from '../db/connect.ts';

/** Articles that one transaction changes: it stays below some 50 ms. */
const STEP = 1000;

/**
 * Runs `write` on all ids, so many at a time, each time in a transaction, and lets other operations in
 * between. Returns what `write` returned, in order.
 */
export async function inSteps<T>(
  db: Database,
  ids: Int32Array,
  write: (ids: readonly number[]) => readonly T[],
  step = STEP,
): Promise<T[]> {
  const results: T[] = [];
  for (let at = 0; at < ids.length; at += step) {
    if (at > 0) await setImmediate();
    const part = [...ids.subarray(at, at + step)];
    for (const result of db.transaction(() => write(part)).immediate()) results.push(result);
  }
  return results;
}
