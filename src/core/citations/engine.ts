/** Formats the citations of one brief with citeproc. Runs in the worker. */
import CSL, { type Citation, type Engine } from 'citeproc';
import type { CitationCluster, FormattedCitations, RichText } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { engineCite, engineItem } from './engineInput.ts';
import { chooseLocale } from './locale.ts';
import { readRichText, richFormat } from './richFormat.ts';
import { packagedLocales, readLocale } from './styleData.ts';
import { findStyle } from './styles.ts';

export interface FormatRequest {
  styleId: string;
  /** BCP 47. */
  language: string;
  /** In document order. */
  clusters: CitationCluster[];
  /** Metadata of the cited articles that the library holds, by article id. */
  items: Map<number, CslItem>;
}

/** Engines kept: an engine takes 50–400 ms to start and a few MB. */
const MAX_ENGINES = 4;

const FORMAT_NAME = 'dossier';
CSL.Output.Formats[FORMAT_NAME] = richFormat;

interface Prepared {
  engine: Engine;
  /** What the engine's `retrieveItem` reads. */
  items: Map<string, Record<string, unknown>>;
}

const engines = new Map<string, Prepared>();
let localeFiles: Map<string, string> | null = null;

/** Throws a DossierError (`not_found`) for a style that is not there. */
export function formatCitations(request: FormatRequest): FormattedCitations {
  const { clusters, items } = request;
  const { engine, items: loaded } = prepare(request.styleId, request.language);
  loaded.clear();
  for (const [id, item] of items) loaded.set(String(id), engineItem(id, item));

  const isNote = engine.opt.xclass === 'note';
  const citations: Citation[] = [];
  for (const [index, cluster] of clusters.entries()) {
    const present = cluster.filter((cite) => items.has(cite.articleId));
    if (present.length === 0) continue;
    citations.push({
      citationID: String(index),
      citationItems: present.map((cite, place) => engineCite(cite, isNote && place === 0)),
      properties: { noteIndex: isNote ? index + 1 : 0 },
    });
  }

  // Emptying the registry first makes the engine read every item again: metadata may have changed.
  engine.updateItems([]);
  const texts = new Map<number, string>();
  for (const [id, , text] of engine.rebuildProcessorState(citations, FORMAT_NAME, []))
    texts.set(Number(id), text);

  return {
    styleClass: isNote ? 'note' : 'in-text',
    clusters: clusters.map((cluster, index) => ({
      content: withMissing(readRichText(texts.get(index) ?? ''), cluster, items),
      noteNumber: isNote ? index + 1 : null,
    })),
    bibliography: citations.length === 0 ? [] : bibliography(engine),
    missing: missingArticles(clusters, items),
  };
}

function prepare(styleId: string, language: string): Prepared {
  localeFiles ??= packagedLocales();
  const files = localeFiles;
  const locale = chooseLocale(language, files.keys());
  const key = `${styleId} ${locale}`;
  let prepared = engines.get(key);
  engines.delete(key);
  if (prepared === undefined) {
    const items: Prepared['items'] = new Map();
    const engine = new CSL.Engine(
      {
        retrieveLocale: (tag) => {
          const file = files.get(tag);
          return file === undefined ? false : readLocale(file);
        },
        retrieveItem: (id) => items.get(id) ?? { id, type: 'document', title: '' },
      },
      findStyle(styleId).read(),
      locale,
      true,
    );
    engine.opt.development_extensions['wrap_url_and_doi'] = true;
    engine.setOutputFormat(FORMAT_NAME);
    prepared = { engine, items };
  }
  // Set again so that the map's order is the order of last use.
  engines.set(key, prepared);
  const oldest = engines.keys().next().value;
  if (engines.size > MAX_ENGINES && oldest !== undefined) engines.delete(oldest);
  return prepared;
}

function bibliography(engine: Engine): FormattedCitations['bibliography'] {
  const made = engine.makeBibliography();
  if (made === false) return [];
  const [{ entry_ids: ids }, entries] = made;
  return entries.map((entry, index) => ({
    articleId: Number(ids[index]?.[0]),
    content: readRichText(entry),
  }));
}

function withMissing(content: RichText, cluster: CitationCluster, items: Map<number, CslItem>): RichText {
  const missing = missingArticles([cluster], items);
  if (missing.length === 0) return content;
  const notes = missing.map((id) => `[source ${id} is not in the library]`).join(' ');
  return [...content, { text: content.length === 0 ? notes : ` ${notes}` }];
}

function missingArticles(clusters: CitationCluster[], items: Map<number, CslItem>): number[] {
  const cited = new Set(clusters.flatMap((cluster) => cluster.map((cite) => cite.articleId)));
  return [...cited].filter((id) => !items.has(id));
}
