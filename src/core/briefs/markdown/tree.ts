/** What has to be known of a Markdown file before its blocks are read. */
import type { BlockContent, Definition, DefinitionContent, List, Nodes, Root } from 'mdast';
import { newBlockId } from '#domain/document/blockId.ts';
import { labelsFor } from '../../export/labels.ts';
import { leadingAnchor, tagOf } from './html.ts';
import { plainText } from './plainText.ts';

type NoteWords = (BlockContent | DefinitionContent)[];

export interface Found {
  definitions: Map<string, Definition>;
  noteWords: Map<string, NoteWords>;
  anchors: Set<string>;
  headings: Map<string, { words: string; anchor: string }>;
  /** Addresses of pictures. */
  pictures: Set<string>;
}

/** Takes the definitions out of the tree. */
export function findIn(tree: Root, language: string): Found {
  const found: Found = {
    definitions: new Map(),
    noteWords: new Map(),
    anchors: new Set(),
    headings: new Map(),
    pictures: new Set(),
  };
  takeNoteList(tree, language, found);
  look(tree, found);
  return found;
}

function look(node: Nodes, found: Found): void {
  switch (node.type) {
    case 'definition':
      if (!found.definitions.has(node.identifier)) found.definitions.set(node.identifier, node);
      found.pictures.add(node.url);
      break;
    case 'footnoteDefinition':
      if (!found.noteWords.has(node.identifier)) found.noteWords.set(node.identifier, node.children);
      break;
    case 'heading': {
      const words = node.children
        .map((child) => plainText(child))
        .join('')
        .trim();
      const name = slug(words);
      if (!found.headings.has(name)) found.headings.set(name, { words, anchor: newBlockId() });
      break;
    }
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
  if ('children' in node) for (const child of node.children) look(child, found);
}

/** As GitHub names headings: https://github.com/Flet/github-slugger */
function slug(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
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
