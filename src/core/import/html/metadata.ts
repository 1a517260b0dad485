/**
 * The metadata of a page, in the order of how often each source is right: JSON-LD, `citation_*`
 * (Highwire), OpenGraph, Dublin Core, `<time>`.
 */
import type { CslName } from '#domain/csl.ts';
import { metadataDate } from '../metadata/dates.ts';
import { type Found, nothingFound, offer, offerDate } from '../metadata/found.ts';
import { readName, readNames } from '../metadata/names.ts';
import {
  isKnownPublisher,
  knownName,
  publisherOfUrl,
  typeByWording,
  typeOfPublication,
} from '../metadata/publishers.ts';
import { articleUrl, hostOf } from '../metadata/urls.ts';
import type { DomDocument } from './dom.ts';
import type { LinkedArticle } from './jsonLd.ts';

/** `source` is the page as text: browsers note in a comment where they saved it from. */
export function pageMetadata(document: DomDocument, linked: LinkedArticle | null, source: string): Found {
  const found = nothingFound();
  const meta = metaReader(document);
  const site = meta('og:site_name', 'application-name');

  offer(found, 'URL', pageUrl(document, linked, meta, source));
  offer(found, 'container-title', meta('citation_journal_title', 'citation_magazine_title'));
  offer(found, 'type', found.csl['container-title'] === undefined ? linked?.type : 'article-journal');
  const publisher =
    linked?.publisher ?? meta('citation_publisher', 'dc.publisher', 'dcterms.publisher') ?? site;
  offer(found, 'publisher', publisher === null ? null : (knownName(publisher) ?? publisher));
  offerHost(found);
  offerContainer(found, linked?.partOf ?? site);

  const names = [found.csl.publisher, found.csl['container-title'], site].filter(
    (name) => name !== undefined && name !== null,
  );
  offer(found, 'title', pageTitle(document, linked, meta, names));
  const isPublisher = (name: string): boolean =>
    names.some((other) => other.toLowerCase() === name.toLowerCase());
  const authors = linked?.authors ?? [];
  const printed =
    authors.length > 0
      ? authors
      : allMeta(
          document,
          /^(?:citation_author|dc\.creator|dcterms\.creator|article:author|author|parsely-author|sailthru\.author|byl)$/u,
        );
  offer(found, 'author', people(printed.filter((name) => !isPublisher(name))));
  offer(found, 'editor', people((linked?.editors ?? []).filter((name) => !isPublisher(name))));

  const date =
    linked?.published ??
    meta(
      'citation_publication_date',
      'citation_date',
      'citation_online_date',
      'article:published_time',
      'og:published_time',
      'dc.date.issued',
      'dcterms.issued',
      'dc.date',
      'dcterms.date',
      'dcterms.created',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publish-date',
      'date',
    ) ??
    timeOfPage(document);
  if (date !== null) offerDate(found, 'issued', metadataDate(date), date);

  const abstract =
    linked?.description ??
    meta('citation_abstract', 'og:description', 'dc.description', 'dcterms.abstract', 'description');
  offer(found, 'abstract', abstract);
  offer(
    found,
    'language',
    linked?.language ??
      document.documentElement?.getAttribute('lang') ??
      meta('citation_language', 'og:locale', 'content-language', 'dc.language'),
  );
  offer(found, 'volume', meta('citation_volume'));
  offer(found, 'issue', meta('citation_issue'));
  offer(
    found,
    'DOI',
    meta('citation_doi', 'dc.identifier.doi')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, ''),
  );
  offer(found, 'ISSN', meta('citation_issn'));
  const [from, to] = [meta('citation_firstpage'), meta('citation_lastpage')];
  if (from !== null) offer(found, 'page', to === null || to === from ? from : `${from}–${to}`);
  return found;
}

type MetaReader = (...names: string[]) => string | null;

/** The first of the named `<meta>` values that says something. */
function metaReader(document: DomDocument): MetaReader {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const value =
      element
        .getAttribute('content')
        ?.replace(/[ \t\n\f\r]+/gu, ' ')
        .trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name !== undefined && value !== '' && !values.has(name)) values.set(name, value);
    }
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined) ?? null;
}

