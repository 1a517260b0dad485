/** A brief with its citations formatted: what every writer takes. */
import type { Brief, BriefSettings } from '#domain/brief.ts';
import type { CitationCluster, FormattedCitations, FormattedCluster, RichText } from '#domain/citation.ts';
import type { DocumentAst, Footnote } from '#domain/document/ast.ts';
import { printable } from '#domain/document/characters.ts';
import { readingOrder } from '#domain/document/clusters.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import type { Citations } from '../citations/citations.ts';

export interface ExportDocument {
  settings: Pick<BriefSettings, 'title' | 'author' | 'date' | 'language'>;
  document: DocumentAst;
  /** The formatted citation for the cluster of a citation node or of a quote in `document`. */
  citation: (cluster: CitationCluster) => FormattedCluster;
  /** The number of a footnote in `document`. */
  footnote: (footnote: Footnote) => number;
  /** The entries of the list of sources. */
  sources: RichText[];
  /** Articles that are cited and not in the library. */
  missing: number[];
}

export async function exportDocument(brief: Brief, citations: Citations): Promise<ExportDocument> {
  const document = documentAst(brief.document);
  const { places, footnotes } = readingOrder(document);
  const clusters = places.map(({ items }) => items);
  const { styleId, language } = brief;
  return withCitations(
    brief,
    document,
    await citations.format({
      styleId,
      language,
      clusters,
      footnotes: footnotes.map(({ at, count }) => ({ at, count })),
      uncited: [],
    }),
  );
}

function oneLine(text: string): string {
  return printable(text).replaceAll(/\s+/gu, ' ').trim();
}

/** `formatted` is for the clusters and footnotes of `document` in its reading order. */
export function withCitations(
  settings: ExportDocument['settings'],
  document: DocumentAst,
  formatted: FormattedCitations,
): ExportDocument {
  const { places, footnotes } = readingOrder(document);
  const byCluster = new Map(places.map(({ items }, index) => [items, formatted.clusters[index]]));
  const numbers = new Map(footnotes.map(({ node }, index) => [node, formatted.footnotes[index]]));
  return {
    settings: { ...settings, title: oneLine(settings.title), author: oneLine(settings.author) },
    document,
    citation(cluster) {
      const found = byCluster.get(cluster);
      if (found === undefined) throw new Error('A citation of the document was not formatted.');
      return found;
    },
    footnote(footnote) {
      const number = numbers.get(footnote);
      if (number === undefined) throw new Error('A footnote of the document was not numbered.');
      return number;
    },
    sources: formatted.bibliography.map((entry) => entry.content),
    missing: formatted.missing,
  };
}
