/** The imported files as they came, each under its SHA-256. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsync, mkdirSync, open, rename, rm, writeFile } from 'node:fs';
import { open as openHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface NewOriginal {
  /** Hex. */
  sha256: string;
  bytes: Uint8Array;
}

/** On the system's threads: the journal of a file system makes whoever creates a file wait for other syncs. */
const disk = {
  open: promisify(open),
  write: promisify(writeFile),
  sync: promisify(fsync),
  rename: promisify(rename),
  remove: promisify(rm),
};

/**
 * Writes each to `folder/<sha256>`: whole or not at all, and on the disk when this resolves. Their syncs run side
 * by side, so that a batch costs little more than one file.
 *
 * Resolves to how many of them, from the first on, are on the disk; where that is not all, with the error.
 */
export async function keepOriginals(
  folder: string,
  originals: readonly NewOriginal[],
): Promise<{ kept: number; error?: unknown }> {
  mkdirSync(folder, { recursive: true });
  const written = await Promise.allSettled(originals.map((original) => keep(folder, original)));
  const failed = written.findIndex(({ status }) => status === 'rejected');
  if (written.some(({ status }) => status === 'fulfilled')) await syncFolder(folder);
  if (failed === -1) return { kept: originals.length };
  return { kept: failed, error: (written[failed] as PromiseRejectedResult).reason };
}

/** In place of a file of that name: it holds the same, or was damaged. */
async function keep(folder: string, { sha256, bytes }: NewOriginal): Promise<void> {
  const unfinished = join(folder, `.dossier-${randomUUID()}.tmp`);
  try {
    const file = await disk.open(unfinished, 'wx');
    try {
      await disk.write(file, bytes);
      await disk.sync(file);
    } finally {
      closeSync(file);
    }
    await disk.rename(unfinished, join(folder, sha256));
  } catch (error) {
    await disk.remove(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Makes the new names last. Windows neither needs it nor allows it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await openHandle(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
