/**
 * The author's footnotes as they are stored: the mark in the text and the words in a section at the document's
 * end name each other by an id.
 */
import { type StoredNode } from './stored.ts';
import { unwrap } from './fromStoredText.ts';

/** The mark in the text; its member `id` names the note. */
export const MARK_TYPE = 'footnoteReference';
/** The words of a note; its member `id` names it. */
export const NOTE_TYPE = 'footnoteDefinition';
/** All notes of a document: a child of the root. */
export const SECTION_TYPE = 'footnotes';

/**
 * The root's children with the words of each note as children of its mark. What no mark can take stays where it
 * is: notes without a mark, with a mark inside a note, and with an id that an earlier mark has.
 */
export function notesAtMarks(blocks: StoredNode[]): StoredNode[] {
  const words = new Map<unknown, StoredNode[]>();
  const top = blocks.map(unwrap);
  for (const section of top)
    if (section.type === SECTION_TYPE)
      for (const note of (section.children ?? []).map(unwrap))
        if (note.type === NOTE_TYPE && !words.has(note['id'])) words.set(note['id'], note.children ?? []);
  if (words.size === 0) return blocks;

  const taken = new Set<StoredNode[]>();
  const place = (wrapped: StoredNode): StoredNode => {
    const node = unwrap(wrapped);
    if (node.type === MARK_TYPE) {
      const children = words.get(node['id']);
      if (children === undefined || taken.has(children)) return node;
      taken.add(children);
      return { ...node, children: withoutMarks(children) };
    }
    if (node.children === undefined || node.type === 'code') return node;
    return { ...node, children: node.children.map(place) };
  };
  const isSection = (node: StoredNode): boolean => node.type === SECTION_TYPE;
  const placed = top.map((node) => (isSection(node) ? node : place(node)));
  return placed.map((node) =>
    isSection(node)
      ? { ...node, children: (node.children ?? []).filter((note) => !taken.has(unwrap(note).children!)) }
      : node,
  );
}

function withoutMarks(nodes: StoredNode[]): StoredNode[] {
  return nodes
    .map(unwrap)
    .filter((node) => node.type !== MARK_TYPE)
    .map((node) => (node.children === undefined ? node : { ...node, children: withoutMarks(node.children) }));
}
