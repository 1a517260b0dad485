/** What kind of picture a file is, and how large, by its first bytes and not by its name. */
import type { PictureFormat } from '#domain/picture.ts';
import { jpegSize } from './jpeg.ts';
import { svgSize } from './svg.ts';

export interface PictureFacts {
  format: PictureFormat;
  /** Pixels, as it is shown. */
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/** Null where it is no picture that is kept, or one without a size. */
export function sniffPicture(bytes: Uint8Array): PictureFacts | null {
  const format = formatOf(bytes);
  if (format === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = SIZES[format](view, bytes);
    return size === null || !(size.width > 0 && size.height > 0) ? null : { format, ...size };
  } catch (error) {
    // It ends before its size.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function formatOf(bytes: Uint8Array): PictureFormat | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF....WEBPVP8/s.test(head)) return 'webp';
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /^\s*<(?:\?xml\s|!--|!DOCTYPE svg|(?:\w+:)?svg[\s>/])/i.test(start) &&
    /<(?:\w+:)?svg[\s>/]/.test(start)
    ? 'svg'
    : null;
}

const SIZES: Record<PictureFormat, (view: DataView, bytes: Uint8Array) => Size | null> = {
  // PNG 3rd edition, 11.2.1: IHDR comes first.
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  // GIF89a, 18: logical screen descriptor.
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  jpg: (view) => jpegSize(view),
  webp: (view) => webpSize(view),
  svg: (_view, bytes) => svgSize(bytes),
};

/** RFC 9649, 2.5 to 2.7, by the kind of the first chunk. */
function webpSize(view: DataView): Size | null {
  const kind = String.fromCharCode(view.getUint8(15));
  if (kind === 'X') return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (kind === 'L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== ' ') return null;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
