/** The imported files as they came, each under its SHA-256. */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../disk/writeWhole.ts';

/**
 * Writes `bytes` to `folder/<sha256>`: whole or not at all, and on the disk when this returns. A file that
 * is there with that name and size is left alone, for its name is its content.
 */
export async function keepOriginal(folder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, sha256);
  const there = await stat(path).catch(() => null);
  if (there?.size === bytes.length) return;
  await mkdir(folder, { recursive: true });
  await writeWhole(path, bytes);
}
