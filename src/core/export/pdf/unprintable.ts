/** Finds and replaces what no font on this computer can print. */
import type { TypstDocument } from './typstData.ts';

/** Members of the data that are printed; all others are addresses and switches. */
const PRINTED = new Set(['s', 'title', 'running', 'run', 'contents', 'author', 'label', 'side']);

/** The printed letters of `document` (grapheme clusters) that `canPrint` refuses. */
export function unprintable(document: TypstDocument, canPrint: (text: string) => boolean): string[] {
  const letters = new Set<string>();
  const segmenter = new Intl.Segmenter();
  mapPrinted(document, (text) => {
    for (const { segment } of segmenter.segment(text)) if (!/^[ -~]$/.test(segment)) letters.add(segment);
    return text;
  });
  return refused([...letters], canPrint);
}

/** `document` with each of `letters` as its code points, such as `[U+1F600]`. */
export function withCodePoints(document: TypstDocument, letters: string[]): TypstDocument {
  if (letters.length === 0) return document;
  const refusedLetters = new Set(letters);
  const segmenter = new Intl.Segmenter();
  return mapPrinted(document, (text) =>
    Array.from(segmenter.segment(text), ({ segment }) =>
      refusedLetters.has(segment) ? codePoints(segment) : segment,
    ).join(''),
  );
}

/** `[U+1F600]` */
export function codePoints(letter: string): string {
  const hex = Array.from(
    letter,
    (char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `[${hex.join(' ')}]`;
}

/** Asks for all at once, then for halves of what was refused: few questions where few are refused. */
function refused(letters: string[], canPrint: (text: string) => boolean): string[] {
  if (letters.length === 0 || canPrint(letters.join(' '))) return [];
  if (letters.length === 1) return letters;
  const half = letters.length >> 1;
  return [...refused(letters.slice(0, half), canPrint), ...refused(letters.slice(half), canPrint)];
}

function mapPrinted<T>(value: T, change: (text: string) => string): T {
  const visit = (member: unknown, isPrinted: boolean): unknown => {
    if (typeof member === 'string') return isPrinted ? change(member) : member;
    if (Array.isArray(member)) return member.map((element) => visit(element, false));
    if (typeof member !== 'object' || member === null) return member;
    return Object.fromEntries(
      Object.entries(member).map(([key, inner]) => [key, visit(inner, PRINTED.has(key))]),
    );
  };
  return visit(value, false) as T;
}
