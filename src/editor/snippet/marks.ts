/** Where brackets and ellipses have to stand in a quote that was changed, so that nobody takes the changes for the source's. */
import { beginsSentence, endsSentence, LEFT_OUT, MARK, MOST_REPLACED } from '#domain/quotation.ts';
import { diffArrays } from 'diff';

/** `text` goes in before the place `at` of the quote. */
export interface Insertion {
  at: number;
  text: string;
}

interface Token {
  text: string;
  start: number;
  end: number;
  /** Brackets or an ellipsis that the quote has already. */
  isMark: boolean;
}

/** A word, a sign, or a letter where a script parts no words. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}\p{M}])+|[^\s]/gu;

/** In rising order. Both are plain text; white space does not count. */
export function missingMarks(exact: string, quoted: string): Insertion[] {
  const source = tokens(exact, false);
  const quote = tokens(quoted, true);
  const insertions: Insertion[] = [];
  let inSource = 0;
  let inQuote = 0;
  const parts = diffArrays(
    source.map(({ text }) => text),
    // What is marked is not of the source, whatever it says.
    quote.map(({ text, isMark }) => (isMark ? `\0${text}` : text)),
  );
  for (let index = 0; index < parts.length; index += 1) {
    const { value, added, removed } = parts[index]!;
    if (!added && !removed) {
      inSource += value.length;
      inQuote += value.length;
      continue;
    }
    // What was left out, and what stands in its place, in either order.
    const next = parts[index + 1];
    const isPair = next !== undefined && ((added && next.removed) || (removed && next.added));
    const gone = removed ? value.length : isPair && next.removed ? next.value.length : 0;
    const come = added ? value.length : isPair && next.added ? next.value.length : 0;
    if (isPair) index += 1;
    const change = { source, from: inSource, gone, quote, at: inQuote, come };
    insertions.push(...marksOf(change, exact));
    inSource += gone;
    inQuote += come;
  }
  return insertions;
}

interface Change {
  source: Token[];
  from: number;
  gone: number;
  quote: Token[];
  at: number;
  come: number;
}

function marksOf({ source, from, gone, quote, at, come }: Change, exact: string): Insertion[] {
  const here = quote.slice(at, at + come);
  const marks: Insertion[] = [];
  for (const [index, token] of here.entries()) {
    if (token.isMark) continue;
    if (index === 0 || here[index - 1]!.isMark) marks.push({ at: token.start, text: '[' });
    if (index === here.length - 1 || here[index + 1]!.isMark) marks.push({ at: token.end, text: ']' });
  }
  const hasMark = here.some(({ isMark }) => isMark);
  const isReplaced = marks.length > 0 && gone <= MOST_REPLACED;
  if (gone === 0 || hasMark || isReplaced) return marks;
  const isStart = at === 0;
  const isEnd = at + come === quote.length;
  // Whole sentences may be missing at both ends.
  if (isStart && come === 0 && beginsSentence(exact, source[from + gone]?.start ?? exact.length))
    return marks;
  if (isEnd && come === 0 && (from === 0 || endsSentence(exact, source[from - 1]!.end))) return marks;
  const next = quote[at];
  const previous = quote[at - 1];
  return previous === undefined
    ? [{ at: next?.start ?? 0, text: `${LEFT_OUT} ` }, ...marks]
    : [{ at: previous.end, text: ` ${LEFT_OUT}` }, ...marks];
}

function tokens(text: string, withMarks: boolean): Token[] {
  const plain = (from: number, to: number): Token[] =>
    [...text.slice(from, to).matchAll(TOKEN)].map((match) => ({
      text: match[0],
      start: from + match.index,
      end: from + match.index + match[0].length,
      isMark: false,
    }));
  if (!withMarks) return plain(0, text.length);
  const found: Token[] = [];
  let at = 0;
  for (const mark of text.matchAll(MARK)) {
    const end = mark.index + mark[0].length;
    found.push(...plain(at, mark.index), { text: mark[0], start: mark.index, end, isMark: true });
    at = end;
  }
  return [...found, ...plain(at, text.length)];
}
