import type { CslName } from '#domain/csl.ts';
import { readName, readNames } from '../import/metadata/names.ts';

/** The names in what an analyst typed or pasted. Where they stand one a line or parted by `;`, all are kept. */
export function namesFrom(text: string, language?: string): CslName[] {
  const parts = text
    .split(/[\n;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1
    ? parts.map((part) => readName(part, language))
    : parts.flatMap((part) => readNames(part, language));
}
