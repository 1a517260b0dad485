/** Which files can be imported, by the ending of their names. */
import { extname } from 'node:path';

export type Format = 'text' | 'markdown' | 'html';

const ENDINGS: Record<string, Format> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};

/** Endings without the dot. */
export const IMPORT_ENDINGS = Object.keys(ENDINGS);

/** Largest file that is read, in bytes: 50 MB. */
export const MAX_BYTES = 50 * 1024 * 1024;

export function formatOf(fileName: string): Format | null {
  return ENDINGS[extname(fileName).slice(1).toLowerCase()] ?? null;
}

export function unknownKind(fileName: string): string {
  const endings = IMPORT_ENDINGS.map((ending) => `.${ending}`).join(', ');
  return `“${fileName}” is of a kind that cannot be imported. Files ending in ${endings} can.`;
}

export function tooLarge(fileName: string): string {
  return `“${fileName}” is larger than ${MAX_BYTES / 1024 / 1024} MB and was not read. Save the article alone and import that.`;
}
