/** Formats the citations of one brief with citeproc. Runs in the worker. */
import type { Engine } from 'citeproc';
import type { CitationCluster, Cited, ClusterText, FormattedCitations, RichText } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { numberNotes, type NoteNumbers } from '#domain/noteNumbers.ts';
import { engineCite, engineItem, UNTITLED, withHyphens } from './engineInput.ts';
import { createEngines, type Engines, type Prepared } from './engines.ts';
import { isNothingPrinted } from './richFormat.ts';
import { joinPlaces } from './samePlaces.ts';
import type { SessionCitation } from './session.ts';
import { findStyle } from '../styles/styles.ts';
import type { StyleSource } from '../styles/styleSource.ts';
import { missingSource } from '../locale/words.ts';

export interface FormatRequest extends Cited {
  styleId: string;
  /** Where the style is read from; absent for one that comes with Dossier. */
  style?: StyleSource;
  /** BCP 47. */
  language: string;
  /** The numbers under which sources are listed that no citation names, by their own. */
  listedAs?: ReadonlyMap<number, number[]>;
  /** Metadata of the articles cited or listed that the library holds, by article id. */
  items: Map<number, CslItem>;
}

/** Entries of the list of sources that are written without a look at the clock. */
const ENTRIES_AT_ONCE = 4;

const OF_THREAD = createEngines();

/** Throws a DossierError (`not_found`) for a style that is not there. */
export function formatCitations(request: FormatRequest, engines: Engines = OF_THREAD): FormattedCitations {
  const { clusters, bibliography, ...known } = startFormatting(request, engines).advance([], Infinity);
  const numbers = numberNotes(request, known.styleClass === 'note');
  return {
    ...known,
    clusters: clusters.map((cluster, at) => ({ ...cluster!, noteNumber: numbers.own[at]! })),
    bibliography: bibliography!,
  };
}

/** What is known of a document; a text that did not change since an earlier answer of the engine is the same object. */
interface Progress extends Pick<FormattedCitations, 'styleClass' | 'footnotes' | 'missing'> {
  /** In the order of the request; null for those that are not formatted. */
  clusters: (ClusterText | null)[];
  /** Null until all is formatted. */
  bibliography: FormattedCitations['bibliography'] | null;
}

export interface Formatting {
  /**
   * Formats the clusters at the places `first`, then others for `budget` ms; answers with all that it has formatted.
   * Meanwhile the engine may have been given another document.
   */
  advance(first: readonly number[], budget: number): Progress;
}

/** Throws a DossierError (`not_found`) for a style that is not there. */
export function startFormatting(request: FormatRequest, engines: Engines = OF_THREAD): Formatting {
  const self = {};
  const clusters = request.clusters.map((): ClusterText | null => null);
  return {
    advance(first, budget) {
      const prepared = engines.prepare(request.style ?? findStyle(request.styleId), request.language);
      try {
        const document = place(prepared, request, self);
        const until = performance.now() + budget;
        const open = (): number[] => [...clusters.keys()].filter((at) => clusters[at] === null);
        const write = (at: number): void => {
          clusters[at] = document.cluster(at);
        };
        for (const at of open()) if (document.isWritten(at)) write(at);
        for (const at of first) if (clusters[at] === null) write(at);
        let unwritten = open();
        for (const at of unwritten) {
          if (performance.now() >= until) break;
          write(at);
        }
        unwritten = open();
        const { sources } = prepared.session;
        let entries = unwritten.length === 0 ? sources.unwritten() : [];
        while (entries.length > 0 && performance.now() < until) {
          sources.write(entries.slice(0, ENTRIES_AT_ONCE));
          entries = entries.slice(ENTRIES_AT_ONCE);
        }
        const isWhole = unwritten.length === 0 && entries.length === 0;
        return {
          ...document.known,
          clusters: [...clusters],
          bibliography: isWhole ? bibliographyOf(prepared, request) : null,
        };
      } catch (error) {
        engines.drop(prepared);
        throw error;
      }
    },
  };
}

interface PlacedDocument {
  known: Pick<FormattedCitations, 'styleClass' | 'footnotes' | 'missing'>;
  isWritten(at: number): boolean;
  cluster(at: number): ClusterText;
}

