/** A brief with its citations formatted: what every writer takes. */
import type { Brief, BriefSettings } from '#domain/brief.ts';
import type { Thread } from '#domain/comment.ts';
import type { CitationCluster, FormattedCitations, FormattedCluster, RichText } from '#domain/citation.ts';
import type {
  Bibliography,
  Caption,
  CrossReference,
  DocumentAst,
  Footnote,
  Heading,
  Inline,
} from '#domain/document/ast.ts';
import { bibliographies, uncitedSources } from '#domain/document/bibliography.ts';
import { printable } from '#domain/document/characters.ts';
import { type CitationPlace, readingOrder } from '#domain/document/clusters.ts';
import { crossReferencesIn, referenceTargets, referenceText } from '#domain/document/crossReferences.ts';
import { picturesIn } from '#domain/document/figures.ts';
import { portionMarks, portionsAsText } from '#domain/document/portions.ts';
import { type AstOptions, documentAst } from '#domain/document/fromStored.ts';
import { type Banner, bannerOf } from '#domain/marking.ts';
import { groupSources, sourceLabels } from '#domain/sourceGroups.ts';
import type { PictureFacts } from '../pictures/sniff.ts';
import { getSummaries } from '../articles/store.ts';
import { listThreads } from '../comments/store.ts';
import type { Database } from '../db/connect.ts';
import type { Citations } from '../citations/citations.ts';
import { readPicture } from '../pictures/store.ts';
import { bundledDesign, type Design, USUAL_DESIGN } from './design/design.ts';
import { type Annex, withAnnex } from './annex/annex.ts';
import { alteredQuotes, noteEmphasis } from './quotes.ts';

export interface ExportDocument {
  settings: Pick<BriefSettings, 'title' | 'author' | 'date' | 'language'> &
    Partial<Pick<BriefSettings, 'addressee' | 'reference' | 'keywords' | 'marking' | 'page'>>;
  design: Design;
  /** At the top and bottom of every page; null for none. */
  banner: Banner | null;
  document: DocumentAst;
  /** The formatted citation for the cluster of a citation node or of a quote in `document`. */
  citation: (cluster: CitationCluster) => FormattedCluster;
  /** What leads from the citation to its evidence in the annex; empty where there is no annex. */
  evidence: (cluster: CitationCluster) => Inline[];
  /** The number of a footnote in `document`. */
  footnote: (footnote: Footnote) => number;
  sources: SourceList;
  /** What a cross reference in `document` reads; `to` is what it refers to, null where that is gone. */
  reference: (reference: CrossReference) => { text: string; to: Heading | Caption | null };
  /** What references in `document` refer to. */
  referredTo: ReadonlySet<Heading | Caption>;
  /** The pictures of the document by their SHA-256; those that the library does not hold are not in it. */
  pictures: Pictures;
  /** Quotes with changes that no brackets or ellipses mark. */
  altered: CitationPlace[];
  /** Articles that are cited and not in the library. */
  missing: number[];
  /** Null where none was asked for. */
  annex: Annex | null;
  /** Threads of comments by their ids; none where they were not asked for. */
  threads: ReadonlyMap<string, Thread>;
}

export type Pictures = ReadonlyMap<string, ExportedPicture>;

export interface ExportedPicture extends PictureFacts {
  /** Unique in the document: `picture-1.png`, by its first place. */
  fileName: string;
}

/** The list of sources; without sections where there are no sources. */
interface SourceList {
  /** The block of the document in whose place it stands; null for the end of the document. */
  place: Bibliography | null;
  heading: string;
  /** `title` is null where the list is not parted by types. */
  sections: { title: string | null; entries: RichText[] }[];
}

/** The CSL type of an article; undefined where the library does not hold it. */
type TypeOf = (articleId: number) => string | undefined;

export interface ExportOptions extends AstOptions {
  /** With the evidence annex. */
  annex?: boolean;
  /** That of the brief, where it is not one that comes with Dossier. */
  design?: Design;
}

