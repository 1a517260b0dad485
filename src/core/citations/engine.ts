/** Formats the citations of one brief with citeproc. Runs in the worker. */
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from 'citeproc';
import type { CitationCluster, Cited, FormattedCitations, RichText } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { numberNotes } from '#domain/noteNumbers.ts';
import { type AuthorNames, createAuthorNames } from './authorNames.ts';
import { createEngine, FORMAT_NAME, localeFor } from './createEngine.ts';
import { engineCite, engineItem, UNTITLED } from './engineInput.ts';
import { isNothingPrinted, readRichText } from './richFormat.ts';
import { createSession, type Session, type SessionCitation, type SessionResult } from './session.ts';
import { findStyle } from './styles.ts';
import { styleKey, type StyleSource } from './styleSource.ts';
import { missingSource } from './words.ts';

export interface FormatRequest extends Cited {
  styleId: string;
  /** Where the style is read from; absent for one that comes with Dossier. */
  style?: StyleSource;
  /** BCP 47. */
  language: string;
  /** Metadata of the articles cited or listed that the library holds, by article id. */
  items: Map<number, CslItem>;
}

/** Engines kept: an engine takes 50–400 ms to start and a few MB. */
const MAX_ENGINES = 4;

interface Prepared {
  engine: Engine;
  session: Session;
  authorNames: AuthorNames;
  /** What the engine reads: a copy, since citeproc writes into it. */
  items: Map<string, Record<string, unknown>>;
}

const engines = new Map<string, Prepared>();

/** Throws a DossierError (`not_found`) for a style that is not there. */
export function formatCitations(request: FormatRequest): FormattedCitations {
  const { clusters, items, uncited } = request;
  const style = request.style ?? findStyle(request.styleId);
  const { engine, session, authorNames, items: loaded } = prepare(style, request.language);
  const isCorrected = load(items, loaded);

  const isNote = engine.opt.xclass === 'note';
  const numbers = numberNotes(request, isNote);
  /** By cluster: whether its first author's name stands in the text. An author's footnote that a note stands in is no text. */
  const named = clusters.map(
    ([first], index) =>
      first!.authorInText === true && items.has(first!.articleId) && !(isNote && numbers.own[index] === null),
  );
  const citations: SessionCitation[] = [];
  const places: number[] = [];
  for (const [index, cluster] of clusters.entries()) {
    const present = cluster.filter((cite) => items.has(cite.articleId));
    if (present.length === 0) continue;
    places.push(index);
    const isNamed = named[index]!;
    citations.push({
      items: present.map((cite, place) =>
        engineCite(cite, {
          opensNote: numbers.own[index] !== null && place === 0,
          isNamed: isNamed && !isNote && place === 0,
        }),
      ),
      noteIndex: numbers.within[index]!,
      isOrdered: isNamed,
    });
  }
  const listed = uncited.filter((id) => items.has(id)).map(String);
  const { texts, bibliography } = updated(session, citations, listed, isCorrected);
  const textAt = new Map(places.map((place, index) => [place, texts[index]]));

  return {
    styleClass: isNote ? 'note' : 'in-text',
    clusters: clusters.map((cluster, index) => ({
      inText: named[index] ? authorNames(String(cluster[0]!.articleId)) : null,
      content: withMissing(contentOf(textAt.get(index) ?? '', named[index]!), cluster, request),
      noteNumber: numbers.own[index]!,
    })),
    footnotes: numbers.footnotes,
    bibliography: bibliography.map(({ id, text }) => ({
      articleId: Number(id),
      content: text === '' ? [{ text: titleOf(items.get(Number(id))) }] : readRichText(text),
    })),
    missing: missingArticles([...clusters.flat().map(({ articleId }) => articleId), ...uncited], items),
  };
}

/** An engine that failed is not used again: it may hold a part of what it failed on. */
function updated(
  session: Session,
  citations: SessionCitation[],
  uncited: string[],
  isCorrected: boolean,
): SessionResult {
  try {
    return session.update(citations, uncited, isCorrected);
  } catch (error) {
    for (const [key, prepared] of engines) if (prepared.session === session) engines.delete(key);
    throw error;
  }
}

function prepare(style: StyleSource, language: string): Prepared {
  const locale = localeFor(language, style);
  const key = `${styleKey(style)} ${locale}`;
  let prepared = engines.get(key);
  engines.delete(key);
  if (prepared === undefined) {
    const items: Prepared['items'] = new Map();
    const engine = createEngine(style, language, items);
    prepared = {
      engine,
      items,
      session: createSession(engine, FORMAT_NAME),
      authorNames: createAuthorNames(engine, locale, items),
    };
  }
  // Set again so that the map's order is the order of last use.
  engines.set(key, prepared);
  const oldest = engines.keys().next().value;
  if (engines.size > MAX_ENGINES && oldest !== undefined) engines.delete(oldest);
  return prepared;
}

/** Adds `items` to what the engine reads; true where one differs from what the engine may have read. */
function load(items: Map<number, CslItem>, into: Prepared['items']): boolean {
  let isCorrected = false;
  for (const [id, item] of items) {
    const key = String(id);
    const next = engineItem(id, item);
    const known = into.get(key);
    if (known !== undefined && isDeepStrictEqual(known, next)) continue;
    if (known !== undefined) isCorrected = true;
    into.set(key, next);
  }
  return isCorrected;
}

/** A style that names authors alone prints nothing more once the name stands in the text. */
function contentOf(text: string, isNamed: boolean): RichText {
  return isNamed && isNothingPrinted(text) ? [] : readRichText(text);
}

/** For a source that the style prints nothing of: every cited source is in the list. */
function titleOf(item: CslItem | undefined): string {
  return item?.title.trim() || UNTITLED;
}

function withMissing(
  content: RichText,
  cluster: CitationCluster,
  { items, language }: FormatRequest,
): RichText {
  const missing = missingArticles(
    cluster.map(({ articleId }) => articleId),
    items,
  );
  if (missing.length === 0) return content;
  const notes = missing.map((id) => missingSource(id, language)).join(' ');
  return [...content, { text: content.length === 0 ? notes : ` ${notes}` }];
}

function missingArticles(ids: number[], items: Map<number, CslItem>): number[] {
  return [...new Set(ids)].filter((id) => !items.has(id));
}
