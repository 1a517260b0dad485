/** TeX as people write it into references, as text; and lists of names. */
import type { Creator, parse } from '@retorquere/bibtex-parser';
import { type CslName, nameInReadingOrder } from '#domain/csl.ts';
import { isKnownPublisher } from '../metadata/publishers.ts';
import { isOrganisation, readName } from '../metadata/names.ts';
import { splitNames, statedName } from './bibNames.ts';
import { tidyName } from './fields.ts';

type Parse = typeof parse;

/** Longer values are read without their commands: TeX's own grammar takes long for them. */
const MOST_TEX = 20_000;
/** Macros that define others can grow without bounds. */
const DEFINES = /\\(?:[egx]?def|let|newcommand|renewcommand|newenvironment|input|include|csname)(?![a-z])/iu;
const SIMPLE = /^[^\\$]*$/u;

export interface Tex {
  text(value: string): string;
  names(value: string): CslName[];
}

/** The parser is loaded at its first use. */
export async function loadTex(): Promise<Tex> {
  const library = await import('@retorquere/bibtex-parser');
  return {
    text: (value) => texText(value, library.parse),
    names: (value) => texNames(value, library.parse),
  };
}

function texText(value: string, read: Parse): string {
  // What TeX makes of dashes, quotation marks and ties it makes of them where they stand together, not across braces.
  const escaped = value
    .replace(/\\([&%#_$])|\\(textasciitilde|textbackslash)(?:\{\}|(?![a-z])\s*)/giu, (_all, sign, name) =>
      typeof sign === 'string' ? PRIVATE[sign]! : (PRIVATE[NAMED[name as string] ?? ''] ?? ''),
    )
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/(?<!\\)~/gu, ' ');
  if (SIMPLE.test(escaped)) return unescaped(escaped.replace(/[{}]/gu, ''));
  const braced = escaped.replace(/\\([{}])/gu, (_all, sign: string) => PRIVATE[sign]!);
  return unescaped((SIMPLE.test(braced) ? braced : convert(braced, read)).replace(/(?<!\\)[{}]/gu, ''));
}

/** Signs that TeX wants escaped stand for themselves until it has been read. */
const PRIVATE: Record<string, string> = {
  '&': '\uE000',
  '%': '\uE001',
  '#': '\uE002',
  _: '\uE003',
  $: '\uE004',
  '<': '\uE005',
  '>': '\uE006',
  '{': '\uE007',
  '}': '\uE008',
  '~': '\uE009',
  '\\': '\uE00A',
};
const NAMED: Record<string, string> = { textasciitilde: '~', textbackslash: '\\' };
const PUBLIC = new Map(Object.entries(PRIVATE).map(([sign, private_]) => [private_, sign]));

/** An accent takes the place of the dot, which TeX has taken away before it: `\\'{\\i}`. */
function unescaped(text: string): string {
  return text
    .replace(/[\uE000-\uE00A]/gu, (sign) => PUBLIC.get(sign) ?? sign)
    .replace(/([ıȷ])(\p{M}+)/gu, (_all, letter: string, marks: string) =>
      ((letter === 'ı' ? 'i' : 'j') + marks).normalize('NFC'),
    );
}

function convert(value: string, read: Parse): string {
  if (value.length > MOST_TEX || DEFINES.test(value)) return withoutCommands(value);
  // Unescaped, `%` would begin a comment, and `<` would be another sign in the oldest encoding of TeX's fonts.
  const safe = value.replace(/[%<>&#]/gu, (sign) => PRIVATE[sign] ?? sign);
  try {
    const text = read(`@misc{x, note={${balanced(safe)}}}`, OPTIONS).entries[0]?.fields['note'];
    if (typeof text === 'string') return text.replace(/<a href="[^"]*">|<\/a>/gu, '');
  } catch {
    // What the parser fails on is read without its commands.
  }
  return withoutCommands(value);
}

const OPTIONS = {
  english: false,
  sentenceCase: false,
  caseProtection: false,
  unsupported: 'ignore',
} as const;

function withoutCommands(value: string): string {
  return value.replace(/\\[a-z]+\*?\s*|\\./giu, '').replaceAll('$', '');
}

/** With as many braces open as closed. */
function balanced(value: string): string {
  let depth = 0;
  let text = '';
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at]!;
    if (sign === '\\') {
      text += sign + (value[at + 1] ?? ' ');
      at += 1;
      continue;
    }
    if (sign === '}' && depth === 0) continue;
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    text += sign;
  }
  return text + '}'.repeat(depth);
}

/** Most characters of a list of names. */
const MOST_NAMES = 50_000;

/** `and others` is left out: CSL has no word for it. */
function texNames(value: string, read: Parse): CslName[] {
  if (value.length > MOST_NAMES || DEFINES.test(value)) return [];
  const text = (tex: string): string => texText(tex, read);
  return splitNames(balanced(value)).flatMap((name) => {
    const stated = statedName(name, text);
    return stated === undefined ? readingOrder(name, read) : (stated ?? []);
  });
}

/** `First von Last`. */
function readingOrder(name: string, read: Parse): CslName[] {
  const safe = name.replace(/(?<!\\)[%<>&#]/gu, (sign) => PRIVATE[sign] ?? sign);
  try {
    const { author = [] } = read(`@misc{x, author={${safe}}}`, OPTIONS).entries[0]?.fields ?? {};
    return author.map(nameOf).filter((found) => found !== null);
  } catch {
    const plain = tidyName(readName(withoutCommands(name).replace(/[{}]/gu, '')));
    return plain === null ? [] : [plain];
  }
}

function nameOf(creator: Creator): CslName | null {
  const part = (text: string | undefined): string => unescaped(text ?? '');
  if (creator.name !== undefined) return tidyName({ literal: part(creator.name) });
  if (creator.lastName === 'others' && creator.firstName === undefined) return null;
  const name = tidyName({
    family: part(creator.lastName),
    given: part(creator.firstName),
    ...(creator.prefix !== undefined && {
      [creator.useprefix === false ? 'dropping-particle' : 'non-dropping-particle']: part(creator.prefix),
    }),
    suffix: part(creator.suffix),
  });
  if (name?.family === undefined || name.given === undefined)
    return name?.family === undefined ? name : readAlone(name);
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(name.family)) return readName(`${name.given} ${name.family}`);
  const whole = nameInReadingOrder(name);
  const organisation = isKnownPublisher(whole) || (isOrganisation(whole) && whole.split(' ').length >= 3);
  return organisation ? { literal: whole } : name;
}

/** A name of one word is a family name, or an organisation, or a Korean name. */
function readAlone(name: CslName): CslName {
  return /^\p{Script=Hangul}{2,5}$/u.test(name.family ?? '') ? readName(name.family ?? '') : name;
}
