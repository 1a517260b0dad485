/** Citation keys: short names by which texts cite a source, as in `[@smith2023, p. 12]`. */
import { type CslItem, type CslName, issuedYear } from './csl.ts';
import { asciiFamily, asciiLetters } from './romanise.ts';

/**
 * What can follow `@` without braces (https://pandoc.org/MANUAL.html#citation-syntax): letters, digits and `_`, and
 * between them single signs of `:.#$%&-+?<>~/`; `//` as in addresses.
 */
const KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*$/u;
/** Most UTF-16 units of a key. */
const MAX_KEY = 200;

export function isCitationKey(text: string): boolean {
  return text.length <= MAX_KEY && KEY.test(text);
}

/** Two keys with the same fold are one: neither BibTeX nor people tell them apart by case. */
export function foldKey(key: string): string {
  return key.normalize('NFC').toLowerCase();
}

/** Most letters of the name in a key. */
const MAX_NAME = 24;

/**
 * How the key of a source begins, in ASCII: the first author's family name, an organisation's short name or the
 * first telling word of the title; then the year, `44bc` for 44 BCE, `nd` for none. `smith2023`.
 */
export function keyBase(csl: CslItem): string {
  const [name] = csl.author?.length ? csl.author : (csl.editor ?? []);
  const word =
    (name === undefined ? '' : nameWord(name)) ||
    tellingWord(csl.title) ||
    tellingWord(csl['container-title'] ?? '') ||
    tellingWord(csl.publisher ?? '') ||
    'source';
  const year = issuedYear(csl);
  return word.slice(0, MAX_NAME) + (year === null ? 'nd' : year < 0 ? `${-year}bc` : String(year));
}

function nameWord({ family, given, literal }: CslName): string {
  if (literal === undefined) return asciiFamily(family ?? given ?? '');
  return shortName(literal);
}

/** `NATO` where the name says that it is called so; the initials of three words or more; else the name itself. */
function shortName(literal: string): string {
  const stated = /[(（]\s*(\p{Lu}[\p{L}\p{N}&.-]{1,9})\s*[)）]/u.exec(literal)?.[1];
  if (stated !== undefined && asciiLetters(stated) !== '') return asciiLetters(stated);
  const words = wordsOf(literal.replaceAll(/[(（].*?[)）]/gu, ' ')).filter(
    (word) => !SMALL_WORDS.has(word.toLowerCase()),
  );
  const latin = words.map((word) => asciiLetters(word)).filter((word) => word !== '');
  return latin.length >= 3 ? latin.map((word) => word[0]!).join('') : latin.join('');
}

const SMALL_WORDS = new Set(
  'a an and as at by for from in is of on or the to with der die das dem den des ein eine für im von und zu le la les l de du d des un une et en au aux el los las y e o il lo gli i di da della del per ve ile bir'.split(
    ' ',
  ),
);

function tellingWord(text: string): string {
  for (const word of wordsOf(text)) {
    if (SMALL_WORDS.has(word.toLowerCase())) continue;
    const letters = asciiLetters(word);
    if (letters.length > 1) return letters;
  }
  return '';
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** What parts the keys that begin alike: none, then `a` to `z`, `aa` to `zz` and so on, by number from 0. */
export function keySuffix(number: number): string {
  let suffix = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    suffix = String.fromCodePoint(97 + ((rest - 1) % 26)) + suffix;
  return suffix;
}

export interface KeyParts {
  name: string;
  /** As in CSL: negative for BCE; null for `nd`. */
  year: number | null;
}

/** The parts of a key that `keyBase` could have made; null for any other. */
export function readKeyBase(key: string): KeyParts | null {
  const match = /^([a-z]+?)(?:(\d{1,4})(bc)?|nd)$/u.exec(foldKey(key));
  if (match === null) return null;
  const [, name = '', digits, before] = match;
  if (digits === undefined) return { name, year: null };
  return { name, year: before === undefined ? Number(digits) : -Number(digits) };
}
