/**
 * Which files can be imported, by the ending of their names, and how large they may be. Loads no reader: the
 * core's thread looks here too.
 */
import { extname } from 'node:path';

/** Files that are one article each. */
const DOCUMENTS = {
  text: ['txt', 'text'],
  markdown: ['md', 'markdown'],
  html: ['html', 'htm', 'xhtml'],
  docx: ['docx', 'docm', 'dotx'],
  epub: ['epub'],
  mhtml: ['mhtml', 'mht'],
  pdf: ['pdf'],
} as const satisfies Record<string, readonly string[]>;
export type DocumentFormat = keyof typeof DOCUMENTS;

/** Files that hold many items; their readers are in `containers.ts`. */
const CONTAINERS = {
  archive: ['zip'],
  bibtex: ['bib', 'bibtex', 'biblatex'],
  eml: ['eml'],
  ris: ['ris'],
  table: ['csv', 'tsv', 'tab', 'json', 'jsonl', 'ndjson'],
  xml: ['xml', 'rss', 'atom', 'rdf'],
} as const satisfies Record<string, readonly string[]>;
export type ContainerFormat = keyof typeof CONTAINERS;

export type Format =
  | { kind: 'document'; name: DocumentFormat }
  | { kind: 'container'; name: ContainerFormat };

const BY_ENDING = new Map<string, Format>();
for (const [name, endings] of Object.entries(DOCUMENTS))
  for (const ending of endings) BY_ENDING.set(ending, { kind: 'document', name: name as DocumentFormat });
for (const [name, endings] of Object.entries(CONTAINERS))
  for (const ending of endings) BY_ENDING.set(ending, { kind: 'container', name: name as ContainerFormat });

/** Endings without the dot. */
export const IMPORT_ENDINGS = [...BY_ENDING.keys()];

/** Largest document that is read, in bytes: 50 MB. */
export const MAX_BYTES = 50 * 1024 * 1024;
/** Largest container, in bytes: 4 GB. Its reader never holds it whole. */
const MAX_CONTAINER_BYTES = 4 * 1024 ** 3;

/** By the ending of the name; null for a kind that cannot be imported. */
export function formatOf(fileName: string): Format | null {
  return BY_ENDING.get(extname(fileName).slice(1).toLowerCase()) ?? null;
}

/** Bytes. */
export function largest(format: Format): number {
  return format.kind === 'container' ? MAX_CONTAINER_BYTES : MAX_BYTES;
}

/** Largest file of this name that is imported, in bytes. */
export function largestImport(fileName: string): number {
  const format = formatOf(fileName);
  return format === null ? MAX_BYTES : largest(format);
}

/** Longest times that one item may take to read, in ms. */
const READ_LIMIT = 60_000;
/** A PDF takes 10 to 20 ms a page, far more where a page is a drawing; archives and mails may hold PDFs. */
const SLOW_READ_LIMIT = 180_000;
const SLOW = new Set<Format['name']>(['pdf', 'archive', 'eml']);

/** Longest time that reading one item of a file of this name may take, in ms. */
export function readLimit(fileName: string): number {
  const format = formatOf(fileName);
  return format !== null && SLOW.has(format.name) ? SLOW_READ_LIMIT : READ_LIMIT;
}

/** Endings of what other programs can save as a Word document. */
const OTHER_TEXTS = new Set(['.doc', '.dot', '.odt', '.ott', '.rtf', '.pages', '.wpd', '.wps']);

export function unknownKind(fileName: string): string {
  if (OTHER_TEXTS.has(extname(fileName).toLowerCase()))
    return `“${fileName}” is a text document of a kind that cannot be imported. Save it as .docx in the program that it is from, and import that.`;
  const endings = IMPORT_ENDINGS.map((ending) => `.${ending}`).join(', ');
  return `“${fileName}” is of a kind that cannot be imported. Files ending in ${endings} can.`;
}

export function tooLarge(fileName: string, limit = MAX_BYTES): string {
  return `“${fileName}” is larger than ${limit / 1024 / 1024} MB and was not read. Save the article alone and import that.`;
}
