/** Footnotes of a Markdown file as they are stored: marks, and words in a section of their own. */
import { MARK_TYPE, NOTE_TYPE, SECTION_TYPE } from '#domain/document/footnotes.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { blocks } from './blocks.ts';
import { append, element, paragraphOf, textOf, wordsOf } from './nodes.ts';
import type { Reading } from './reading.ts';

export function noteMark(identifier: string, reading: Reading): StoredNode[] {
  const words = reading.noteWords.get(identifier) ?? [];
  if (reading.inNote) {
    reading.warnings.add(`The note “${identifier}” stands in another note: its words are put in brackets.`);
    const inside = blocks(words, { ...reading, noteWords: new Map() });
    return [textOf(` [${inside.map((block) => wordsOf([block])).join(' ')}]`)];
  }
  const id = String(reading.notes.length + 1);
  const node = element(NOTE_TYPE, [], { id });
  reading.notes.push({ identifier, node });
  const children = blocks(words, { ...reading, inNote: true });
  node.children = children.length === 0 ? [paragraphOf([])] : children;
  return [{ type: MARK_TYPE, version: 1, id }];
}

/** The section behind the text, and before it the words of notes that have no mark. */
export function noteSection(reading: Reading): StoredNode[] {
  const marked = new Set(reading.notes.map(({ identifier }) => identifier));
  const lost: StoredNode[] = [];
  for (const [identifier, words] of reading.noteWords) {
    if (marked.has(identifier)) continue;
    reading.warnings.add(`The note “${identifier}” has no mark in the text: its words stand at the end.`);
    const found = blocks(words, { ...reading, inNote: true });
    const [first] = found;
    const label = textOf(`[${identifier}] `);
    if (first?.type !== 'paragraph') lost.push(paragraphOf([label]), ...found);
    else {
      const children = [label];
      append(children, first.children ?? []);
      lost.push({ ...first, children }, ...found.slice(1));
    }
  }
  const section = reading.notes.map(({ node }) => node);
  return [...lost, ...(section.length === 0 ? [] : [element(SECTION_TYPE, section)])];
}
