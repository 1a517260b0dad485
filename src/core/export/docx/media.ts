/** The files of pictures as Word takes them: PNG, JPEG and GIF as they are, others drawn as PNG. */
import { exifOrientation } from '../../pictures/jpeg.ts';
import { type KeptPicture, readPicture } from '../../pictures/store.ts';
import type { Pictures } from '../exportDocument.ts';

export interface WordPicture {
  /** File in `word/media/`. */
  name: string;
  /** The drawing itself, beside one that every Word can show. */
  svg?: string;
  /** Degrees clockwise, then mirrored, as the file's Exif data asks: Word does not look at that. */
  turn: 0 | 90 | 180 | 270;
  mirrored: boolean;
}

export interface Media {
  /** By SHA-256. */
  pictures: ReadonlyMap<string, WordPicture>;
  /** By file name. */
  files: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 of those that could not be drawn. */
  unreadable: string[];
}

export async function mediaOf(pictures: Pictures, folder: string): Promise<Media> {
  const drawn = new Map<string, WordPicture>();
  const files = new Map<string, Uint8Array>();
  const unreadable: string[] = [];
  for (const [sha256, { fileName, format }] of pictures) {
    const kept = await readPicture(folder, sha256);
    if (kept === null) {
      unreadable.push(sha256);
      continue;
    }
    if (format !== 'svg' && format !== 'webp') {
      drawn.set(sha256, { name: fileName, ...turned(kept) });
      files.set(fileName, kept.bytes);
      continue;
    }
    const png = await asPng(kept);
    if (png === null) {
      unreadable.push(sha256);
      continue;
    }
    const name = fileName.replace(/\.\w+$/u, '.png');
    drawn.set(sha256, { name, turn: 0, mirrored: false, ...(format === 'svg' ? { svg: fileName } : {}) });
    files.set(name, png);
    if (format === 'svg') files.set(fileName, kept.bytes);
  }
  return { pictures: drawn, files, unreadable };
}

/** Exif 2.32, 4.6.4, tag 0x0112, from 1 on. */
const TURNS: readonly Omit<WordPicture, 'name'>[] = [
  { turn: 0, mirrored: false },
  { turn: 0, mirrored: true },
  { turn: 180, mirrored: false },
  { turn: 180, mirrored: true },
  { turn: 270, mirrored: true },
  { turn: 90, mirrored: false },
  { turn: 90, mirrored: true },
  { turn: 270, mirrored: false },
];

function turned({ format, bytes }: KeptPicture): Omit<WordPicture, 'name'> {
  const orientation = format === 'jpg' ? exifOrientation(new DataView(bytes.buffer, bytes.byteOffset)) : 1;
  return TURNS[orientation - 1] ?? TURNS[0]!;
}

/** Pixels across of a drawing, which has none of its own: two to each of the page at 150 dpi. */
const DRAWN_WIDTH = 1600;

/** Null where it cannot be drawn. */
async function asPng({ format, bytes, width, height }: KeptPicture): Promise<Uint8Array | null> {
  try {
    // A native module: loaded where it is needed.
    const { createCanvas, loadImage } = await import('@napi-rs/canvas');
    const image = await loadImage(bytes);
    const scale = format === 'svg' ? Math.min(DRAWN_WIDTH / width, DRAWN_WIDTH / height) : 1;
    const [across, down] = [width, height].map((length) => Math.max(1, Math.round(length * scale))) as [
      number,
      number,
    ];
    const canvas = createCanvas(across, down);
    canvas.getContext('2d').drawImage(image, 0, 0, across, down);
    return new Uint8Array(canvas.toBuffer('image/png'));
  } catch {
    return null;
  }
}
