/** Adds the evidence annex to a brief that is to be written: behind the list of sources, in the document AST. */
import type { CitationCluster, FormattedCitations } from '#domain/citation.ts';
import type { Bibliography, Block, DocumentAst, Heading } from '#domain/document/ast.ts';
import { citationPlaces, type ReadingOrder, readingOrder } from '#domain/document/clusters.ts';
import type { Database } from '../../db/connect.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { annexBlocks, evidenceMarks } from './blocks.ts';
import { type Evidence, evidenceOf } from './evidence.ts';

/** Where headings of a brief begin that has none. */
const USUAL_LEVEL = 2;

export interface Annex {
  evidence: Evidence[];
  /** The last ones of the document; none where there is no evidence. */
  blocks: Block[];
}

export interface AnnexOptions {
  /** The document without anything that exports add to it; its citations are those of the exported one. */
  asWritten: DocumentAst;
  formatted: FormattedCitations;
}

/** `exported` with its evidence behind it; as it is where it rests on none. */
export function withAnnex(
  db: Database,
  exported: ExportDocument,
  { asWritten, formatted }: AnnexOptions,
): ExportDocument {
  const altered = new Set(exported.altered.flatMap(({ items }) => items[0]?.snippetId ?? []));
  const evidence = evidenceOf(db, citationPlaces(asWritten), altered);
  if (evidence.length === 0) return { ...exported, annex: { evidence, blocks: [] } };
  const { document, sources, settings } = exported;
  const order = readingOrder(document);
  const entries = new Map(formatted.bibliography.map(({ articleId, content }) => [articleId, content]));
  const place: Bibliography = sources.place ?? {
    type: 'bibliography',
    heading: null,
    byType: false,
    uncited: [],
  };
  const blocks = annexBlocks(evidence, {
    language: settings.language,
    level: topLevel(document),
    listed: (articleId) => entries.get(articleId),
    note: noteNumbers(order, formatted),
  });
  const marks = new Map<CitationCluster, ReturnType<typeof evidenceMarks>>(
    order.places.map(({ items }, index) => [items, evidenceMarks(evidence, index, settings.language)]),
  );
  return {
    ...exported,
    document: {
      children: [...document.children, ...(sources.place === null ? [place] : []), ...blocks],
    },
    sources: { ...sources, place },
    evidence: (cluster) => marks.get(cluster) ?? [],
    annex: { evidence, blocks },
  };
}

/** What an analyst is told of an annex before it goes out. */
export function annexWarnings({ annex, banner }: ExportDocument): string[] {
  if (annex === null) return [];
  const { evidence } = annex;
  if (evidence.length === 0)
    return [
      'There is no evidence annex: the brief has no quotes, and no citations that are anchored to a passage.',
    ];
  const unmarked =
    banner?.portions === true
      ? ['The evidence annex has no portion marks: its passages stand as the sources have them.']
      : [];
  const wrong = Object.entries(WARNINGS).flatMap(([problem, [one, several]]) => {
    const found = evidence.filter(({ problems }) => problems.some((each) => each === problem));
    if (found.length === 0) return [];
    const numbers = found.map(({ number }) => number).join(', ');
    return [found.length === 1 ? `Evidence ${numbers} ${one}` : `Evidence ${numbers} ${several}`];
  });
  return [...unmarked, ...wrong];
}

/** The document without its annex. */
export function withoutAnnex({ document, annex }: Pick<ExportDocument, 'document' | 'annex'>): DocumentAst {
  const own = document.children.length - (annex?.blocks.length ?? 0);
  return { children: document.children.slice(0, own) };
}

/** `altered` quotes and sources that are gone are warned of in every export. */
const WARNINGS: Readonly<Partial<Record<Evidence['problems'][number], [one: string, several: string]>>> = {
  superseded: [
    'is not in the newest version of its source any more.',
    'are not in the newest versions of their sources any more.',
  ],
  unanchored: [
    'rests on no passage that the library holds, and its words were not found in the source.',
    'rest on no passages that the library holds, and their words were not found in the sources.',
  ],
  moved: [
    'does not stand at the place in its source that was kept with it.',
    'do not stand at the places in their sources that were kept with them.',
  ],
};

/** By the index of a place: the note that its citation makes, or that it stands in. */
function noteNumbers(
  { footnotes }: ReadingOrder,
  formatted: FormattedCitations,
): (place: number) => number | null {
  const within = new Map<number, number>();
  for (const [index, { at, count }] of footnotes.entries())
    for (let place = at; place < at + count; place += 1) within.set(place, formatted.footnotes[index]!);
  return (place) => formatted.clusters[place]!.noteNumber ?? within.get(place) ?? null;
}

function topLevel({ children }: DocumentAst): Heading['level'] {
  const levels = children.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  return levels.length === 0 ? USUAL_LEVEL : (Math.min(...levels) as Heading['level']);
}
