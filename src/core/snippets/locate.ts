/** Finds words in the library that came from somewhere else: another program writes quotation marks and spaces its own way. */
import type { PassageHit } from '#contract/search.ts';

/** Words of which fewer are anybody's: in letters, without white space. */
const FEWEST_LETTERS = 24;

export interface Located {
  articleId: number;
  versionId: number;
  title: string;
  /** UTF-16 range in the version's text. */
  start: number;
  end: number;
}

/** Whether a text is long enough to be known again. */
export function isTelling(text: string): boolean {
  return foldQuoted(text).text.length >= FEWEST_LETTERS;
}

/** The first of `candidates` whose text holds the words of `text`, one after the other; null where none does. */
export function locate(
  text: string,
  candidates: readonly PassageHit[],
  textOf: (versionId: number) => string | undefined,
): Located | null {
  const wanted = foldQuoted(text).text;
  const seen = new Set<number>();
  for (const { articleId, versionId, title } of candidates) {
    if (seen.has(versionId)) continue;
    seen.add(versionId);
    const { text: folded, places } = foldQuoted(textOf(versionId) ?? '');
    const at = folded.indexOf(wanted);
    if (at >= 0)
      return { articleId, versionId, title, start: places[at]!, end: places[at + wanted.length - 1]! + 1 };
  }
  return null;
}

/** Letters, digits and signs without white space and invisible characters; marks of one kind are all alike. */
function foldQuoted(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at]!;
    if (/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(unit)) continue;
    folded += ALIKE[unit] ?? unit;
    places.push(at);
  }
  return { text: folded, places };
}

const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['"', '“”„‟«»'],
      ["'", '‘’‚‛`´'],
      ['-', '‐‑‒–—−'],
    ] as const
  ).flatMap(([sign, others]) => Array.from(others, (other): [string, string] => [other, sign])),
);
