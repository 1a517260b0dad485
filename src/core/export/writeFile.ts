/** Writes exported files, and words what keeps them from being written. */
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
  try {
    await writeWhole(path, bytes);
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
