/** What a page says of itself in schema.org JSON-LD. https://schema.org/Article */
import type { CslItem, CslName } from '#domain/csl.ts';
import { readName, readNames } from '../metadata/names.ts';
import { type DomDocument, parseDocument } from './dom.ts';

export interface LinkedArticle {
  headline: string | null;
  authors: CslName[];
  editors: CslName[];
  /** Names under which the page's site and publisher go. */
  siteNames: string[];
  published: string | null;
  publisher: string | null;
  /** The periodical that the article is part of. */
  partOf: string | null;
  description: string | null;
  language: string | null;
  url: string | null;
  body: string | null;
  type: CslItem['type'] | null;
}

type Item = Record<string, unknown>;

/** From the most to the least telling. */
const TYPES: [pattern: RegExp, type: CslItem['type'] | null][] = [
  [/^ScholarlyArticle$|^MedicalScholarlyArticle$/u, 'article-journal'],
  [/NewsArticle$/u, 'article-newspaper'],
  [/^(?:Live)?BlogPosting$/u, 'post-weblog'],
  [/^Report$/u, 'report'],
  [/Article$/u, null],
  [/^(?:WebPage|CreativeWork)$/u, null],
];

/** The first article among the page's JSON-LD, null where there is none. Broken scripts are passed over. */
export function linkedArticle(document: DomDocument): LinkedArticle | null {
  const items = [...document.querySelectorAll('script')]
    .filter((script) => /ld\+json/iu.test(script.getAttribute('type') ?? ''))
    .flatMap((script) => flatten(parseLoosely(script.textContent), 0));
  const byId = new Map(
    items.flatMap((item) => (typeof item['@id'] === 'string' ? [[item['@id'], item]] : [])),
  );
  const resolve = (value: unknown): unknown =>
    isItem(value) && Object.keys(value).length === 1 && typeof value['@id'] === 'string'
      ? (byId.get(value['@id']) ?? value)
      : value;
  for (const [pattern, type] of TYPES) {
    const item = items.find((candidate) => typeNames(candidate).some((name) => pattern.test(name)));
    if (item !== undefined) return { ...toArticle(item, type, resolve), siteNames: siteNames(items) };
  }
  return null;
}

function toArticle(
  item: Item,
  type: CslItem['type'] | null,
  resolve: (value: unknown) => unknown,
): Omit<LinkedArticle, 'siteNames'> {
  const names = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value])
      .map(resolve)
      .map((entry) => text(isItem(entry) ? entry['name'] : entry))
      .filter((name) => name !== null && !/^https?:/u.test(name)) as string[];
  const people = (value: unknown): CslName[] =>
    (Array.isArray(value) ? value.flat(2) : [value]).map(resolve).flatMap(toNames);
  const link = resolve(item['mainEntityOfPage']);
  return {
    headline: text(item['headline']) ?? text(item['name']),
    authors: people(item['author'] ?? item['creator']),
    editors: people(item['editor']),
    published: text(item['datePublished']) ?? text(item['dateCreated']),
    publisher: names(item['publisher'] ?? item['sourceOrganization'])[0] ?? null,
    partOf: names(item['isPartOf'])[0] ?? null,
    description: text(item['description']),
    language: text(isItem(item['inLanguage']) ? item['inLanguage']['name'] : item['inLanguage']),
    url: text(item['url']) ?? text(isItem(link) ? link['@id'] : link),
    body: text(item['articleBody']),
    type,
  };
}

/** A person by the parts of the name where they are stated; an organisation whole; one text may name several. */
function toNames(entry: unknown): CslName[] {
  const printed = text(isItem(entry) ? entry['name'] : entry)?.replace(/^by\s+/iu, '') ?? null;
  if (isItem(entry)) {
    const [family, given] = [text(entry['familyName']), text(entry['givenName'])];
    if (family !== null && given !== null) return [{ family, given }];
    const isPerson = typeNames(entry).includes('Person') || typeNames(entry).length === 0;
    if (!isPerson) return printed === null ? [] : [{ literal: printed }];
  }
  if (printed === null || /^https?:/u.test(printed)) return [];
  return /,|;| and | & |、/u.test(printed) ? readNames(printed) : [readName(printed)];
}

function siteNames(items: Item[]): string[] {
  return items
    .filter((item) => typeNames(item).some((name) => /Organization$|^WebSite$/u.test(name)))
    .flatMap((item) => [item['name'], item['alternateName']].flat())
    .flatMap((name) => text(name) ?? []);
}

/** JSON as pages carry it: with comment or CDATA marks around it, and raw line breaks inside strings. */
function parseLoosely(source: string): unknown {
  const json = source.replace(
    /^\s*(?:<!--|\/\*?\s*<!\[CDATA\[\s*\*?\/?)|(?:-->|\/?\*?\s*\]\]>\s*\*?\/?)\s*;?\s*$/gu,
    '',
  );
  // eslint-disable-next-line no-control-regex
  for (const candidate of [json, json.replace(/[\u0000-\u001F]+/gu, ' ')])
    try {
      return JSON.parse(candidate);
    } catch {
      // Its next reading.
    }
  return null;
}

/** Items at the top, in arrays, in `@graph` and under `mainEntity`. */
function flatten(value: unknown, depth: number): Item[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => flatten(entry, depth + 1));
  if (!isItem(value)) return [];
  return [value, ...flatten(value['@graph'], depth + 1), ...flatten(value['mainEntity'], depth + 1)];
}

function typeNames(item: Item): string[] {
  const types = Array.isArray(item['@type']) ? item['@type'] : [item['@type']];
  return types.filter((name) => typeof name === 'string').map((name) => name.replace(/^.*[/:]/u, ''));
}

/** Text with its HTML entities and tags resolved, null where there is none. */
function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const plain = /[&<]/u.test(value) ? (parseDocument(value).body?.textContent ?? '') : value;
  return plain.trim() === '' ? null : plain.trim();
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
