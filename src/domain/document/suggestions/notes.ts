/** Footnotes of a document whose changes were settled: those of marks that went go, those of marks that came back come. */
import { MARK_TYPE, NOTE_TYPE, SECTION_TYPE } from '../footnotes.ts';
import type { StoredNode } from '../stored.ts';

/** The blocks with the section of notes put right; `back` are the notes of marks that came back. */
export function notesInOrder(
  before: StoredNode[],
  settled: StoredNode[],
  back: readonly StoredNode[],
): StoredNode[] {
  const marksBefore = new Set(marksIn(before));
  const marks = [...new Set(marksIn(settled))];
  const sections = settled.filter(({ type }) => type === SECTION_TYPE);
  const present = sections.flatMap(({ children = [] }) => children);
  const known = new Map<unknown, StoredNode>();
  for (const note of [...present, ...back])
    if (note.type === NOTE_TYPE && !known.has(note['id'])) known.set(note['id'], note);
  const wanted = marks.flatMap((id) => known.get(id) ?? []);
  // What no mark named before is nobody's to remove.
  const strays = present.filter((note) => {
    const isKnown = note.type === NOTE_TYPE && known.get(note['id']) === note;
    return !isKnown || (!marks.includes(note['id']) && !marksBefore.has(note['id']));
  });
  const notes = [...wanted, ...strays];
  const body = settled.filter(({ type }) => type !== SECTION_TYPE);
  if (notes.length === 0) return body;
  const section = sections[0] ?? { type: SECTION_TYPE, version: 1, direction: null, format: '', indent: 0 };
  return [...body, { ...section, children: notes }];
}

/** The ids of footnotes' marks, in the order of the text. */
export function marksIn(nodes: readonly StoredNode[]): unknown[] {
  return nodes.flatMap((node) => {
    if (node.type === MARK_TYPE) return [node['id']];
    return node.type === SECTION_TYPE ? [] : marksIn(node.children ?? []);
  });
}
