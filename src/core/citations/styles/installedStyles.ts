/** The `.csl` files that the analyst has installed: the folder `styles/` of the library. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../../disk/sha256.ts';
import { writeWhole } from '../../disk/writeWhole.ts';
import { MAX_STYLE_CHARACTERS, readStyleText } from '../engine/cslText.ts';
import { readStyleHeader, type StyleHeader } from './styleHeader.ts';
import type { StyleSource } from './styleSource.ts';

export interface InstalledStyle {
  /** As briefs store it. */
  id: string;
  header: StyleHeader;
  file: StyleSource & { kind: 'file' };
}

export interface InstalledStyles {
  /** In the order of their titles. */
  list(): InstalledStyle[];
  find(id: string): InstalledStyle | undefined;
  /** Writes the file of a style that was checked; one with the same id is replaced. Rejects with the system's error. */
  write(header: StyleHeader, text: string): Promise<InstalledStyle>;
  /** Deletes its file, and returns the text of that. Rejects with the system's error. */
  remove(style: InstalledStyle): Promise<string>;
}

/** Reads the folder at the first use. Files that are no styles are passed over. */
export function openInstalledStyles(folder: string): InstalledStyles {
  let known: Map<string, InstalledStyle> | null = null;
  const styles = (): Map<string, InstalledStyle> => (known ??= readFolder(folder));
  return {
    list: () => [...styles().values()].toSorted((a, b) => a.header.title.localeCompare(b.header.title, 'en')),
    find: (id) => styles().get(id),
    async write(header, text) {
      const style = installedStyle(join(folder, fileName(header.id)), header, text);
      await mkdir(folder, { recursive: true });
      await writeWhole(style.file.path, Buffer.from(text, 'utf8'));
      styles().set(style.id, style);
      return style;
    },
    async remove(style) {
      const text = await readFile(style.file.path, 'utf8').catch(() => '');
      await rm(style.file.path, { force: true });
      styles().delete(style.id);
      return text;
    },
  };
}

function readFolder(folder: string): Map<string, InstalledStyle> {
  const found = new Map<string, InstalledStyle>();
  for (const name of namesIn(folder).filter((file) => file.endsWith('.csl'))) {
    const path = join(folder, name);
    try {
      // In UTF-8 a character may take three bytes.
      if (statSync(path).size > 3 * MAX_STYLE_CHARACTERS) continue;
      const text = readFileSync(path, 'utf8');
      const style = installedStyle(path, readStyleHeader(readStyleText(text)), text);
      found.set(style.id, style);
    } catch {
      // Not one that Dossier wrote, or damaged since: a brief that uses it says that it is missing.
    }
  }
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    // Nothing was installed yet.
    return [];
  }
}

function installedStyle(path: string, header: StyleHeader, text: string): InstalledStyle {
  const sha256 = sha256Of(text);
  return { id: storedId(header.id), header, file: { kind: 'file', path, sha256 } };
}

/** An address is an id anywhere; of other ids the styles that come with Dossier have their own. */
function storedId(id: string): string {
  return id.includes(':') ? id : `installed:${id}`;
}

/** Tells people which style it is, and is another one for each id. */
function fileName(id: string): string {
  const name = id
    .slice(id.lastIndexOf('/') + 1)
    .replaceAll(/[^a-z0-9-]+/giu, '-')
    .slice(0, 80);
  return `${name}-${sha256Of(id).slice(0, 12)}.csl`;
}
