/** The imported files as they came, each under its SHA-256. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes `bytes` to `folder/<sha256>`: whole or not at all, and on the disk when this returns. A file that
 * is there with that name and size is left alone, for its name is its content.
 */
export async function keepOriginal(folder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, sha256);
  const there = await stat(path).catch(() => null);
  if (there?.size === bytes.length) return;
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `.${sha256}.${randomUUID()}.part`);
  try {
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Makes the new name last. Windows neither needs it nor allows it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
