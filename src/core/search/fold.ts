/**
 * Cuts text into search terms. The same function serves the index, the query and the highlights: what one
 * finds the others see. SQLite is given the terms parted by spaces and does no folding of its own.
 */
import { stemRussian } from './russian.ts';

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
 * Scripts that do not part words by spaces. Soft hyphens and joiners belong to the word that they stand in.
 */
const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ーｰﾞﾟ`;
const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Co}]--[${SPACELESS}]`;
const JOINER = String.raw`\u00AD\u200C\u200D\u2060`;
const REST = String.raw`(?:[${LETTER}]|[${JOINER}])*`;
/** Letters parted by dots: U.S. is US. */
const ABBREVIATION = String.raw`[\p{L}--[${SPACELESS}]](?:\.[\p{L}--[${SPACELESS}]])+(?![\p{L}\p{N}\p{M}])`;
/** Thousands apart: 3,000 is 3000, whichever sign stands between. */
const NUMBER = String.raw`[0-9]{1,3}(?:[,.'’\u00A0\u2009\u202F][0-9]{3})+(?![0-9])${REST}`;
/** A word, or a run of such a script (captured). */
const WORD = new RegExp(
  `([${SPACELESS}][${SPACELESS}\\p{M}${JOINER}]*)|${ABBREVIATION}|${NUMBER}|[${LETTER}]${REST}`,
  'gv',
);

/** One written character of such a run: a syllable of conjoining jamo, a kana with its mark, a base with its signs. */
const CHARACTER = new RegExp(
  String.raw`[\u1100-\u115F][\u1160-\u11A7]*[\u11A8-\u11FF]*|[\uAC00-\uD7A3][\u1160-\u11FF]*|[\uFF66-\uFF9D][\uFF9E\uFF9F]?|.[\p{M}${JOINER}]*`,
  'gsu',
);
const RUSSIAN_WORD = /^[А-яЁё]+$/;
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

/** Takes the terms of a text in reading order; ranges are in UTF-16 units of that text. */
export interface TermSink {
  /**
   * A word from `start` to before `end`, of ASCII letters and digits alone. The term is what stands before `cut`,
   * in lower case: whoever needs no string of it can do without one.
   */
  plain(text: string, start: number, cut: number, end: number): void;
  /** Any other term. */
  term(term: string, start: number, end: number, firstEnd?: number): void;
}

/**
 * The terms of a text, in reading order. A run of n characters of Chinese, Japanese, Korean or Thai gives its
 * n − 1 pairs and its last character: so any pair is found as a term, and any character as a prefix.
 * Russian words give their stems.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  walkTerms(text, 0, text.length, {
    plain: (_text, start, cut, end) =>
      void tokens.push({ term: text.slice(start, cut).toLowerCase(), start, end }),
    term: (term, start, end, firstEnd) =>
      void tokens.push(firstEnd === undefined ? { term, start, end } : { term, start, end, firstEnd }),
  });
  return tokens;
}

/** Gives `sink` the terms of the text from `from` to before `to`, as `tokenize` gives those of a whole one. */
export function walkTerms(text: string, from: number, to: number, sink: TermSink): void {
  let part: string | null = null;
  let at = from;
  while (at < to) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === SIGN) {
      at += 1;
      continue;
    }
    // First the common case, a word of plain ASCII, which is much quicker to scan than to match.
    let end = at + 1;
    let kinds = kind;
    while (end < to && (kinds & NOT_PLAIN) === 0) {
      const next = kindOf(text.charCodeAt(end));
      if (next === SIGN) break;
      kinds |= next;
      end += 1;
    }
    if ((kinds & NOT_PLAIN) === 0 && (end === to || !mayGoOn(text, at, end, kinds))) {
      sink.plain(text, at, Math.min(end, at + MAX_TERM_LENGTH), end);
      at = end;
    } else {
      // A word may not reach behind the end.
      part ??= from === 0 && to === text.length ? text : text.slice(from, to);
      WORD.lastIndex = at - from;
      const match = WORD.exec(part);
      if (match === null) break;
      const [word, run] = match;
      const start = from + match.index;
      if (run !== undefined) addPairs(run, start, sink);
      else {
        const term = foldWord(word);
        if (term !== '') sink.term(term, start, start + word.length);
      }
      at = start + word.length;
    }
  }
}

