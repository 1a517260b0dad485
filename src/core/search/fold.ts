/**
 * Cuts text into search terms. The same function serves the index, the query and the highlights: what one
 * finds the others see. SQLite is given the terms parted by spaces and does no folding of its own.
 */

/** A term and the range of the text that it stands for, in UTF-16 units. */
export interface Token {
  term: string;
  start: number;
  end: number;
  /** Of a pair of characters: where the first one ends. */
  firstEnd?: number;
}

/** Terms are cut at this length; longer ones are encoded data, not words. */
export const MAX_TERM_LENGTH = 64;

/**
 * A word, or a run of a script that does not part words by spaces (captured). Soft hyphens and joiners
 * belong to the word that they stand in.
 */
const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ーｰﾞﾟ`;
const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Co}]--[${SPACELESS}]`;
const JOINER = String.raw`\u00AD\u200C\u200D\u2060`;
/** First the common case, a word of plain ASCII, which is much quicker to match. */
const PLAIN = String.raw`[0-9A-Za-z]+(?![0-9A-Za-z\u0080-\u{10FFFF}])`;
const WORD = new RegExp(
  `${PLAIN}|([${SPACELESS}][${SPACELESS}\\p{M}${JOINER}]*)|[${LETTER}](?:[${LETTER}]|[${JOINER}])*`,
  'gv',
);

/** One written character of such a run: a syllable of conjoining jamo, a kana with its mark, a base with its signs. */
const CHARACTER = new RegExp(
  String.raw`[\u1100-\u115F][\u1160-\u11A7]*[\u11A8-\u11FF]*|[\uAC00-\uD7A3][\u1160-\u11FF]*|[\uFF66-\uFF9D][\uFF9E\uFF9F]?|.[\p{M}${JOINER}]*`,
  'gsu',
);
const ASCII_WORD = /^[0-9A-Za-z]+$/;
/** Marks are accents in these scripts; in Indic scripts they are vowels. */
const ACCENTED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}\p{N}])\p{M}+/gu;
const NOT_IN_TERM = /[^\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Letters that Unicode does not decompose, as people type them; ı as Turkish I and i fold to one. */
const LETTERS: Record<string, string> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
  ـ: '',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * The terms of a text, in reading order. A run of n characters of Chinese, Japanese, Korean or Thai gives its
 * n − 1 pairs and its last character: so any pair is found as a term, and any character as a prefix.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word, run] = match;
    if (run !== undefined) addPairs(run, match.index, tokens);
    else {
      const term = foldWord(word);
      if (term !== '') tokens.push({ term, start: match.index, end: match.index + word.length });
    }
  }
  return tokens;
}

/** Whether a term stands for characters of a script without spaces between words. */
export function isSpaceless(term: string): boolean {
  return STARTS_SPACELESS.test(term);
}
const STARTS_SPACELESS = new RegExp(`^[${SPACELESS}]`, 'v');

function addPairs(run: string, offset: number, tokens: Token[]): void {
  let previous: Token | null = null;
  for (const match of run.matchAll(CHARACTER)) {
    // Some decompose into more than letters: ㈜ is (주).
    const term = match[0].normalize('NFKC').replaceAll(NOT_IN_TERM, '').slice(0, MAX_TERM_LENGTH);
    if (term === '') continue;
    const start = offset + match.index;
    const character: Token = { term, start, end: start + match[0].length };
    if (previous !== null)
      tokens.push({
        term: previous.term + term,
        start: previous.start,
        end: character.end,
        firstEnd: previous.end,
      });
    previous = character;
  }
  if (previous !== null) tokens.push(previous);
}

function foldWord(word: string): string {
  const folded = ASCII_WORD.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replaceAll(ACCENTED, '$1')
        .toLowerCase()
        .replaceAll(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter)
        .replaceAll(NOT_IN_TERM, '');
  // Half a surrogate pair would not survive UTF-8.
  return folded.length <= MAX_TERM_LENGTH
    ? folded
    : folded.slice(0, MAX_TERM_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}
