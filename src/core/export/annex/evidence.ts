/** What stands behind the quotes and the anchored citations of a brief: passages of the library, once each. */
import { type Article, pagesOf } from '#domain/article.ts';
import type { CitationCluster, CitationItem } from '#domain/citation.ts';
import type { CitationPlace } from '#domain/document/clusters.ts';
import { squeeze } from '#domain/quotation.ts';
import type { Snippet } from '#domain/snippet.ts';
import { getArticle, listVersions } from '../../articles/store.ts';
import type { Database } from '../../db/connect.ts';
import { locate } from '../../snippets/locate.ts';
import { getSnippets } from '../../snippets/store.ts';
import { contextOf, type Passage } from './context.ts';

/**
 * `altered`: the brief's words are not the source's, and nothing marks that; `superseded`: the newest version of the
 * source does not have the words any more; `unanchored`: the brief names no passage that the library holds, and its
 * words were not found in the source; `moved`: the words do not stand where the passage says; `gone`: the library does
 * not hold the source.
 */
export type Problem = 'altered' | 'superseded' | 'unanchored' | 'moved' | 'gone';

/** A version of a source. */
interface EvidenceSource {
  article: Article;
  /** When the version was imported: ISO 8601, UTC. */
  importedAt: string;
  /** Its number among the versions, from 1 for the oldest. */
  version: number;
  versions: number;
  /** When the newest version was imported. */
  newestAt: string;
}

export interface Evidence {
  /** From 1, by the first place in the brief. */
  number: number;
  articleId: number;
  /** As the source has them; as the brief has them where the source is not known to. Empty for none. */
  words: string;
  /** Empty where the words are not known to stand in the source. */
  passages: Passage[];
  page: string | null;
  /** Null where the library does not hold it. */
  source: EvidenceSource | null;
  problems: Problem[];
  /** The places of the brief that rest on it, as indexes of those that were given. */
  places: number[];
}

/**
 * The evidence behind `places`, which are all citations of a brief in reading order, by the order of first use.
 * `altered` holds the snippets whose words a quote changed.
 */
export function evidenceOf(
  db: Database,
  places: readonly CitationPlace[],
  altered: ReadonlySet<number>,
): Evidence[] {
  const library = readingLibrary(db, places);
  const found = new Map<string, Evidence>();
  for (const [index, place] of places.entries())
    for (const item of place.items) {
      const key = evidenceKey(item, place, library);
      if (key === null) continue;
      const evidence = found.get(key) ?? {
        ...evidenceFor(item, place, library),
        number: found.size + 1,
        places: [],
      };
      found.set(key, evidence);
      if (evidence.places.at(-1) !== index) evidence.places.push(index);
      if (altered.has(item.snippetId ?? 0) && !evidence.problems.includes('altered'))
        evidence.problems.unshift('altered');
    }
  return [...found.values()];
}

/** Tells the evidence of items apart; null for a citation that rests on no passage. */
function evidenceKey(
  { snippetId, articleId }: CitationItem,
  { kind, items, text }: CitationPlace,
  { snippets }: LibraryReader,
): string | null {
  const snippet = snippets.get(snippetId ?? 0);
  // The same words may have been taken twice.
  if (snippet !== undefined)
    return `passage ${snippet.versionId} ${snippet.start} ${snippet.end} ${snippet.exact}`;
  const words = kind === 'quote' ? squeeze(text) : '';
  if (snippetId !== undefined) return `snippet ${snippetId} ${words}`;
  return words !== '' && articleId === items[0]!.articleId ? `words ${articleId} ${words}` : null;
}

interface LibraryReader {
  snippets: ReadonlyMap<number, Snippet>;
  /** Without `versionId` the newest version. */
  source: (articleId: number, versionId?: number) => EvidenceSource | null;
  /** Whether the newest version of an article has these words. */
  newestHas: (source: EvidenceSource, words: string) => boolean;
}

function readingLibrary(db: Database, places: readonly { items: CitationCluster }[]): LibraryReader {
  const ids = places.flatMap(({ items }) => items.flatMap(({ snippetId }) => snippetId ?? []));
  const sources = new Map<string, EvidenceSource | null>();
  const newest = new Map<number, string>();
  const source = (articleId: number, versionId?: number): EvidenceSource | null => {
    const key = `${articleId} ${versionId}`;
    const known = sources.get(key);
    if (known !== undefined) return known;
    const article = getArticle(db, articleId, versionId);
    const read = article === null ? null : sourceOf(db, article);
    sources.set(key, read);
    return read;
  };
  return {
    snippets: new Map(getSnippets(db, [...new Set(ids)]).map((snippet) => [snippet.id, snippet])),
    source,
    newestHas({ article, version, versions }, words) {
      if (version === versions) return true;
      const text = newest.get(article.id) ?? squeeze(source(article.id)!.article.content.text);
      newest.set(article.id, text);
      return text.includes(squeeze(words));
    },
  };
}

function sourceOf(db: Database, article: Article): EvidenceSource {
  const versions = listVersions(db, article.id);
  const at = versions.findIndex(({ id }) => id === article.versionId);
  return {
    article,
    importedAt: versions[at]!.createdAt,
    version: versions.length - at,
    versions: versions.length,
    newestAt: versions[0]!.createdAt,
  };
}

type Found = Omit<Evidence, 'number' | 'places'>;

function evidenceFor(item: CitationItem, place: CitationPlace, library: LibraryReader): Found {
  const snippet = library.snippets.get(item.snippetId ?? 0);
  return snippet === undefined ? unanchored(item, place, library) : anchored(snippet, library);
}

function anchored(snippet: Snippet, library: LibraryReader): Found {
  const { articleId, exact: words, start, end } = snippet;
  const source = library.source(articleId, snippet.versionId);
  if (source === null) return { articleId, words, passages: [], page: null, source, problems: ['gone'] };
  const isThere = source.article.content.text.slice(start, end) === words;
  const problems: Problem[] = [
    ...(isThere ? [] : (['moved'] as const)),
    ...(library.newestHas(source, words) ? [] : (['superseded'] as const)),
  ];
  return { articleId, words, source, problems, ...shown(source, isThere ? { start, end } : null) };
}

/** The words of a quote that names no passage are looked for in the newest version of its source. */
function unanchored(item: CitationItem, { kind, text }: CitationPlace, library: LibraryReader): Found {
  const { articleId } = item;
  const words = kind === 'quote' ? text.trim() : '';
  const source = library.source(articleId);
  if (source === null) return { articleId, words, passages: [], page: null, source, problems: ['gone'] };
  const { article } = source;
  const found =
    words === '' ? null : locate(words, [{ ...article, articleId: article.id }], () => article.content.text);
  const problems: Problem[] = found === null ? ['unanchored'] : [];
  return { articleId, words, source, problems, ...shown(source, found) };
}

function shown(
  { article: { content, csl } }: EvidenceSource,
  range: { start: number; end: number } | null,
): Pick<Evidence, 'passages' | 'page'> {
  if (range === null) return { passages: [], page: null };
  return {
    passages: contextOf(content, range, csl.language ?? 'en'),
    page: pagesOf(content, range),
  };
}
