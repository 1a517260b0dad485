/**
 * Writes a brief as CommonMark with GFM tables and footnotes and YAML front matter.
 *
 * Notes of a note style and the author's own become footnotes, defined at the end; citations of an in-text
 * style, and those in a footnote, stand in the text. Underline, superscript, subscript and highlight have no Markdown and become inline HTML. A table
 * cell's blocks are parted by `<br>`, since Markdown cells hold one line; a cell that spans others is
 * followed by empty ones.
 * The text is written from an mdast tree, which escapes what would read as markup.
 */
import type { FootnoteDefinition, Paragraph, Root, RootContent } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Block } from '#domain/document/ast.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { labelsFor } from '../labels.ts';
import { type Notes, writeBlocks, writeSources } from './blocks.ts';
import { phrasing, richPhrasing } from './inlines.ts';

/** `folder` is where the pictures will be, beside the file. */
export function writeMarkdown(brief: ExportDocument, folder: string): string {
  const notes: Notes = {
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
    children: [
      frontMatter(brief),
      ...body,
      ...atEnd,
      ...notes.definitions.map((note) => definition(note, notes)),
    ],
  };
  return toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), frontmatterToMarkdown(['yaml'])],
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
  });
}

/**
 * `title`, `author`, `date` and `lang`, as Pandoc reads them, and `addressee`, `reference` and `classification`, which its
 * templates can be told of; what is empty is left out.
 */
function frontMatter({ settings, banner }: ExportDocument): RootContent {
  const { title, author, addressee = '', date, reference = '', language } = settings;
  const fields = {
    title: title.trim() === '' ? labelsFor(language).untitled : title,
    ...(author.trim() === '' ? {} : { author }),
    ...(addressee.trim() === '' ? {} : { addressee }),
    ...(date === null ? {} : { date }),
    ...(reference.trim() === '' ? {} : { reference }),
    ...(banner === null ? {} : { classification: banner.text }),
    lang: language,
  };
  // A folded title would be hard to read for people and for simple readers of front matter.
  return { type: 'yaml', value: stringify(fields, { lineWidth: 0 }).trimEnd() };
}

/** The highest rank of heading in the brief. */
function topLevel(blocks: Block[]): 1 | 2 | 3 | 4 | 5 | 6 {
  const levels = blocks.filter((block) => block.type === 'heading').map((heading) => heading.level);
  return levels.length === 0 ? 2 : levels.reduce((top, level) => (level < top ? level : top));
}

function definition(
  { number, content, evidence }: Notes['definitions'][number],
  notes: Notes,
): FootnoteDefinition {
  const children =
    'type' in content
      ? writeBlocks(content.children, notes)
      : [paragraph([...richPhrasing(content), ...phrasing(evidence, notes)])];
  return { type: 'footnoteDefinition', identifier: String(number), children };
}

function paragraph(children: Paragraph['children']): Paragraph {
  return { type: 'paragraph', children };
}
