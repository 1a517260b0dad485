/** Joins the lines of a paragraph: which hyphens are the typesetter's, and where no space stands. */
import { type Line, textOf } from './lines.ts';

/** The words of a document as they stand inside its lines, in lower case. */
export type Vocabulary = ReadonlySet<string>;

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐'’][\p{L}\p{M}\p{N}]+)*/gu;
const CJK_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303F\uFF01-\uFFEE]$/u;
const CJK_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303F\uFF01-\uFFEE]/u;
const HANGUL_END = /([\p{Script=Hangul}]+)$/u;
const HANGUL_START = /^([\p{Script=Hangul}]+)/u;
/** What follows a Korean noun or verb and is no word by itself. */
const ENDING =
  /^(?:을|를|은|는|가|의|에|와|과|로|으로|에서|에게|까지|부터|보다|처럼|라고|라는|다|며|고|지만|면서|는데|었다|였다|았다|니다|습니다|이다|이며|이고|들은|들의|들이|들을|적인|적으로)$/u;
/** Korean words of one syllable; any other syllable alone is a part of a word. */
const SYLLABLES = new Set(
  '그이저수것등및한두세네몇더또못안잘각새현전후중내년월일명개척번때곳데바뿐만점간시분원달해배물집사나너제총약큰작온첫옛양본동서남북위밑옆앞뒤밖속팀군당국법값힘길말글책일땅숲강산섬별꿈삶죽눈비불몸손발',
);
/** First parts of compounds that keep their hyphen. */
const COMPOUND = /^(?:self|well|half|cross|quasi|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/iu;

export function vocabularyOf(lines: Line[]): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    const found = [...textOf(line).toLowerCase().matchAll(WORD)].map(([word]) => word);
    // The first and the last may be parts of words.
    for (const word of found.slice(1, -1)) words.add(word);
  }
  return words;
}

export interface Join {
  /** Characters to take off the end of the first line. */
  drop: number;
  between: '' | ' ';
}

/** How the text of one line goes on in the next. */
export function joinOf(before: string, after: string, vocabulary: Vocabulary): Join {
  const end = before.trimEnd();
  const start = after.trimStart();
  if (end.endsWith('\u00AD')) return { drop: 1, between: '' };
  const hyphen = /([\p{L}\p{M}]+)[-‐]$/u.exec(end);
  const next = /^[\p{L}\p{M}]+/u.exec(start)?.[0];
  if (hyphen !== null && next !== undefined) {
    const keeps = keepsHyphen(hyphen[1]!, next, wordStart(end), vocabulary);
    return { drop: keeps ? 0 : 1, between: '' };
  }
  if (/[\p{L}\p{N}][-‐–—/]$/u.test(end) && /^[\p{L}\p{N}]/u.test(start)) return { drop: 0, between: '' };
  if (/(?:https?:\/\/|www\.)\S*[/?=&_.%-]$/u.test(end)) return { drop: 0, between: '' };
  if (CJK_END.test(end) && CJK_START.test(start)) return { drop: 0, between: '' };
  return { drop: 0, between: goesOnInKorean(before, start, vocabulary) ? '' : ' ' };
}

/** What stands before the last part of a word with several hyphens: "state-of-" of "state-of-the-". */
function wordStart(end: string): string {
  return /((?:[\p{L}\p{M}]+[-‐])*)[\p{L}\p{M}]+[-‐]$/u.exec(end)?.[1] ?? '';
}

function keepsHyphen(first: string, second: string, earlier: string, vocabulary: Vocabulary): boolean {
  // Only small letters go on with a word that was broken.
  if (!/^\p{Ll}/u.test(second) || earlier !== '') return true;
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  if (vocabulary.has(`${a}-${b}`)) return true;
  if (vocabulary.has(a + b)) return false;
  return COMPOUND.test(a) || (a.length > 2 && b.length > 2 && vocabulary.has(a) && vocabulary.has(b));
}

/** Korean lines may break inside a word; a space at the end of the line, where the file has one, tells. */
function goesOnInKorean(before: string, start: string, vocabulary: Vocabulary): boolean {
  if (/\s$/u.test(before)) return false;
  const first = HANGUL_END.exec(before)?.[1];
  const second = HANGUL_START.exec(start)?.[1];
  if (first === undefined || second === undefined) return false;
  if (vocabulary.has(first + second)) return true;
  if (vocabulary.has(first) && vocabulary.has(second)) return false;
  if (ENDING.test(second) || (first.length === 1 && !SYLLABLES.has(first))) return true;
  return beginsKnownWord(first, second, vocabulary);
}

/** Korean words take endings: "기다|리고" goes on where the text knows "기다리는". */
function beginsKnownWord(first: string, second: string, vocabulary: Vocabulary): boolean {
  const stem = first + second.slice(0, Math.max(1, second.length - 1));
  for (const word of vocabulary) if (word.startsWith(stem) && word.length > first.length) return true;
  return false;
}
