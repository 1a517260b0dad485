/** Pictures of briefs: kept in the library as files, named in documents by what they hold. */
import { z } from 'zod';

/** Hex digits of the SHA-256 of the file. */
export const pictureIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Most bytes of one picture's file. */
export const MAX_PICTURE_BYTES = 20 * 1024 * 1024;
/** Most pixels: a photograph of the largest telephones; drawn, it takes four bytes of memory for each. */
export const MAX_PICTURE_PIXELS = 64_000_000;

/** Formats that are kept, which every export can show, by their usual ending. */
export const PICTURE_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
} as const;
export type PictureFormat = keyof typeof PICTURE_TYPES;

/** Where hosts serve the pictures of the library. */
const PICTURE_FOLDER = '/pictures/';

/** The address of a picture, within the host's own. */
export function pictureAddress(sha256: string): string {
  return `${PICTURE_FOLDER}${sha256}`;
}

/** The picture that an address asks for; null where it asks for something else. */
export function pictureAt(urlPath: string): string | null {
  if (!urlPath.startsWith(PICTURE_FOLDER)) return null;
  const named = pictureIdSchema.safeParse(urlPath.slice(PICTURE_FOLDER.length));
  return named.success ? named.data : null;
}
