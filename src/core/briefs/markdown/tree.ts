/** What has to be known of a Markdown file before its blocks are read. */
import type { BlockContent, Definition, DefinitionContent, Heading, List, Nodes, Root } from 'mdast';
import { newBlockId } from '#domain/document/blockId.ts';
import { labelsFor } from '../../export/labels.ts';
import { placeOfSources } from './bibliography.ts';
import { headingNames, headingParts, type HeadingTarget } from './headings.ts';
import { leadingAnchor, tagOf } from './html.ts';
import { plainText } from './plainText.ts';
import type { Reading } from './reading.ts';

type NoteWords = (BlockContent | DefinitionContent)[];

export interface Found {
  definitions: Map<string, Definition>;
  noteWords: Map<string, NoteWords>;
  anchors: Set<string>;
  headings: Map<Heading, HeadingTarget>;
  headingNames: Map<string, HeadingTarget>;
  /** Addresses of pictures. */
  pictures: Set<string>;
}

/** `title` is the heading that becomes the brief's title. Takes the definitions out of the tree. */
export function findIn(
  tree: Root,
  title: Heading | null,
  reading: Pick<Reading, 'language' | 'isPandoc' | 'source'>,
): Found {
  const found: Found = {
    definitions: new Map(),
    noteWords: new Map(),
    anchors: new Set(),
    headings: new Map(),
    headingNames: new Map(),
    pictures: new Set(),
  };
  takeNoteList(tree, reading.language, found);
  const nameOf = headingNames();
  // Only blocks of the document itself are referred to, and the title and the heading of the sources are none.
  const targets = new Set<Nodes>(
    tree.children.filter(
      (node, index) => node !== title && placeOfSources(tree.children[index + 1]) === null,
    ),
  );
  look(tree, found, (heading) => {
    const { words, id, isNamed } = headingParts(heading, reading);
    const name = isNamed ? null : nameOf(words);
    if (!targets.has(heading)) return;
    const own = id?.replace(/^ref-/u, '') ?? '';
    const target = { words, anchor: own === '' ? newBlockId() : own };
    found.headings.set(heading, target);
    for (const each of [id, name])
      if (each !== null && !found.headingNames.has(each)) found.headingNames.set(each, target);
  });
  return found;
}

function look(node: Nodes, found: Found, onHeading: (heading: Heading) => void): void {
  switch (node.type) {
    case 'definition':
      if (!found.definitions.has(node.identifier)) found.definitions.set(node.identifier, node);
      found.pictures.add(node.url);
      break;
    case 'footnoteDefinition':
      if (!found.noteWords.has(node.identifier)) found.noteWords.set(node.identifier, node.children);
      break;
    case 'heading':
      onHeading(node);
      break;
    case 'image':
      found.pictures.add(node.url);
      break;
    case 'html': {
      const id = /^ref-(.+)$/u.exec(tagOf(node.value)?.attributes['id'] ?? '')?.[1];
      if (id !== undefined) found.anchors.add(id);
      break;
    }
    default:
  }
  if ('children' in node) for (const child of node.children) look(child, found, onHeading);
}

/** Where there are no footnotes, ours are a numbered list at the end, under a heading. */
function takeNoteList(tree: Root, language: string, { noteWords }: Found): void {
  const last = tree.children.at(-1);
  if (last?.type !== 'list' || last.ordered !== true) return;
  const notes = last.children.map((item) => noteOf(item));
  if (notes.length === 0 || notes.includes(null)) return;
  for (const note of notes) if (note !== null) noteWords.set(note.id, note.words);
  tree.children.pop();
  const heading = tree.children.at(-1);
  if (heading?.type === 'heading' && plainText(heading) === labelsFor(language).notes) tree.children.pop();
}

function noteOf({
  children: [first, ...rest],
}: List['children'][number]): { id: string; words: NoteWords } | null {
  if (first?.type !== 'paragraph') return null;
  const { id, rest: words } = leadingAnchor(first.children);
  const number = /^note-(\d+)$/u.exec(id ?? '')?.[1];
  if (number === undefined) return null;
  return { id: number, words: words.length === 0 ? rest : [{ ...first, children: words }, ...rest] };
}
