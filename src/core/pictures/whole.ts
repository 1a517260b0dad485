/** Whether the file of a picture has its end. Browsers draw what there is of one that was cut off; Typst does not. */
import type { PictureFormat } from '#domain/picture.ts';

/** By how each format marks its end; drawings are read whole elsewhere. */
export function isWhole(format: PictureFormat, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === 'png') return reachesEnd(view);
  // RFC 9649, 2.3: the size of all that follows the first eight bytes.
  if (format === 'webp') return view.getUint32(4, true) + 8 <= bytes.length;
  // GIF89a, 27: trailer; programs pad files with zeros.
  if (format === 'gif') return bytes[bytes.findLastIndex((byte) => byte !== 0)] === 0x3b;
  return format === 'svg' || hasEndOfImage(bytes.subarray(-TAIL));
}

/** Bytes at the end in which the mark of it is looked for: some programs append data of their own. */
const TAIL = 64 * 1024;

/** PNG 3rd edition, 5.3: chunks of a length, a type, data and a checksum, the last of which is IEND. */
function reachesEnd(view: DataView): boolean {
  const IEND = 0x49454e44;
  let at = 8;
  while (at + 12 <= view.byteLength) {
    if (view.getUint32(at + 4) === IEND) return true;
    at += 12 + view.getUint32(at);
  }
  return false;
}

/** ITU T.81, B.2.1: EOI. */
function hasEndOfImage(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= 0; at -= 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
