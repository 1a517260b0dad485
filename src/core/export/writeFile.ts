/** Writes exported files, and words what keeps them from being written. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import { writeWhole } from '../disk/writeWhole.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there, or another program has the file open',
  EBUSY: 'another program has the file open',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EEXIST: 'there is a file where a folder is needed',
  EISDIR: 'there is a folder of that name',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * Writes a file whole or not at all. Throws a DossierError (`file_unwritable`) with the reason; passes on what `bytes`
 * fails with.
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  await explained(path, () => writeWhole(path, bytes));
}

/**
 * Writes a file and what it refers to, by paths relative to it; that comes first, so that no file ever refers to what
 * is not there. Throws as `writeFileAtomically` does.
 */
export async function writeFiles(
  path: string,
  bytes: Uint8Array,
  beside: readonly { path: string; bytes: Uint8Array }[],
): Promise<void> {
  for (const each of beside) {
    const place = join(dirname(path), ...each.path.split('/'));
    await explained(place, async () => {
      await mkdir(dirname(place), { recursive: true });
      await writeWhole(place, each.bytes);
    });
  }
  await writeFileAtomically(path, bytes);
}

async function explained(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    // What the bytes are made from can fail, too: that is not the place's fault.
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    const reason = REASONS[String(error.code)] ?? error.message;
    throw new DossierError(
      'file_unwritable',
      `${path} could not be written: ${reason}. Choose another place.`,
      { cause: error },
    );
  }
}
