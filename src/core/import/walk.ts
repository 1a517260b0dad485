/** Finds the files to import under the paths that an analyst named. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ImportEntry } from '#contract/import.ts';
import { formatOf, unknownKind } from './read/formats.ts';

export interface FoundFiles {
  files: { path: string; shown: string }[];
  /** Lines for the report on what is no file to import. */
  entries: ImportEntry[];
}

/**
 * Folders are walked down to the last one, in the order of names; hidden files and folders inside them are
 * passed over, and a folder that links lead back to is walked once. Files of other kinds are refused where
 * they were named themselves, and counted in one line where they lie in a folder.
 */
export async function findFiles(paths: string[], signal?: AbortSignal): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], entries: [] };
  for (const path of paths) {
    if (signal?.aborted === true) break;
    const kind = await kindOf(path);
    if (kind === 'folder') await walk(path, found, signal);
    else if (kind === null)
      found.entries.push({ file: path, status: 'refused', message: `There is no file or folder ${path}.` });
    else if (formatOf(path) === null)
      found.entries.push({ file: path, status: 'refused', message: unknownKind(basename(path)) });
    else found.files.push({ path, shown: path });
  }
  return found;
}

async function walk(root: string, found: FoundFiles, signal?: AbortSignal): Promise<void> {
  const walked = new Set<string>();
  const otherKinds = new Map<string, number>();
  const visit = async (folder: string): Promise<void> => {
    if (signal?.aborted === true) return;
    const real = await realpath(folder).catch(() => folder);
    if (walked.has(real)) return;
    walked.add(real);
    for (const name of await namesIn(folder, found)) {
      const path = join(folder, name);
      const kind = await kindOf(path);
      if (kind === 'folder') await visit(path);
      else if (kind === 'file' && formatOf(name) !== null) found.files.push({ path, shown: path });
      else if (kind !== null) {
        const ending = extname(name).toLowerCase();
        otherKinds.set(ending, (otherKinds.get(ending) ?? 0) + 1);
      }
    }
  };
  await visit(root);
  if (otherKinds.size > 0) found.entries.push(otherKindsLine(root, otherKinds));
}

async function namesIn(folder: string, found: FoundFiles): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => !name.startsWith('.'))
      .toSorted(new Intl.Collator('en', { numeric: true }).compare);
  } catch {
    const message = `Dossier may not look into the folder ${folder}. Allow reading it and import it again.`;
    found.entries.push({ file: folder, status: 'refused', message });
    return [];
  }
}

/** Follows links; null where nothing is there. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
}

function otherKindsLine(folder: string, counts: Map<string, number>): ImportEntry {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const endings = [...counts.keys()]
    .toSorted()
    .map((ending) => (ending === '' ? 'no ending' : ending))
    .join(', ');
  const files = total === 1 ? '1 file of another kind was' : `${total} files of other kinds were`;
  return { file: folder, status: 'skipped', message: `${files} left out (${endings}).` };
}
