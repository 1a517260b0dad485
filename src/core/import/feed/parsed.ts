/** What the three kinds of feeds say of themselves and of an entry, in one form. */
import type { parseFeed } from 'feedsmith';

type Parsed = ReturnType<typeof parseFeed<string>>;

export interface FeedInfo {
  title?: string | undefined;
  /** Address of the site. */
  url?: string | undefined;
  language?: string | undefined;
  /** Of all entries that name none themselves. */
  authors: string[];
}

export interface FeedEntry {
  title?: string | undefined;
  url?: string | undefined;
  /** What its relative links are relative to. */
  base?: string | undefined;
  authors: string[];
  published?: string | undefined;
  updated?: string | undefined;
  language?: string | undefined;
  /** The whole text, as HTML unless `plain`. */
  content?: string | undefined;
  plain: boolean;
  summary?: string | undefined;
  doi?: string | undefined;
  /** The newspaper or site that the entry was taken over from. */
  source?: string | undefined;
}

/** Null where the feed holds no entry. */
export function entryOf(parsed: Parsed): FeedEntry | null {
  if (parsed.format === 'atom') return atomEntry(parsed.feed.entries?.[0]);
  if (parsed.format === 'rss' || parsed.format === 'rdf') return rssEntry(parsed.feed.items?.[0]);
  return null;
}

export function infoOf(parsed: Parsed): FeedInfo {
  if (parsed.format === 'atom') {
    const { title, links, xml, authors } = parsed.feed;
    return {
      title: title?.value,
      url: links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? xml?.base,
      language: xml?.lang,
      authors: authors?.flatMap(({ name }) => name ?? []) ?? [],
    };
  }
  if (parsed.format === 'rss' || parsed.format === 'rdf') {
    const { title, link, dc } = parsed.feed;
    const language = 'language' in parsed.feed ? parsed.feed.language : undefined;
    return { title, url: link, language: language ?? dc?.languages?.[0], authors: [] };
  }
  return { authors: [] };
}

type AtomEntry = NonNullable<Extract<Parsed, { format: 'atom' }>['feed']['entries']>[number];

function atomEntry(entry: AtomEntry | undefined): FeedEntry | null {
  if (entry === undefined) return null;
  const { title, links, content, summary, authors, dc, xml } = entry;
  const link = links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0];
  return {
    title: title?.value,
    url: link?.href,
    base: content?.xml?.base ?? xml?.base,
    authors: authors?.flatMap(({ name }) => name ?? []) ?? dc?.creators ?? [],
    published: entry.published ?? dc?.dates?.[0],
    updated: entry.updated,
    language: xml?.lang ?? content?.xml?.lang ?? link?.hreflang,
    content: content?.value,
    plain: content?.type === 'text' || content?.type === 'text/plain',
    summary: summary?.value,
    source: entry.source?.title?.value,
  };
}

type RssItem = NonNullable<Extract<Parsed, { format: 'rss' }>['feed']['items']>[number];
type RdfItem = NonNullable<Extract<Parsed, { format: 'rdf' }>['feed']['items']>[number];

function rssEntry(item: RssItem | RdfItem | undefined): FeedEntry | null {
  if (item === undefined) return null;
  const { title, link, description, content, dc, dcterms, atom } = item;
  // An item of RDF lacks what RSS 2.0 has besides.
  const rss: RssItem = item;
  const guid = rss.guid?.isPermaLink === false ? undefined : rss.guid?.value;
  const people = rss.authors?.flatMap(({ name }) => name ?? []) ?? [];
  return {
    title: title ?? dc?.titles?.[0],
    url:
      link ??
      (/^https?:/iu.test(guid ?? '') ? guid : undefined) ??
      dc?.identifiers?.find((id) => /^https?:/iu.test(id)),
    authors:
      dc?.creators ?? (people.length > 0 ? people : (atom?.authors?.flatMap(({ name }) => name ?? []) ?? [])),
    published:
      rss.pubDate ?? dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? atom?.published,
    updated: dcterms?.modified?.[0] ?? atom?.updated,
    language: dc?.languages?.[0],
    content: content?.encoded,
    plain: false,
    summary: description ?? dc?.descriptions?.[0],
    doi: rss.prism?.doi ?? dc?.identifiers?.find((id) => /10\.\d{4,9}\//u.test(id)),
    source: rss.source?.title,
  };
}
