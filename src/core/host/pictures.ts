/** The pictures of the library as a host serves them. */
import type { Result } from '#contract/errors.ts';
import { pictureAt } from '#domain/picture.ts';
import { SECURITY_HEADERS } from './securityHeaders.ts';

export interface PictureAnswer {
  status: 200 | 404;
  headers: Record<string, string>;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Opened as a page of its own, a drawing may load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Null where the path of the URL names no picture. */
export async function answerPicture(
  core: { dispatch(name: string, input: unknown): Promise<Result> },
  urlPath: string,
): Promise<PictureAnswer | null> {
  const sha256 = pictureAt(urlPath);
  if (sha256 === null) return null;
  const result = await core.dispatch('pictures.get', { sha256 });
  if (!result.ok) {
    // It may be put back: an answer that is kept would hide it.
    const headers = { ...SECURITY_HEADERS, 'Cache-Control': 'no-store' };
    return { status: 404, headers, bytes: new Uint8Array() };
  }
  const { mediaType, bytes } = result.value as { mediaType: string; bytes: Uint8Array<ArrayBuffer> };
  const headers = {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': POLICY,
    'Content-Type': mediaType,
    // Its name says what it holds.
    'Cache-Control': 'private, max-age=31536000, immutable',
  };
  return { status: 200, headers, bytes };
}
