/** Values of references on their way into CSL. */
import { isTitleField, readTitle } from '#domain/titleMarkup.ts';
import { CSL_TYPES, type CslItem, type CslName, type CslNamesField, type CslTextField } from '#domain/csl.ts';
import { BIDI_CONTROLS, tidyCharacters } from '../content/characters.ts';
import { languageTag } from '../metadata/language.ts';
import { isOrganisation } from '../metadata/names.ts';
import { articleUrl } from '../metadata/urls.ts';
import type { ReferenceItem } from '../read/item.ts';

/** A reference while it is being read. */
export interface Draft {
  csl: Partial<CslItem>;
  tags: string[];
  messages: string[];
}

export function newDraft(): Draft {
  return { csl: {}, tags: [], messages: [] };
}

const PARAGRAPHS: ReadonlySet<string> = new Set(['abstract', 'annote', 'note']);

/** Sets a text unless it is set already or empty. Titles keep their marks; of other texts the words are read. */
export function setText(draft: Draft, field: CslTextField, value: string | null | undefined): void {
  if (isTitleField(field)) {
    const { title, markup } = readTitle(value ?? '', words);
    if (title === '' || draft.csl[field] !== undefined) return;
    draft.csl[field] = title;
    if (markup !== null) draft.csl.markup = { ...draft.csl.markup, [field]: markup };
    return;
  }
  const text = PARAGRAPHS.has(field) ? paragraphs(value ?? '') : line(value ?? '');
  if (text === '' || draft.csl[field] !== undefined) return;
  if (field === 'URL') setUrl(draft, text);
  else if (field === 'DOI') {
    const doi = bareDoi(text);
    if (doi !== null) draft.csl.DOI = doi;
  } else if (field === 'language') {
    const tag = languageTag(LANGUAGE_NAMES[text.toLowerCase()] ?? text);
    if (tag !== null) draft.csl.language = tag;
  } else draft.csl[field] = text;
}

export function addNames(draft: Draft, field: CslNamesField, names: readonly CslName[]): void {
  const known = draft.csl[field] ?? [];
  if (names.length > 0) draft.csl[field] = [...known, ...names];
}

export function addTags(draft: Draft, tags: readonly string[]): void {
  for (const tag of tags.map((text) => line(text)))
    if (tag !== '' && tag.length <= 100 && !draft.tags.includes(tag)) draft.tags.push(tag);
}

/** An address that only leads to the DOI says nothing more than the DOI. */
function setUrl(draft: Draft, text: string): void {
  const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/iu.exec(text)?.[1];
  if (doi !== undefined) setText(draft, 'DOI', doi);
  const url = articleUrl(text.split(/\s/u)[0]!);
  if (url !== null) draft.csl.URL = url;
}

function bareDoi(text: string): string | null {
  const plain = text.replace(/%2f/giu, '/');
  return /10\.\d{4,9}\/\S+/u.exec(plain)?.[0] ?? null;
}

/** The finished reference; without a title it goes by its publication, its address or its key. */
export function finishReference(
  draft: Draft,
  original: ReferenceItem['original'],
  key: string,
): ReferenceItem {
  const { csl, tags, messages } = draft;
  const stated = csl.title ?? csl['title-short'];
  const title = stated ?? csl['container-title'] ?? csl.URL ?? csl.DOI ?? key;
  if (stated === undefined) messages.push(`The reference has no title: “${title}” stands in for it.`);
  return {
    kind: 'reference',
    csl: { ...csl, type: csl.type ?? 'document', title },
    original,
    messages,
    ...(tags.length > 0 && { tags }),
  };
}

const TYPES: ReadonlySet<string> = new Set(CSL_TYPES);

/** Null for what is no CSL type. */
export function cslType(text: unknown): CslItem['type'] | null {
  if (typeof text !== 'string') return null;
  return TYPES.has(text) ? (text as CslItem['type']) : null;
}

