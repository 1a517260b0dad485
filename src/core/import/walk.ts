/** Finds the files to import under the paths that an analyst named. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ImportStatus } from '#contract/import.ts';
import { archiveOf } from './archive/member.ts';
import { formatOf, unknownKind } from './read/formats.ts';

export interface FoundFiles {
  /** Paths. */
  files: string[];
  /** Lines for the report on what is no file to import. */
  lines: { path: string; status: ImportStatus; message: string }[];
}

/** Files of one folder that are told at a time. */
const SLICE = 500;

const byName = new Intl.Collator('en', { numeric: true });

/**
 * Yields what it finds as it goes. Folders are walked down to the last one, in the order of names; hidden files
 * and folders inside them are passed over, and a folder that links lead back to is walked once. A path may lead into an archive. Files of other
 * kinds are refused where they were named themselves, and counted in one line where they lie in a folder.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFiles> {
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'folder') yield* walk(path);
    else if (kind === null && archiveOf(path) === null)
      yield line(path, 'refused', `There is no file or folder ${path}.`);
    else if (formatOf(path) === null) yield line(path, 'refused', unknownKind(basename(path)));
    else yield { files: [path], lines: [] };
  }
}

function line(path: string, status: ImportStatus, message: string): FoundFiles {
  return { files: [], lines: [{ path, status, message }] };
}

async function* walk(root: string): AsyncGenerator<FoundFiles> {
  const walked = new Set<string>();
  const otherKinds = new Map<string, number>();
  async function* visit(folder: string): AsyncGenerator<FoundFiles> {
    const real = await realpath(folder).catch(() => folder);
    if (walked.has(real)) return;
    walked.add(real);
    const entries = await entriesOf(folder);
    if (entries === null) {
      yield line(
        folder,
        'refused',
        `Dossier may not look into the folder ${folder}. Allow reading it and import it again.`,
      );
      return;
    }
    let files: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : await kindOf(path);
      if (kind === 'folder') {
        // What comes first by name is imported first.
        if (files.length > 0) yield { files, lines: [] };
        files = [];
        yield* visit(path);
      } else if (kind === 'file' && formatOf(entry.name) !== null) {
        files.push(path);
        if (files.length < SLICE) continue;
        yield { files, lines: [] };
        files = [];
      } else if (kind !== null) {
        const ending = extname(entry.name).toLowerCase();
        otherKinds.set(ending, (otherKinds.get(ending) ?? 0) + 1);
      }
    }
    if (files.length > 0) yield { files, lines: [] };
  }
  yield* visit(root);
  if (otherKinds.size > 0) yield line(root, 'skipped', otherKindsMessage(otherKinds));
}

/** Null where the folder may not be read. */
async function entriesOf(folder: string): Promise<Dirent[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => byName.compare(a.name, b.name));
}

/** Follows links; null where nothing is there. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
}

function otherKindsMessage(counts: Map<string, number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const endings = [...counts.keys()]
    .toSorted()
    .map((ending) => (ending === '' ? 'no ending' : ending))
    .join(', ');
  const files = total === 1 ? '1 file of another kind was' : `${total} files of other kinds were`;
  return `${files} left out (${endings}).`;
}
