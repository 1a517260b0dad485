/** Finds the words that would run out of the page. */

/** Letters of a word that always fit a line of the text, of a heading, and of the title. */
export const LINE = 40;
export const HEADING_LINE = 30;
export const TITLE_LINE = 22;

/** Scripts that break between any two letters need no help. */
const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

export interface Piece {
  text: string;
  /** A word, or a part of one, that has to break between any two letters. */
  long: boolean;
}

/**
 * Parts `text` around its words of more than `longest` letters. In a web address Typst itself breaks at the
 * signs: only what stands between two signs can be too long. Numbers cannot be hyphenated: they have to break
 * where they are longer than `letters`.
 */
export function splitLongWords(text: string, longest: number, letters = longest): Piece[] {
  const shortest = Math.max(1, Math.floor(Math.min(longest, letters)));
  if (text.length <= shortest) return [{ text, long: false }];
  const long = new RegExp(`[^\\s]{${longest + 1},}|(?<!\\S)[^\\s\\p{L}]{${shortest + 1},}(?!\\S)`, 'gu');
  return pieces(text, long).flatMap((piece) => {
    if (!piece.long) return [piece];
    if (BREAKS_ANYWHERE.test(piece.text)) return [{ ...piece, long: false }];
    if (!/^[^\p{L}]*https?:\/\//iu.test(piece.text)) return [piece];
    return pieces(piece.text, new RegExp(`[\\p{L}\\p{N}]{${longest + 1},}`, 'gu'));
  });
}

function pieces(text: string, long: RegExp): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(long)) {
    found.push({ text: text.slice(end, match.index), long: false }, { text: match[0], long: true });
    end = match.index + match[0].length;
  }
  found.push({ text: text.slice(end), long: false });
  return found.filter((piece) => piece.text !== '');
}
