/** What the import thread does with one file after the other: open, read, keep. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import { readArticle, type ReadArticle } from './article.ts';
import { MAX_BYTES, tooLarge } from './formats.ts';
import { keepOriginal } from './originals.ts';

export interface FileReader {
  /** Loads a file and returns the SHA-256 of its bytes in hex. Throws `file_unreadable`. */
  open(path: string): Promise<string>;
  /** The open file as an article. Throws `file_unreadable`. */
  read(fileName: string): Promise<ReadArticle>;
  /** Writes the open file's bytes into the folder of originals. */
  keep(folder: string): Promise<void>;
}

export function createFileReader(): FileReader {
  let file: { bytes: Uint8Array; sha256: string } | null = null;
  const opened = (): { bytes: Uint8Array; sha256: string } => {
    if (file === null) throw new Error('No file is open.');
    return file;
  };
  return {
    async open(path) {
      file = null;
      const bytes = await load(path);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      file = { bytes, sha256 };
      return sha256;
    },
    async read(fileName) {
      try {
        return await readArticle({ bytes: opened().bytes, fileName });
      } catch (error) {
        if (error instanceof DossierError) throw error;
        const detail = error instanceof RangeError ? 'it is nested too deeply' : String(error);
        throw new DossierError('file_unreadable', `“${fileName}” could not be read: ${detail}.`, {
          cause: error,
        });
      }
    },
    async keep(folder) {
      const { bytes, sha256 } = opened();
      await keepOriginal(folder, sha256, bytes);
    },
  };
}

/** The size is looked at before anything is read. */
async function load(path: string): Promise<Uint8Array> {
  const name = basename(path);
  try {
    const { size, isFile } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw unreadable(`“${name}” is not a file.`);
    if (size === 0) throw unreadable(`“${name}” is empty.`);
    if (size > MAX_BYTES) throw unreadable(tooLarge(name));
    return await readFile(path);
  } catch (error) {
    if (error instanceof DossierError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw unreadable(`There is no file ${path}.`);
    if (code === 'EACCES' || code === 'EPERM')
      throw unreadable(`Dossier may not read “${name}”. Allow reading it and import it again.`);
    throw unreadable(`“${name}” could not be read from the disk (${code ?? String(error)}).`);
  }
}

function unreadable(message: string): DossierError {
  return new DossierError('file_unreadable', message);
}
