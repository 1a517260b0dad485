/**
 * The metadata of a page, in the order of how often each source is right: JSON-LD, `citation_*`
 * (Highwire), OpenGraph, Dublin Core, `<time>`.
 */
import { type CslItem, type CslName, nameInReadingOrder } from '#domain/csl.ts';
import { metadataDate } from '../metadata/dates.ts';
import { type Found, nothingFound, offer, offerDate } from '../metadata/found.ts';
import { isOrganisation, readName, readNames } from '../metadata/names.ts';
import { readByline } from '../plain/byline.ts';
import { knownName, publisherOfUrl, typeByWording, typeOfPublication } from '../metadata/publishers.ts';
import { articleUrl, hostOf } from '../metadata/urls.ts';
import type { DomDocument } from './dom.ts';
import type { LinkedArticle } from './jsonLd.ts';
import { pageTitle } from './title.ts';

export interface PageMetadata {
  found: Found;
  /** The date was a moment in UTC, whose day may be another than the page's own. */
  inUtc: boolean;
}

/** `source` is the page as text: browsers note in a comment where they saved it from. */
export function pageMetadata(
  document: DomDocument,
  linked: LinkedArticle | null,
  source: string,
): PageMetadata {
  const found = nothingFound();
  const meta = metaReader(document);
  const site = meta('og:site_name', 'application-name');

  offer(found, 'URL', pageUrl(document, linked, meta, source));
  offer(found, 'container-title', meta('citation_journal_title', 'citation_magazine_title'));
  offer(found, 'type', typeOfHost(found.csl.URL));
  offer(found, 'type', found.csl['container-title'] === undefined ? linked?.type : 'article-journal');
  offer(found, 'number', meta('citation_technical_report_number'));
  const institution = meta('citation_technical_report_institution', 'citation_dissertation_institution');
  if (institution !== null) offer(found, 'type', 'report');
  const publisher =
    linked?.publisher ??
    institution ??
    meta('citation_publisher', 'dc.publisher', 'dcterms.publisher') ??
    site;
  offer(found, 'publisher', publisher === null ? null : (knownName(publisher) ?? publisher));

  const names = [
    found.csl.publisher,
    found.csl['container-title'],
    site,
    ...(linked?.siteNames ?? []),
  ].filter((name) => name !== undefined && name !== null);
  const title = pageTitle(document, statedTitles(document, linked, meta), names);
  offer(found, 'title', title?.title);
  // What stands behind the title in the window's name is the site, or the author of a blog.
  const beside = title?.site ?? null;
  const stated = authorsOf(document, linked).filter((name) => !isOneOf(nameInReadingOrder(name), names));
  const isSite = beside !== null && title?.isAuthor === false && (linked?.authors.length ?? 0) === 0;
  const people = isSite ? stated.filter((name) => !isOneOf(nameInReadingOrder(name), [beside])) : stated;
  // An office that publishes what it writes is named once.
  const office = stated.length === 1 ? stated[0]!.literal : undefined;
  if (office !== undefined && isOrganisation(office) && found.csl.publisher === undefined)
    offer(found, 'publisher', knownName(office) ?? office);
  else if (!people.every((name) => isPlaceholder(name))) offer(found, 'author', people);
  offer(found, 'author', bylineOfPage(document, names));
  offer(
    found,
    'editor',
    (linked?.editors ?? []).filter((name) => !isOneOf(nameInReadingOrder(name), names)),
  );
  offer(found, 'publisher', meta('source', 'copyright', 'dcterms.rightsholder'), true);
  const isAuthor = beside !== null && isOneOf(beside, (found.csl.author ?? []).map(nameInReadingOrder));
  offer(found, 'publisher', isAuthor || title?.isAuthor === true ? null : beside, true);
  offerHost(found);
  offerContainer(found, linked?.partOf ?? site);

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
      'publishdate',
      'date_published',
      'article:published',
      'og:article:published_time',
      'originalpublicationdate',
      'cxenseparse:recs:publishtime',
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
  return { found, inUtc: date !== null && /T[\d:.]+(?:Z|[+-]00:?00)$/u.test(date.trim()) };
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

/** By JSON-LD, else the values of the first kind of author tag that the page has. */
function authorsOf(document: DomDocument, linked: LinkedArticle | null): CslName[] {
  if (linked !== null && linked.authors.length > 0) return linked.authors;
  const tags = [...document.querySelectorAll('meta')].flatMap((element) => {
    const name = (element.getAttribute('name') ?? element.getAttribute('property') ?? '').toLowerCase();
    const value = element.getAttribute('content')?.trim() ?? '';
    return AUTHOR_TAG.test(name) && value !== '' && !/^https?:/u.test(value) ? [{ name, value }] : [];
  });
  return tags
    .filter((tag) => tag.name === tags[0]!.name)
    .flatMap(({ value }) => {
      const text = value.replace(/^by\s+/iu, '').replace(/\s*(?:선임|수석)?\s*기자$/u, '');
      return /,|;| and | & |、/u.test(text) ? readNames(text) : [readName(text)];
    });
}

const AUTHOR_TAG =
  /^(?:citation_author|dc\.creator|dcterms\.creator|article:author|author|dable:author|parsely-author|sailthru\.author|byl)$/u;

/** What content systems write where nobody filled in a name. */
function isPlaceholder(name: CslName): boolean {
  return /^(?:admin(?:istrator)?|editor|webmaster|root|user|guest|unknown|author|redaktion|yönetici|관리자|管理者)$/iu.test(
    nameInReadingOrder(name),
  );
}

/** The element that the page marks as its byline. */
function bylineOfPage(document: DomDocument, siteNames: string[]): CslName[] {
  for (const element of document.querySelectorAll(BYLINE)) {
    const text = element.textContent.replace(/\s+/gu, ' ').trim();
    if (text === '' || text.length > 200) continue;
    const authors = (readByline(text, true)?.authors ?? []).filter(
      (name) => !isPlaceholder(name) && !isOneOf(nameInReadingOrder(name), siteNames),
    );
    if (authors.length > 0) return authors;
  }
  return [];
}

const BYLINE =
  '[itemprop=author],[rel=author],.byline,.author,.writer,.article-author,.post-author,.entry-author,.yazar,.autor,.auteur,.p-author';

function isOneOf(name: string, names: string[]): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}

/** What the page states as its title, the most telling first. */
function statedTitles(document: DomDocument, linked: LinkedArticle | null, meta: MetaReader): string[] {
  return [
    linked?.headline,
    meta('citation_title'),
    meta('og:title', 'twitter:title'),
    meta('dc.title', 'dcterms.title'),
    document.querySelector('title')?.textContent,
  ].filter((title) => title !== null && title !== undefined && title.trim() !== '') as string[];
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

/** What sites that publish one kind of thing only publish, whatever their pages say. */
function typeOfHost(url: string | undefined): CslItem['type'] | null {
  const host = hostOf(url ?? '') ?? '';
  if (/(?:^|\.)wikipedia\.org$/u.test(host)) return 'entry-encyclopedia';
  return /(?:^|\.)(?:substack\.com|medium\.com|wordpress\.com|blogspot\.[a-z.]+|tistory\.com)$/u.test(host)
    ? 'post-weblog'
    : null;
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