/** Kinds of characters as bits. */
const SIGN = 0;
const LETTER_AZ = 1;
const DIGIT = 2;
const NOT_PLAIN = 4;

const KINDS = Uint8Array.from({ length: 0x80 }, (_none, code) => {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return LETTER_AZ;
  return code >= 0x30 && code <= 0x39 ? DIGIT : SIGN;
});

function kindOf(code: number): number {
  return code < 0x80 ? KINDS[code]! : NOT_PLAIN;
}

/** Whether an abbreviation or a number may go on behind a word of plain ASCII. */
function mayGoOn(text: string, at: number, end: number, kinds: number): boolean {
  if (kinds === DIGIT) return end - at <= 3 && /[,.'’\u00A0\u2009\u202F]/.test(text[end]!);
  return end - at === 1 && text[end] === '.';
}

/**
 * A name as filters compare it: its words in lower case without accents, parted by single spaces; nothing is
 * stemmed or cut into pairs.
 */
export function foldName(name: string): string {
  // Most names are plain, and that is ten times as quick.
  if (ASCII.test(name)) return (name.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ');
  return Array.from(name.normalize('NFC').matchAll(NAME_PART), ([part]) =>
    withoutAccents(part.normalize('NFKC')),
  )
    .filter((part) => part !== '')
    .join(' ');
}
// oxlint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007F]*$/;
const NAME_PART = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Whether a term stands for characters of a script without spaces between words. */
export function isSpaceless(term: string): boolean {
  return STARTS_SPACELESS.test(term);
}
const STARTS_SPACELESS = new RegExp(`^[${SPACELESS}]`, 'v');

/** Runs of characters that are whole and composed each by itself: most Korean, Chinese and Japanese. */
const PLAIN_RUN = /^[\uAC00-\uD7A3\u4E00-\u9FFF\u3041-\u3096\u30A1-\u30FA\u30FC]+$/;

function addPairs(run: string, offset: number, sink: TermSink): void {
  if (PLAIN_RUN.test(run)) {
    const last = run.length - 1;
    for (let at = 0; at < last; at += 1) {
      const start = offset + at;
      sink.term(run.slice(at, at + 2), start, start + 2, start + 1);
    }
    sink.term(run.slice(last), offset + last, offset + run.length);
    return;
  }
  let previous: Token | null = null;
  for (const match of run.matchAll(CHARACTER)) {
    // Some decompose into more than letters: ㈜ is (주).
    const term = match[0].normalize('NFKC').replaceAll(NOT_IN_TERM, '').slice(0, MAX_TERM_LENGTH);
    if (term === '') continue;
    const start = offset + match.index;
    const character: Token = { term, start, end: start + match[0].length };
    if (previous !== null) sink.term(previous.term + term, previous.start, character.end, previous.end);
    previous = character;
  }
  if (previous !== null) sink.term(previous.term, previous.start, previous.end);
}

/** Words folded so far: folding takes ten times as long as looking it up. Emptied when it is full. */
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const term = foldAnew(word);
  folded.set(word, term);
  return term;
}

function foldAnew(word: string): string {
  if (RUSSIAN_WORD.test(word)) return cut(foldRussian(word));
  const composed = word.normalize('NFKC').replaceAll(NOT_IN_TERM, '');
  const plain = composed.replaceAll('\u0301', '');
  if (RUSSIAN_WORD.test(plain)) return cut(foldRussian(plain));
  return cut(withoutAccents(composed));
}

function withoutAccents(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(ACCENTED, '$1')
    .toLowerCase()
    .replaceAll(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(NOT_IN_TERM, '')
    .normalize('NFC');
}

/** The stem tells й from и; written without its breve, the term is the same. */
function foldRussian(word: string): string {
  return stemRussian(word.toLowerCase().replaceAll('ё', 'е')).replaceAll('й', 'и');
}

function cut(term: string): string {
  // Half a surrogate pair would not survive UTF-8.
  return term.length <= MAX_TERM_LENGTH
    ? term
    : term.slice(0, MAX_TERM_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}
