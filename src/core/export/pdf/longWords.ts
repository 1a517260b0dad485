/** Finds the words that would run out of the page. */

/** Letters of a word that always fit a line of the text, of a heading, and of the title. */
export const LINE = 40;
export const HEADING_LINE = 30;
export const TITLE_LINE = 22;

/** Scripts that break between any two letters need no help. */
const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

export interface Piece {
  text: string;
  /** Where a line may end in it: as in any text, before and behind it only, or between any two letters. */
  breaks: 'as usual' | 'around' | 'anywhere';
}

/** A line of a path, an address or a number may end behind these. */
const PARTS = /[^/\\?&=.,:;@_+|~%#\p{Pd}]*[/\\?&=.,:;@_+|~%#\p{Pd}]+|[^/\\?&=.,:;@_+|~%#\p{Pd}]+/gu;

/**
 * Parts `text` around its words of more than `longest` letters, and those at their signs: only what stands between two
 * signs and is too long itself breaks between letters. In a web address Typst itself breaks at the signs. Numbers cannot
 * be hyphenated: they have to break where they are longer than `letters`.
 */
export function splitLongWords(text: string, longest: number, letters = longest): Piece[] {
  const shortest = Math.max(1, Math.floor(Math.min(longest, letters)));
  if (text.length <= shortest) return [{ text, breaks: 'as usual' }];
  const long = new RegExp(`[^\\s]{${longest + 1},}|(?<!\\S)[^\\s\\p{L}]{${shortest + 1},}(?!\\S)`, 'gu');
  return pieces(text, long).flatMap((piece): Piece[] => {
    if (piece.breaks === 'as usual') return [piece];
    if (BREAKS_ANYWHERE.test(piece.text)) return [{ ...piece, breaks: 'as usual' }];
    if (/^[^\p{L}]*https?:\/\//iu.test(piece.text))
      return pieces(piece.text, new RegExp(`[\\p{L}\\p{N}]{${longest + 1},}`, 'gu'));
    return Array.from(piece.text.matchAll(PARTS), ([part]) => ({
      text: part,
      breaks: part.length > shortest ? 'anywhere' : 'around',
    }));
  });
}

function pieces(text: string, long: RegExp): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(long)) {
    found.push(
      { text: text.slice(end, match.index), breaks: 'as usual' },
      { text: match[0], breaks: 'anywhere' },
    );
    end = match.index + match[0].length;
  }
  found.push({ text: text.slice(end), breaks: 'as usual' });
  return found.filter((piece) => piece.text !== '');
}
