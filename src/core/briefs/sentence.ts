/** Cuts the words around a citation out of its paragraph. */

/** UTF-16 units that are shown at most, apart from the ellipses. */
const LONGEST = 320;

/**
 * The sentence that the citation at `at` belongs to, which is the one before it where it stands between two;
 * a quote whole. What is longer than LONGEST is cut around the citation, a quote behind its beginning.
 */
export function sentenceAround(
  text: string,
  at: number,
  language: string,
  kind: 'citation' | 'quote',
): { text: string; at: number } {
  const range = kind === 'quote' ? { start: 0, end: text.length } : sentenceRange(text, at, language);
  while (range.start < range.end && /\s/u.test(text[range.start]!)) range.start += 1;
  while (range.end > range.start && /\s/u.test(text[range.end - 1]!)) range.end -= 1;
  if (range.end - range.start <= LONGEST)
    return { text: text.slice(range.start, range.end), at: inside(at, range) - range.start };

  const middle = kind === 'quote' ? range.start : inside(at, range);
  const start = Math.max(range.start, Math.min(middle - LONGEST / 2, range.end - LONGEST));
  const from = start === range.start ? start : behindSpace(text, start, middle);
  const end = Math.min(range.end, start + LONGEST);
  const to = end === range.end ? end : beforeSpace(text, end, Math.max(middle, from + 1));
  const before = from > range.start ? '… ' : '';
  const cut = text.slice(from, to);
  return {
    text: `${before}${cut}${to < range.end ? ' …' : ''}`,
    at: before.length + inside(at, { start: from, end: to }) - from,
  };
}

function sentenceRange(text: string, at: number, language: string): { start: number; end: number } {
  let before = at;
  while (before > 0 && /\s/u.test(text[before - 1]!)) before -= 1;
  const place = before > 0 ? before - 1 : 0;
  const segment = segmenter(language).segment(text).containing(place);
  return segment === undefined
    ? { start: 0, end: text.length }
    : { start: segment.index, end: segment.index + segment.segment.length };
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

function inside(at: number, { start, end }: { start: number; end: number }): number {
  return Math.min(end, Math.max(start, at));
}

/** The next beginning of a word from `at` on, at most `limit`. Text without spaces is cut between characters. */
function behindSpace(text: string, at: number, limit: number): number {
  const next = text.slice(at, limit).search(/\s\S/u);
  return next >= 0 ? at + next + 1 : wholeCharacter(text, at);
}

/** The last end of a word up to `at`, at least `limit`. */
function beforeSpace(text: string, at: number, limit: number): number {
  const last = text.slice(limit, at).search(/\s+\S*$/u);
  return last > 0 ? limit + last : wholeCharacter(text, at);
}

/** Not between the two halves of a character. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
