/** Files of references, a part at a time. */
import { setImmediate } from 'node:timers/promises';
import type { ReferenceFormat } from '#contract/references.ts';
import { getSummaries } from '../articles/store.ts';
import { keysOf } from '../citations/keys/keys.ts';
import type { Database } from '../db/connect.ts';
import { biblatex } from './biblatex.ts';
import { cslJson } from './cslJson.ts';
import type { FormatWriter, Reference } from './reference.ts';
import { ris } from './ris.ts';

export const WRITERS: Record<ReferenceFormat, FormatWriter> = { biblatex, 'csl-json': cslJson, ris };

/** Articles read and written in one go: some 10 ms. */
const STEP = 200;

/**
 * The file for these articles, in their order, in UTF-8; other operations are let in between its parts. `counted` is
 * told how many references it came to: ids that the library does not hold are left out.
 */
export async function* referenceFile(
  db: Database,
  ids: Int32Array,
  format: ReferenceFormat,
  counted: (count: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { open, between, close, write } = WRITERS[format];
  const encoder = new TextEncoder();
  let count = 0;
  yield encoder.encode(open);
  for (let at = 0; at < ids.length; at += STEP) {
    if (at > 0) await setImmediate();
    const references = referencesOf(db, [...ids.subarray(at, at + STEP)]);
    const text = references.map((reference) => write(reference)).join(between);
    if (references.length > 0) yield encoder.encode(count === 0 ? text : between + text);
    count += references.length;
  }
  yield encoder.encode(close);
  counted(count);
}

function referencesOf(db: Database, ids: readonly number[]): Reference[] {
  const keys = keysOf(db, ids);
  return getSummaries(db, ids).map(({ id, csl, tags }) => ({ key: keys.get(id)!, csl, tags }));
}
