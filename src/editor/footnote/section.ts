/** Finds footnotes in the document. Only inside a read or an update. */
import { $getRoot, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import { $isFootnoteMarkNode, type FootnoteMarkNode } from './FootnoteMarkNode.ts';
import { $isFootnoteNode, $isFootnotesNode, type FootnoteNode, type FootnotesNode } from './FootnoteNode.ts';

/** The section of notes; null where the document has none. */
export function $footnotes(): FootnotesNode | null {
  const last = $getRoot().getLastChild();
  if ($isFootnotesNode(last)) return last;
  return $getRoot().getChildren().find($isFootnotesNode) ?? null;
}

function $notes(): FootnoteNode[] {
  return $footnotes()?.getChildren().filter($isFootnoteNode) ?? [];
}

export function $noteWithId(id: string): FootnoteNode | null {
  return $notes().find((note) => note.getId() === id) ?? null;
}

/** All marks in the order of the document. */
export function $marks(): FootnoteMarkNode[] {
  const found: FootnoteMarkNode[] = [];
  for (const block of $getRoot().getChildren()) if (!$isFootnotesNode(block)) $collectMarks(block, found);
  return found;
}

export function $collectMarks(node: LexicalNode, into: FootnoteMarkNode[]): void {
  if ($isFootnoteMarkNode(node)) into.push(node);
  else if ($isElementNode(node))
    for (let child = node.getFirstChild(); child !== null; child = child.getNextSibling())
      $collectMarks(child, into);
}

export function $markWithId(id: string): FootnoteMarkNode | null {
  return $marks().find((mark) => mark.getId() === id) ?? null;
}

/** The note that a node stands in. */
export function $enclosingNote(node: LexicalNode): FootnoteNode | null {
  for (let parent: LexicalNode | null = node; parent !== null; parent = parent.getParent())
    if ($isFootnoteNode(parent)) return parent;
  return null;
}

/** The last block of the document's own text. */
export function $lastBodyBlock(): LexicalNode | null {
  const last = $getRoot().getLastChild();
  return $isFootnotesNode(last) ? last.getPreviousSibling() : last;
}

/** Whether nothing stands in an element but one empty paragraph. */
export function $isBlank(element: ElementNode): boolean {
  const first = element.getFirstChild();
  return element.getChildrenSize() === 1 && $isElementNode(first) && first.isEmpty();
}