export async function exportDocument(
  db: Database,
  brief: Brief,
  citations: Citations,
  picturesFolder: string,
  { annex = false, design, ...options }: ExportOptions = {},
): Promise<ExportDocument> {
  const { comments = false } = options;
  const asWritten = documentAst(brief.document, brief, options);
  const emphasised = noteEmphasis(asWritten, brief.language);
  // A brief whose marking was taken off keeps the marks of its portions, and shows them.
  const document = (brief.marking?.portions ?? true) ? portionsAsText(emphasised) : emphasised;
  const { places, footnotes } = readingOrder(document);
  const clusters = places.map(({ items }) => items);
  const { styleId, language } = brief;
  const formatted = await citations.format({
    styleId,
    language,
    clusters,
    footnotes: footnotes.map(({ at, count }) => ({ at, count })),
    uncited: uncitedSources(document),
  });
  const listed = formatted.bibliography.map(({ articleId }) => articleId);
  const types = new Map(getSummaries(db, listed).map(({ id, csl }) => [id, csl.type]));
  const pictures = await picturesOf(document, picturesFolder);
  const cited = withCitations(brief, document, formatted, (id) => types.get(id), pictures);
  // Of suggested changes that are written side by side, those that were put in count as the words of quotes.
  const settled = options.suggestions === 'tracked' ? documentAst(brief.document, brief) : asWritten;
  const plain = { ...cited, ...(design !== undefined && { design }), altered: alteredQuotes(db, settled) };
  const exported = annex ? withAnnex(db, plain, { asWritten, formatted }) : plain;
  if (!comments) return exported;
  return { ...exported, threads: new Map(listThreads(db, brief.id).map((thread) => [thread.id, thread])) };
}

async function picturesOf(document: DocumentAst, folder: string): Promise<Pictures> {
  const pictures = new Map<string, ExportedPicture>();
  for (const sha256 of new Set(picturesIn(document.children).map((picture) => picture.sha256))) {
    const kept = await readPicture(folder, sha256);
    if (kept === null) continue;
    const { format, width, height } = kept;
    const fileName = `picture-${pictures.size + 1}.${format}`;
    pictures.set(sha256, { format, width, height, fileName });
  }
  return pictures;
}

function oneLine(text: string): string {
  return printable(text).replaceAll(/\s+/gu, ' ').trim();
}

/** `formatted` is for the clusters and footnotes of `document` in its reading order. */
export function withCitations(
  settings: ExportDocument['settings'],
  document: DocumentAst,
  formatted: FormattedCitations,
  typeOf: TypeOf = () => undefined,
  pictures: Pictures = new Map(),
): ExportDocument {
  const { places, footnotes } = readingOrder(document);
  const byCluster = new Map(places.map(({ items }, index) => [items, formatted.clusters[index]]));
  const numbers = new Map(footnotes.map(({ node }, index) => [node, formatted.footnotes[index]]));
  return {
    settings: {
      ...settings,
      title: oneLine(settings.title),
      author: oneLine(settings.author),
      addressee: oneLine(settings.addressee ?? ''),
      reference: oneLine(settings.reference ?? ''),
    },
    design: bundledDesign(settings.page?.design ?? '') ?? USUAL_DESIGN,
    banner: bannerIn(settings, document),
    document,
    citation(cluster) {
      const found = byCluster.get(cluster);
      if (found === undefined) throw new Error('A citation of the document was not formatted.');
      return found;
    },
    evidence: () => [],
    footnote(footnote) {
      const number = numbers.get(footnote);
      if (number === undefined) throw new Error('A footnote of the document was not numbered.');
      return number;
    },
    sources: sourceList(document, formatted.bibliography, settings.language, typeOf),
    ...references(document, settings.language),
    pictures,
    altered: [],
    missing: formatted.missing,
    annex: null,
    threads: new Map(),
  };
}

function bannerIn({ marking = null }: ExportDocument['settings'], document: DocumentAst): Banner | null {
  const banner = bannerOf(marking, portionMarks(document));
  return banner === null ? null : { ...banner, text: oneLine(banner.text) };
}

function references(
  document: DocumentAst,
  language: string,
): Pick<ExportDocument, 'reference' | 'referredTo'> {
  const targets = referenceTargets(document);
  const found = crossReferencesIn(document).flatMap(({ target }) => targets.get(target) ?? []);
  return {
    reference: (node) => {
      const { text, isBroken } = referenceText(node, targets, language);
      return { text, to: isBroken ? null : targets.get(node.target)! };
    },
    referredTo: new Set(found),
  };
}

function sourceList(
  document: DocumentAst,
  entries: FormattedCitations['bibliography'],
  language: string,
  typeOf: TypeOf,
): SourceList {
  const [place = null] = bibliographies(document.children);
  const labels = sourceLabels(language);
  const sections =
    place?.byType === true
      ? groupSources(entries, ({ articleId }) => typeOf(articleId)).map((section) => ({
          title: labels.groups[section.group],
          entries: section.entries.map(({ content }) => content),
        }))
      : [{ title: null, entries: entries.map(({ content }) => content) }];
  return { place, heading: place?.heading ?? labels.sources, sections: entries.length === 0 ? [] : sections };
}
