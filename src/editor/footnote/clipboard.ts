/** What is copied takes the notes of its marks along, and what is pasted brings them in. */
import { SECTION_TYPE } from '#domain/document/footnotes.ts';
import { GetClipboardDataExtension } from '@lexical/clipboard';
import {
  $getRoot,
  $isElementNode,
  type BaseSelection,
  configExtension,
  type LexicalNode,
  type SerializedLexicalNode,
} from 'lexical';
import { $isFootnoteMarkNode, type FootnoteMarkNode } from './FootnoteMarkNode.ts';
import {
  $createFootnotesNode,
  $isFootnoteNode,
  $isFootnotesNode,
  type FootnoteNode,
} from './FootnoteNode.ts';
import { newId } from './id.ts';
import { $collectMarks, $footnotes, $noteWithId } from './section.ts';

type Serialized = SerializedLexicalNode & { children?: Serialized[] };

export const FootnoteClipboardExtension = configExtension(GetClipboardDataExtension, {
  $exportMimeType: {
    'application/x-lexical-editor': [
      (selection, $next) => {
        const json = $next();
        const notes = $selectedNotes(selection);
        if (json === null || notes.length === 0) return json;
        const payload = JSON.parse(json) as { nodes: Serialized[] };
        const section = { type: SECTION_TYPE, version: 1, children: notes.map($serialised) };
        return JSON.stringify({ ...payload, nodes: [...payload.nodes, section] });
      },
    ],
  },
});

/**
 * Takes the notes out of what is about to be pasted and puts them into the document, under ids of their own. Only
 * inside an update; what is left of `nodes` is for the caller to insert.
 */
export function $takePastedNotes(nodes: LexicalNode[]): void {
  const pasted = new Map<string, FootnoteNode>();
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (!$isFootnotesNode(node)) continue;
    nodes.splice(index, 1);
    for (const note of node.getChildren()) if ($isFootnoteNode(note)) pasted.set(note.getId(), note);
  }
  if (pasted.size === 0) return;
  const marks: FootnoteMarkNode[] = [];
  for (const node of nodes) $collectMarks(node, marks);
  const section = $footnotes() ?? $createFootnotesNode();
  for (const mark of marks) {
    const note = pasted.get(mark.getId());
    if (note === undefined) continue;
    pasted.delete(mark.getId());
    const id = newId();
    mark.setId(id);
    section.append(note.setId(id));
  }
  if (!section.isAttached() && !section.isEmpty()) $getRoot().append(section);
}

function $selectedNotes(selection: BaseSelection | null): FootnoteNode[] {
  if (selection === null) return [];
  return selection
    .getNodes()
    .filter($isFootnoteMarkNode)
    .flatMap((mark) => $noteWithId(mark.getId()) ?? []);
}

function $serialised(node: LexicalNode): Serialized {
  const json: Serialized = node.exportJSON();
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($serialised) } : json;
}
