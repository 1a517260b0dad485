/** Damaged files for the fuzz tests of the readers. */
import * as fc from 'fast-check';
import { DossierError } from '#contract/errors.ts';

/** `bytes` with a few of them changed, a stretch cut out or repeated, or its end missing. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat(Math.max(0, bytes.length - 1));
  const changed = fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
    // `slice` of a Buffer would be the same memory.
    const copy = Uint8Array.from(bytes);
    for (const [index, value] of changes) copy[index] = value;
    return copy;
  });
  const cutOff = at.map((end) => joined(bytes.slice(0, end)));
  const cutOut = fc
    .tuple(at, at)
    .map(([a, b]) => joined(bytes.slice(0, Math.min(a, b)), bytes.slice(Math.max(a, b))));
  const repeated = fc
    .tuple(at, at)
    .map(([a, b]) => joined(bytes.slice(0, Math.max(a, b)), bytes.slice(Math.min(a, b))));
  return fc.oneof({ weight: 4, arbitrary: changed }, cutOff, cutOut, repeated);
}

/** Resolves where `read` succeeds or fails with a message for people; rejects with any other failure. */
export async function readsOrRefuses(read: () => unknown): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof DossierError)) throw error;
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