/** Text on one line, without the marks that reference managers put into it. */
function line(text: string): string {
  return words(text).replace(/\s+/gu, ' ').trim();
}

function words(text: string): string {
  return plain(text).replace(BIDI_CONTROLS, '');
}

function paragraphs(text: string): string {
  return plain(text.replace(/<\/?(?:p|div|br|jats:p|jats:title)\b[^>]*>/giu, '\n'))
    .split('\n')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join('\n');
}

const MARK =
  /<\/?(?:i|b|u|em|strong|sup|sub|sc|scp|span|p|div|br|title|style|jats:[a-z]+|mml:[a-z]+|inf)\b[^<>]*>/giu;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function plain(text: string): string {
  return tidyCharacters(text)
    .toWellFormed()
    .normalize('NFC')
    .replace(MARK, '')
    .replace(
      /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/giu,
      (all, name, decimal, hex) => {
        if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? all;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        if (code === 10 || code === 13) return '\n';
        return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
          ? String.fromCodePoint(code)
          : '';
      },
    );
}

/** A person, or an organisation where the family name stands alone and reads like one. */
export function tidyName(name: CslName): CslName | null {
  const tidy: CslName = {};
  for (const part of [
    'family',
    'given',
    'dropping-particle',
    'non-dropping-particle',
    'suffix',
    'literal',
  ] as const) {
    const text = line(name[part] ?? '');
    if (text !== '') tidy[part] = text;
  }
  const { family, given, literal } = tidy;
  if (literal !== undefined) return { literal };
  if (family === undefined) return given === undefined ? null : { literal: given };
  const alone = Object.keys(tidy).length === 1;
  return alone && (isOrganisation(family) || family.includes(' ')) ? { literal: family } : tidy;
}

/** Names of languages as BibLaTeX (`langid`) and reference managers write them. */
export const LANGUAGE_NAMES: Record<string, string> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  canadian: 'en-CA',
  australian: 'en-AU',
  newzealand: 'en-NZ',
  german: 'de',
  ngerman: 'de',
  deutsch: 'de',
  austrian: 'de-AT',
  naustrian: 'de-AT',
  swissgerman: 'de-CH',
  nswissgerman: 'de-CH',
  french: 'fr',
  francais: 'fr',
  français: 'fr',
  acadian: 'fr-CA',
  canadien: 'fr-CA',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
  portuges: 'pt',
  brazilian: 'pt-BR',
  brazil: 'pt-BR',
  dutch: 'nl',
  danish: 'da',
  swedish: 'sv',
  norwegian: 'no',
  norsk: 'nb',
  nynorsk: 'nn',
  finnish: 'fi',
  icelandic: 'is',
  polish: 'pl',
  czech: 'cs',
  slovak: 'sk',
  slovene: 'sl',
  croatian: 'hr',
  serbian: 'sr',
  hungarian: 'hu',
  magyar: 'hu',
  romanian: 'ro',
  bulgarian: 'bg',
  greek: 'el',
  turkish: 'tr',
  türkçe: 'tr',
  russian: 'ru',
  русский: 'ru',
  ukrainian: 'uk',
  estonian: 'et',
  latvian: 'lv',
  lithuanian: 'lt',
  arabic: 'ar',
  hebrew: 'he',
  persian: 'fa',
  farsi: 'fa',
  hindi: 'hi',
  urdu: 'ur',
  korean: 'ko',
  한국어: 'ko',
  japanese: 'ja',
  日本語: 'ja',
  chinese: 'zh',
  中文: 'zh',
  vietnamese: 'vi',
  thai: 'th',
  indonesian: 'id',
  malay: 'ms',
  latin: 'la',
  eng: 'en',
  ger: 'de',
  deu: 'de',
  fre: 'fr',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  rus: 'ru',
  tur: 'tr',
  kor: 'ko',
  jpn: 'ja',
  chi: 'zh',
  zho: 'zh',
};
