/** The pictures of briefs, each in a file of the library that is named by its SHA-256. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS } from '#domain/picture.ts';
import { sha256Of } from '../disk/sha256.ts';
import { writeWhole } from '../disk/writeWhole.ts';
import { type PictureFacts, sniffPicture } from './sniff.ts';
import { isWhole } from './whole.ts';
import { svgObjection } from './svg.ts';

const MEGABYTE = 1024 * 1024;

/** Nothing removes a picture: a brief, or a version of one, may hold it, or an undo bring it back. */
export async function addPicture(
  folder: string,
  bytes: Uint8Array,
  name: string,
): Promise<PictureFacts & { sha256: string }> {
  const facts = accepted(bytes, name);
  const sha256 = sha256Of(bytes);
  await mkdir(folder, { recursive: true });
  // In place of a file of that name: it holds the same, or was damaged.
  await writeWhole(join(folder, sha256), bytes);
  return { sha256, ...facts };
}

export interface KeptPicture extends PictureFacts {
  bytes: Uint8Array<ArrayBuffer>;
}

/** Null where there is no such file, or what it holds is no picture. */
export async function readPicture(folder: string, sha256: string): Promise<KeptPicture | null> {
  try {
    const bytes = new Uint8Array(await readFile(join(folder, sha256)));
    const facts = sniffPicture(bytes);
    return facts === null ? null : { ...facts, bytes };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function accepted(bytes: Uint8Array, name: string): PictureFacts {
  const refuse = (reason: string): never => {
    throw new DossierError('file_unreadable', `“${name}” was not inserted: it ${reason}.`);
  };
  if (bytes.length > MAX_PICTURE_BYTES)
    refuse(
      `has ${Math.ceil(bytes.length / MEGABYTE)} MB, and a picture may have ${MAX_PICTURE_BYTES / MEGABYTE} MB. Save a smaller copy, for example as JPEG, and insert that`,
    );
  const facts = sniffPicture(bytes);
  if (facts === null)
    return refuse(
      'is not a PNG, JPEG, GIF, WebP or SVG picture, or is damaged. Save it as PNG or JPEG first',
    );
  if (facts.width * facts.height > MAX_PICTURE_PIXELS)
    refuse(
      `has ${facts.width} × ${facts.height} pixels, more than ${MAX_PICTURE_PIXELS / 1e6} million. Save a smaller copy and insert that`,
    );
  if (!isWhole(facts.format, bytes)) refuse('is damaged: its end is missing. Save it anew and insert that');
  const objection = facts.format === 'svg' ? svgObjection(bytes) : null;
  if (objection !== null) refuse(`${objection}. Save it as PNG instead`);
  return facts;
}
