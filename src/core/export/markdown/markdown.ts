/**
 * Writes a brief as Markdown with YAML front matter: CommonMark, GFM, or Pandoc's.
 *
 * Notes of a note style and the author's own become footnotes, defined at the end; citations of an in-text
 * style, and those in a footnote, stand in the text. In Pandoc's Markdown all citations stand where they are, by the keys
 * of their sources. Underline, superscript, subscript and highlight have no Markdown and become inline HTML. A table
 * cell's blocks are parted by `<br>`, since Markdown cells hold one line; a cell that spans others is
 * followed by empty ones. What CommonMark lacks is HTML around Markdown: tables, and links for the marks of notes. All
 * of it reads the same to a reader that knows GFM.
 * The text is written from an mdast tree, which escapes what would read as markup.
 */
import type { Root, RootContent } from 'mdast';
import { keywordList } from '#domain/keywords.ts';
import { stringify } from 'yaml';
import type { MarkdownFlavour } from '#contract/export.ts';
import { uncitedSources } from '#domain/document/bibliography.ts';
import type { Block } from '#domain/document/ast.ts';
import { citationClusters } from '#domain/document/clusters.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { labelsFor } from '../labels.ts';
import { type Notes, writeBlocks, writeSources } from './blocks.ts';
import type { KeyedSources } from './byKey.ts';
import { parted } from './inlines.ts';
import { markdownText } from './markdownText.ts';
import { writeNotes } from './noteMarks.ts';

export interface MarkdownOptions {
  flavour: MarkdownFlavour;
  /** Where the pictures will be, beside the file. */
  folder: string;
  /** For Pandoc's Markdown. */
  keyed?: KeyedSources;
}

export function writeMarkdown(brief: ExportDocument, { flavour, folder, keyed }: MarkdownOptions): string {
  const notes: Notes = {
    flavour,
    keyed: flavour === 'pandoc' ? (keyed ?? null) : null,
    inNote: false,
    citation: brief.citation,
    footnote: brief.footnote,
    evidence: brief.evidence,
    language: brief.settings.language,
    sources: brief.sources,
    pictures: brief.pictures,
    reference: brief.reference,
    referredTo: brief.referredTo,
    folder,
    topLevel: topLevel(brief.document.children),
    definitions: [],
  };
  const body = writeBlocks(brief.document.children, notes);
  const atEnd = brief.sources.place === null ? writeSources(notes) : [];
  const root: Root = {
    type: 'root',
    children: [frontMatter(brief, notes.keyed), ...body, ...atEnd, ...writeNotes(notes)],
  };
  return markdownText(root, flavour);
}

/**
 * `title`, `author`, `date`, `keywords` and `lang`, as Pandoc reads them, and `addressee`, `reference` and `classification`, which its
 * templates can be told of; what is empty is left out.
 */
function frontMatter(
  { settings, banner, document }: ExportDocument,
  keyed: KeyedSources | null,
): RootContent {
  const { title, author, addressee = '', date, reference = '', language } = settings;
  const keywords = keywordList(settings.keywords ?? '');
  const fields = {
    title: title.trim() === '' ? labelsFor(language).untitled : title,
    ...(author.trim() === '' ? {} : { author }),
    ...(addressee.trim() === '' ? {} : { addressee }),
    ...(date === null ? {} : { date }),
    ...(reference.trim() === '' ? {} : { reference }),
    ...(banner === null ? {} : { classification: banner.text }),
    ...(keywords.length === 0 ? {} : { keywords }),
    lang: language,
    ...(keyed !== null && forPandoc(document, keyed)),
  };
  // A folded title would be hard to read for people and for simple readers of front matter.
  return { type: 'yaml', value: stringify(fields, { lineWidth: 0 }).trimEnd() };
}

/** The highest rank of a heading with words in the brief. */
function topLevel(blocks: Block[]): 1 | 2 | 3 | 4 | 5 | 6 {
  const levels = blocks.flatMap((block) =>
    block.type === 'heading' && parted(block.children).length > 0 ? [block.level] : [],
  );
  return levels.length === 0 ? 2 : levels.reduce((top, level) => (level < top ? level : top));
}

/** What `pandoc --citeproc` formats the citations by. `nocite` names what is listed without being cited. */
function forPandoc(document: ExportDocument['document'], keyed: KeyedSources): Record<string, string> {
  const cited = new Set(
    citationClusters(document).flatMap((items) => items.map(({ articleId }) => keyed.keys.get(articleId))),
  );
  const uncited = uncitedSources(document)
    .flatMap((id) => keyed.keys.get(id) ?? [])
    .filter((key) => !cited.has(key));
  return {
    csl: keyed.csl,
    bibliography: keyed.bibliography,
    ...(uncited.length > 0 && { nocite: uncited.map((key) => `@{${key}}`).join(', ') }),
  };
}
