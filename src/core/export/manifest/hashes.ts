/** SHA-256 of what a manifest names, in hex. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '#domain/canonicalJson.ts';
import type { Thread } from '#domain/comment.ts';
import type { BriefSettings } from '#domain/brief.ts';
import type { StoredDocument } from '#domain/document/stored.ts';
import { DEFAULT_SETTINGS } from '../../briefs/store.ts';
import { sha256Of } from '../../disk/sha256.ts';
import { readStyle, type StyleSource } from '../../citations/styles/styleSource.ts';

/**
 * Of what an export prints of a brief: not of when it was saved, nor under which number. What is as in a new brief is
 * left out, so that a setting that a later Dossier adds changes no hash. `threads` are the comments that are exported.
 */
export function briefHash(
  { document, ...settings }: BriefSettings & { document: StoredDocument },
  threads: readonly Thread[] = [],
): string {
  const chosen = Object.entries(DEFAULT_SETTINGS).flatMap(([name, usual]) => {
    const value = settings[name as keyof BriefSettings];
    return canonicalJson(value) === canonicalJson(usual) ? [] : [[name, value] as const];
  });
  const comments = threads.length === 0 ? {} : { threads };
  return sha256Of(canonicalJson({ ...Object.fromEntries(chosen), document, ...comments }));
}

/** Of a `.csl` file as it is; of a style that came with Dossier of its elements. */
export async function styleHash(source: StyleSource): Promise<string> {
  if (source.kind === 'file') return sha256Of(await readFile(source.path));
  return sha256Of(JSON.stringify(readStyle(source)));
}

/** Of all files of a folder and of the folders in it, with their names. */
export async function folderHash(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  const named = paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), path] as const);
  for (const [name, path] of named.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${sha256Of(await readFile(path))}  ${name}\n`);
  return hash.digest('hex');
}
