/** Finds words in the library that came from somewhere else: another program writes quotation marks and spaces its own way. */

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
  return fold(text).length >= FEWEST_LETTERS;
}

/** The first of `candidates` whose text holds the words of `text`, one after the other; null where none does. */
export function locate(
  text: string,
  candidates: readonly Omit<Located, 'start' | 'end'>[],
  textOf: (versionId: number) => string | undefined,
): Located | null {
  const wanted = fold(text);
  const seen = new Set<number>();
  for (const { articleId, versionId, title } of candidates) {
    if (seen.has(versionId)) continue;
    seen.add(versionId);
    const whole = textOf(versionId) ?? '';
    const at = fold(whole).indexOf(wanted);
    if (at < 0) continue;
    const start = placeOf(whole, at, 0);
    return { articleId, versionId, title, start, end: placeOf(whole, wanted.length - 1, start) + 1 };
  }
  return null;
}

/** Letters, digits and signs without white space and invisible characters; marks of one kind are all alike. */
function fold(text: string): string {
  return text.replace(IGNORED, '').replace(SIGNS, (sign) => ALIKE[sign]!);
}

/** Where the character stands, from `start` on, before which `count` are kept. What is ignored is one unit each. */
function placeOf(text: string, count: number, start: number): number {
  let at = start;
  for (let left = count; ; at += 1) {
    if (text[at]!.search(IGNORED) === 0) continue;
    if (left === 0) return at;
    left -= 1;
  }
}

const IGNORED = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['"', '“”„‟«»'],
      ["'", '‘’‚‛`´'],
      ['-', '‐‑‒–—−'],
    ] as const
  ).flatMap(([sign, others]) => Array.from(others, (other): [string, string] => [other, sign])),
);
const SIGNS = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu');
