/** Words in the text of an article. */
import type { TextRange } from '../domRange.ts';

/** Matches that are looked for at most. */
const MOST = 5000;
/** How long looking may take, in ms: a regular expression can be slow. */
const MOST_TIME = 300;

/** Matches in their order; `cut` where there are more. The pattern needs the flag `g`. */
export function findInText(text: string, pattern: RegExp): { matches: TextRange[]; cut: boolean } {
  const matches: TextRange[] = [];
  const until = performance.now() + MOST_TIME;
  for (const { 0: words, index } of text.matchAll(pattern)) {
    if (words === '') continue;
    if (matches.length >= MOST || performance.now() > until) return { matches, cut: true };
    matches.push({ start: index, end: index + words.length });
  }
  return { matches, cut: false };
}