/** Gives the document of `request` to the engine, unless it has that of `holder` already. */
function place(prepared: Prepared, request: FormatRequest, holder: object): PlacedDocument {
  const { engine, session, authorNames } = prepared;
  const { clusters, items, uncited } = request;
  const isNote = engine.opt.xclass === 'note';
  const numbers = numberNotes(request, isNote);
  const named = clusters.map((cluster, at) => isNamed(cluster, at, items, isNote, numbers));
  const places = new Map<number, number>();
  for (const [at, cluster] of clusters.entries())
    if (cluster.some((cite) => items.has(cite.articleId))) places.set(at, places.size);

  if (prepared.holder !== holder) {
    prepared.holder = null;
    const corrected = load(items, prepared);
    const sortsCites = engine.citation_sort.tokens.length > 0;
    const citations = [...places.keys()].map((at): SessionCitation => {
      const present = clusters[at]!.filter((cite) => items.has(cite.articleId));
      return {
        items: joinPlaces(present, sortsCites && !named[at]!).map((cite, index) =>
          engineCite(cite, {
            opensNote: numbers.own[at] !== null && index === 0,
            isNamed: named[at]! && !isNote && index === 0,
          }),
        ),
        noteIndex: numbers.within[at]!,
        isOrdered: named[at]!,
      };
    });
    session.place({ citations, uncited: uncited.filter((id) => items.has(id)).map(String) }, corrected);
    prepared.holder = holder;
  }

  const contentOf = (text: string, at: number): RichText => {
    if (!isNothingPrinted(text)) {
      const hasWords = clusters[at]!.some(({ suffix = '' }) => suffix.trim() !== '');
      return prepared.read(hasWords ? withCommasInside(engine, text) : text);
    }
    // A style that names authors alone prints nothing more once the name stands in the text.
    if (named[at]!) return [];
    const cited = clusters[at]!.flatMap(({ articleId }) => items.get(articleId) ?? []);
    const titles = cited.map(titleOf).join('; ');
    return [{ text: isNote ? titles : `(${titles})` }];
  };

  return {
    known: {
      styleClass: isNote ? 'note' : 'in-text',
      footnotes: numbers.footnotes,
      missing: missingArticles(
        [...clusters.flatMap((cluster) => cluster.map(({ articleId }) => articleId)), ...uncited],
        items,
      ),
    },
    isWritten(at) {
      const index = places.get(at);
      return index === undefined || session.isWritten(index);
    },
    cluster(at) {
      const cluster = clusters[at]!;
      const index = places.get(at);
      const id = String(cluster[0]!.articleId);
      return prepared.cluster(
        named[at] ? authorNames(id, session.itemState(id)) : null,
        withMissing(index === undefined ? [] : contentOf(session.text(index), at), cluster, request),
      );
    },
  };
}

/**
 * “The Strait,” and passim: citeproc leaves a comma that begins the words behind a source outside the quotation marks, in
 * languages that set it inside them, too.
 */
function withCommasInside(engine: Engine, text: string): string {
  if (engine.getOpt('punctuation-in-quote') !== true) return text;
  const [inner, outer] = (['close-inner-quote', 'close-quote'] as const).map((name) => engine.getTerm(name));
  return text.replaceAll(`${inner}${outer},`, `,${inner}${outer}`).replaceAll(`${outer},`, `,${outer}`);
}

/** Whether the name of the first author stands in the text. An author's footnote in a style of notes is no text. */
function isNamed(
  [first]: CitationCluster,
  at: number,
  items: FormatRequest['items'],
  isNote: boolean,
  numbers: NoteNumbers,
): boolean {
  const isInNote = isNote && numbers.own[at] === null;
  return first!.authorInText === true && items.has(first!.articleId) && !isInNote;
}

/** Adds `items` to what the engine reads; returns those that differ from what it may have read. */
function load(items: Map<number, CslItem>, into: Prepared): Set<string> {
  const corrected = new Set<string>();
  for (const [id, item] of items) {
    const key = String(id);
    const known = into.metadata.get(key);
    if (known?.item === item) continue;
    const json = JSON.stringify(item);
    into.metadata.set(key, { item, json });
    if (known?.json === json) continue;
    if (known !== undefined) corrected.add(key);
    into.items.set(key, withHyphens(engineItem(id, item)));
  }
  return corrected;
}

function bibliographyOf(
  { session, read, entry }: Prepared,
  { items, listedAs }: FormatRequest,
): FormattedCitations['bibliography'] {
  return session.sources.ids().map((id) => {
    const text = session.sources.entry(id);
    const content = text === '' ? [{ text: titleOf(items.get(Number(id))) }] : read(text);
    return entry(Number(id), listedAs?.get(Number(id)) ?? [], content);
  });
}

/** For a source that the style prints nothing of: every cited source can be seen. */
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