/** The values of the first kind of author tag that the page has. */
function allMeta(document: DomDocument, pattern: RegExp): string[] {
  const tags = [...document.querySelectorAll('meta')].flatMap((element) => {
    const name = (element.getAttribute('name') ?? element.getAttribute('property') ?? '').toLowerCase();
    const value = element.getAttribute('content')?.trim() ?? '';
    return pattern.test(name) && value !== '' && !/^https?:/u.test(value) ? [{ name, value }] : [];
  });
  return tags.filter((tag) => tag.name === tags[0]!.name).map((tag) => tag.value);
}

/** One value may hold several people: "A B and C D". */
function people(printed: string[]): CslName[] {
  return printed.flatMap((names) => {
    const text = names.replace(/^by\s+/iu, '');
    return /,|;| and | & |、/u.test(text) ? readNames(text) : [readName(text)];
  });
}

function pageUrl(
  document: DomDocument,
  linked: LinkedArticle | null,
  meta: MetaReader,
  source: string,
): string | null {
  const canonical = [...document.querySelectorAll('link')].find(
    (link) => link.getAttribute('rel') === 'canonical',
  );
  const savedFrom = /<!--\s*saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)/iu.exec(
    source.slice(0, 4096),
  );
  const candidates = [
    canonical?.getAttribute('href'),
    linked?.url,
    meta('og:url', 'citation_public_url', 'dc.identifier'),
    savedFrom?.[1] ?? savedFrom?.[2],
  ];
  for (const candidate of candidates) {
    const url = candidate === null || candidate === undefined ? null : articleUrl(candidate);
    if (url !== null) return url;
  }
  return null;
}

/** Without any name for the publisher, the address at least names the site. */
function offerHost(found: Found): void {
  const { URL } = found.csl;
  if (URL !== undefined) offer(found, 'publisher', publisherOfUrl(URL) ?? hostOf(URL), true);
}

/** A newspaper's or magazine's article appeared in what the site is called. */
function offerContainer(found: Found, site: string | null): void {
  const name = site ?? found.csl.publisher;
  if (name === undefined || found.csl['container-title'] !== undefined) return;
  const type = found.csl.type ?? typeOfPublication(name) ?? typeByWording(name);
  if (type === 'article-newspaper' || type === 'article-magazine' || type === 'article-journal')
    offer(
      found,
      'container-title',
      knownName(name) ?? name,
      found.inferred.has('publisher') && site === null,
    );
}

function pageTitle(
  document: DomDocument,
  linked: LinkedArticle | null,
  meta: MetaReader,
  siteNames: string[],
): string | null {
  const heading = [...document.querySelectorAll('h1')].map((h1) =>
    h1.textContent.replace(/[ \t\n\f\r]+/gu, ' ').trim(),
  );
  const candidates = [
    linked?.headline,
    meta('citation_title', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title'),
    document.querySelector('title')?.textContent,
  ];
  for (const candidate of candidates) {
    const title = withoutSite(candidate ?? '', siteNames, heading);
    if (title !== '') return title;
  }
  return heading.find((text) => text !== '') ?? null;
}

/** "Title | Site" as "Title": where the last part names the site, or where a heading of the page shows it. */
function withoutSite(text: string, siteNames: string[], headings: string[]): string {
  const title = withoutLeadingSite(text.replace(/[ \t\n\f\r]+/gu, ' ').trim(), siteNames);
  const cut = /^(.+?)\s+[|–—·»:-]+\s+([^|–—·»]{2,60})$/u.exec(title);
  if (cut === null) return title;
  const [, front = '', last = ''] = cut;
  const names = siteNames.map((name) => name.toLowerCase());
  const namesSite = names.includes(last.toLowerCase()) || isKnownPublisher(last) || headings.includes(front);
  return namesSite ? withoutSite(front, siteNames, headings) : title;
}

/** "Site: Title" as "Title". */
function withoutLeadingSite(title: string, siteNames: string[]): string {
  for (const name of siteNames) {
    if (!title.toLowerCase().startsWith(name.toLowerCase())) continue;
    const rest = /^\s*[|–—·»:-]\s+(.+)$/u.exec(title.slice(name.length))?.[1];
    if (rest !== undefined) return rest;
  }
  return title;
}

/** A date that the page marks as its own; of several plain `<time>`s the first. */
function timeOfPage(document: DomDocument): string | null {
  const marked =
    document.querySelector('[itemprop="datePublished"]') ??
    document.querySelector('time[pubdate]') ??
    document.querySelector('article time, main time, header time, .post time, time[datetime]');
  if (marked === null) return null;
  const value = marked.getAttribute('datetime') ?? marked.getAttribute('content') ?? marked.textContent;
  return value.trim() === '' ? null : value;
}
