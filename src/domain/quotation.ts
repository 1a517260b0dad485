/**
 * Whether a quote still is what its source says. The marks by which a quote may depart from it are those of scholarly
 * editing (Chicago Manual of Style 17, 13.50–13.62): an ellipsis where words are left out, square brackets around
 * words that are not the source's.
 */

/** `exact`: word by word, or whole sentences of it; `marked`: every departure is marked; `altered`: some are not. */
export type Faithfulness = 'exact' | 'marked' | 'altered';

/** Stands for words that are left out. In brackets, so that nobody takes it for an ellipsis of the source. */
export const LEFT_OUT = '[…]';

/** An ellipsis, or brackets with up to 300 characters in them. */
export const MARK = /(?<gap>\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.)|\[[^[\]]{1,300}\]/gu;
/** Words of the source that brackets may stand in place of; more that are left out want an ellipsis. */
export const MOST_REPLACED = 8;
/** What ends a sentence, with closing marks behind it. */
const SENTENCE_END = /(?:[.!?…:;][\p{Pe}\p{Pf}"'’]*\s|[。！？][\p{Pe}\p{Pf}]*\s?|\n)$/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that part no words. */
const UNPARTED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** `exact` and `quoted` are plain text; runs of white space count as one space in both. */
export function faithfulness(exact: string, quoted: string): Faithfulness {
  const source = squeeze(exact);
  const quote = squeeze(quoted);
  if (quote === source) return 'exact';
  if (quote === '') return 'altered';
  const parts = partsOf(quote);
  if (!follows(source, parts)) return 'altered';
  return parts.some(({ kind }) => kind !== 'words') ? 'marked' : 'exact';
}

/** Runs of white space as one space each, none at the ends. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Whether a sentence ends right before `at`, or the text begins there. */
export function beginsSentence(text: string, at: number): boolean {
  if (at > 0 && !/[\s。！？\p{Pe}\p{Pf}"'’]/u.test(text[at - 1]!)) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  return before.trim() === '' ? at <= 12 : SENTENCE_END.test(/\s$/u.test(before) ? before : `${before} `);
}

interface Part {
  kind: 'words' | 'ellipsis' | 'brackets';
  text: string;
}

function partsOf(quote: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const mark of quote.matchAll(MARK)) {
    if (mark.index > at) parts.push({ kind: 'words', text: quote.slice(at, mark.index) });
    parts.push({ kind: mark.groups?.['gap'] === undefined ? 'brackets' : 'ellipsis', text: mark[0] });
    at = mark.index + mark[0].length;
  }
  if (at < quote.length) parts.push({ kind: 'words', text: quote.slice(at) });
  return parts;
}

/** Whether the parts can be read off the source in their order, with nothing skipped but at marks. */
function follows(source: string, parts: readonly Part[]): boolean {
  /** A byte for each place of the source that what was read so far may reach. */
  let reached = new Uint8Array(source.length + 1);
  // Whole sentences may be missing at both ends.
  for (let at = 0; at <= source.length; at += 1) if (beginsSentence(source, at)) reached[at] = 1;
  for (const [index, part] of parts.entries()) {
    const next = new Uint8Array(source.length + 1);
    // The source may have such marks of its own.
    readWords(source, part.text, reached, next);
    if (part.kind === 'words') {
      const isBehind = index > 0;
      const isBefore = index < parts.length - 1;
      // The space beside a mark belongs to the mark.
      const text = isBehind ? part.text.trimStart() : part.text;
      readWords(source, isBefore ? text.trimEnd() : text, reached, next);
    } else skip(source, part.kind === 'ellipsis', reached, next);
    reached = next;
  }
  const isClosedByMark = parts.at(-1)?.kind === 'ellipsis';
  return reached.some((isReached, at) => isReached === 1 && (isClosedByMark || endsSentence(source, at)));
}

/** Whether a sentence ends at `at`, white space behind it aside. */
export function endsSentence(text: string, at: number): boolean {
  return at === text.length || beginsSentence(text, at + (/\s/u.test(text[at]!) ? 1 : 0));
}

function readWords(source: string, text: string, from: Uint8Array, to: Uint8Array): void {
  for (let at = 0; at <= source.length; at += 1)
    if (from[at] === 1 && source.startsWith(text, at)) to[at + text.length] = 1;
}

/** An ellipsis leads to every word behind; brackets to those of the next few words, and into the first of them. */
function skip(source: string, isEllipsis: boolean, from: Uint8Array, to: Uint8Array): void {
  let words = -1;
  for (let at = 0; at <= source.length; at += 1) {
    if (from[at] === 1) words = isEllipsis ? Infinity : MOST_REPLACED;
    else if (words >= 0 && startsWord(source, at)) words -= 1;
    if (words < 0) continue;
    if (!isEllipsis || from[at] === 1 || isParted(source, at)) to[at] = 1;
  }
}

function startsWord(text: string, at: number): boolean {
  return at < text.length && WORD.test(text[at]!) && isParted(text, at);
}

/** Whether no word goes on across `at`. */
function isParted(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at];
  if (before === undefined || after === undefined) return true;
  if (!WORD.test(before) || !WORD.test(after)) return true;
  return UNPARTED.test(before) || UNPARTED.test(after);
}
