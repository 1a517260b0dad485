/** Notes of a Markdown file: their marks in the text, and their words at its end. */
import type { BlockContent, FootnoteDefinition, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { RichText } from '#domain/citation.ts';
import type { Footnote, Inline } from '#domain/document/ast.ts';
import { labelsFor } from '../labels.ts';
import { type Notes, writeBlocks } from './blocks.ts';
import { html, phrasing, richPhrasing } from './inlines.ts';

export interface NoteDefinition {
  number: number;
  content: RichText | Footnote;
  /** Follows the words of a citation. */
  evidence: Inline[];
}

/** The mark of a note, which is then to be defined. CommonMark has no notes: there the mark is a link to its words. */
export function noteMark(
  notes: Notes,
  printed: number,
  content: RichText | Footnote,
  evidence: Inline[] = [],
): PhrasingContent[] {
  // Pandoc counts by itself, and knows of citations in notes only as it sets them.
  const number = notes.flavour === 'pandoc' ? notes.definitions.length + 1 : printed;
  notes.definitions.push({ number, content, evidence });
  if (notes.flavour !== 'commonmark') return [{ type: 'footnoteReference', identifier: String(number) }];
  return [
    html('<sup>'),
    { type: 'link', url: `#${noteAnchor(number)}`, children: [{ type: 'text', value: String(number) }] },
    html('</sup>'),
  ];
}

/** Where the link of a note's mark leads. */
function noteAnchor(number: number): string {
  return `note-${number}`;
}

/** What stands at the end of the file: definitions, or a numbered list under a heading where there are none. */
export function writeNotes(notes: Notes): RootContent[] {
  const { definitions, flavour } = notes;
  // Notes can hold no others: none is added meanwhile.
  if (flavour !== 'commonmark')
    return definitions.map((note): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: String(note.number),
      children: wordsOf(note, notes),
    }));
  if (definitions.length === 0) return [];
  return [
    {
      type: 'heading',
      depth: notes.topLevel,
      children: [{ type: 'text', value: labelsFor(notes.language).notes }],
    },
    {
      type: 'list',
      ordered: true,
      start: definitions[0]!.number,
      spread: false,
      children: definitions.map((note) => ({
        type: 'listItem',
        spread: false,
        children: anchored(wordsOf(note, notes), noteAnchor(note.number)),
      })),
    },
  ];
}

function wordsOf({ content, evidence }: NoteDefinition, notes: Notes): BlockContent[] {
  if ('type' in content) return writeBlocks(content.children, { ...notes, inNote: true });
  return [
    { type: 'paragraph', children: [...richPhrasing(content, notes.flavour), ...phrasing(evidence, notes)] },
  ];
}

function anchored(blocks: BlockContent[], anchor: string): BlockContent[] {
  const mark = html(`<a id="${anchor}"></a>`);
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph') return [{ ...first, children: [mark, ...first.children] }, ...rest];
  const alone: Paragraph = { type: 'paragraph', children: [mark] };
  return [alone, ...blocks];
}
