/** The sources of a Markdown file: articles of the library, or references that come into it. */
import { basename } from 'node:path';
import type { CslItem } from '#domain/csl.ts';
import type { ReferenceItem } from '../../import/read/item.ts';
import { readBibtex } from '../../import/references/read.ts';
import { referenceOfCsl } from '../../import/references/cslJson.ts';
import { fileInMemory } from '../../import/read/sourceFile.ts';
import type { Beside } from './beside.ts';
import type { FrontMatter } from './frontMatter.ts';

/** By their keys; of two under one key the first, as Pandoc has it. */
export async function sourcesBeside(
  { bibliography, references }: Pick<FrontMatter, 'bibliography' | 'references'>,
  beside: Beside,
  warnings: Set<string>,
): Promise<Map<string, ReferenceItem>> {
  const sources = new Map<string, ReferenceItem>();
  const add = (key: string, item: ReferenceItem): void => {
    if (key !== '' && !sources.has(key)) sources.set(key, item);
  };
  for (const [index, item] of references.entries()) add(keyOf(item), fromCsl(item, `reference ${index + 1}`));
  for (const path of bibliography) {
    const bytes = await beside.read(path);
    if (bytes === null) {
      warnings.add(`“${path}” is not beside the file: sources that only it knows are missing.`);
      continue;
    }
    const name = basename(path);
    try {
      if (/\.json$/iu.test(name)) for (const item of jsonItems(bytes)) add(keyOf(item), fromCsl(item, name));
      else if (/\.(?:bib|bibtex)$/iu.test(name)) {
        for await (const item of readBibtex(fileInMemory(name, bytes)))
          if (item.kind === 'reference') add(item.csl['citation-key'] ?? '', item);
      } else warnings.add(`“${name}” is no list of sources that is known: only .bib and .json are read.`);
    } catch {
      warnings.add(`“${name}” could not be read: sources that only it knows are missing.`);
    }
  }
  return sources;
}

function jsonItems(bytes: Uint8Array): unknown[] {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return Array.isArray(value) ? value : [value];
}

function keyOf(item: unknown): string {
  const { id } = (typeof item === 'object' && item !== null ? item : {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

function fromCsl(item: unknown, name: string): ReferenceItem {
  const original = asStored(item);
  return referenceOfCsl(original, JSON.stringify(original, null, 2), name);
}

/** What Dossier changed of its own metadata for another processor stands beside it: see `itemsForOthers`. */
function asStored(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const { custom, ...rest } = item as { custom?: { dossier?: Partial<CslItem> } };
  const changed = custom?.dossier;
  if (typeof changed !== 'object' || changed === null) return item;
  const { markup, ...fields } = changed;
  const stored: Record<string, unknown> = { ...rest, ...fields, ...markup };
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== null));
}
