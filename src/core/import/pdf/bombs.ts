/** Finds streams in a PDF that unpack to far more than text, fonts and vectors take. */
import { inflateSync } from 'node:zlib';
import { DossierError } from '#contract/errors.ts';

/** Largest stream when unpacked, in bytes; pictures are not looked at, for they are never unpacked. */
const MAX_STREAM = 100 * 1024 * 1024;
/** All streams when unpacked, in bytes. */
const MAX_TOTAL = 600 * 1024 * 1024;
/** Where a stream's dictionary is looked for, in bytes before it. */
const DICTIONARY = 400;
const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');

/** Throws `file_unreadable`. */
export function refuseBombs(bytes: Uint8Array, fileName: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = file.indexOf(STREAM); at !== -1; at = file.indexOf(STREAM, at + STREAM.length)) {
    if (file.subarray(at - 3, at).equals(END.subarray(0, 3))) continue;
    const dictionary = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1');
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (!/FlateDecode|\/Fl\b/u.test(own) || /\/Subtype\s*\/Image/u.test(own)) continue;
    const start = file[at + 6] === 0x0d ? at + 8 : at + 7;
    const end = file.indexOf(END, start);
    const packed = file.subarray(start, end === -1 ? file.length : end);
    total += unpackedSize(packed);
    if (total > MAX_TOTAL)
      throw new DossierError(
        'file_unreadable',
        `“${fileName}” was not read: it unpacks to far more than a document of its size holds.`,
      );
  }
}

/** Infinity beyond the limit; 0 for what cannot be unpacked, for instance because it is encrypted. */
function unpackedSize(packed: Buffer): number {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_STREAM }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0;
  }
}
