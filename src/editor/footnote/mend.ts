/**
 * Keeps marks and notes together: a mark has one note and a note one mark, notes stand in the order of their
 * marks, and the note of a mark that was deleted goes with it, in the same step of undo.
 */
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $copyTree } from './copy.ts';
import {
  $createFootnoteNode,
  $createFootnotesNode,
  $isFootnoteNode,
  $isFootnotesNode,
  type FootnoteNode,
} from './FootnoteNode.ts';
import { newId } from './id.ts';
import { $marks } from './section.ts';

/** Marks as they were when they were drawn last: their ids by their keys. */
export type KnownMarks = ReadonlyMap<NodeKey, string>;

/** Whether a mark that was there is gone, or the section is not where it belongs. Cheap: asked at every key. */
export function $needsMending(known: KnownMarks): boolean {
  for (const key of known.keys()) if ($getNodeByKey(key)?.isAttached() !== true) return true;
  return known.size > 0 && !$isFootnotesNode($getRoot().getLastChild());
}

/** Only inside an update. */
export function $mendFootnotes(known: KnownMarks): void {
  const root = $getRoot();
  const sections = root.getChildren().filter($isFootnotesNode);
  const present = sections.flatMap((section) => section.getChildren());
  const byId = new Map<string, FootnoteNode>();
  for (const note of present)
    if ($isFootnoteNode(note) && !byId.has(note.getId())) byId.set(note.getId(), note);

  const wanted: FootnoteNode[] = [];
  const taken = new Set<string>();
  for (const mark of $marks()) {
    const id = mark.getId();
    const note = byId.get(id);
    if (taken.has(id) || id === '') {
      const copy = $createFootnoteNode(newId(), note?.getChildren().map($copyTree));
      mark.setId(copy.getId());
      wanted.push(copy);
    } else {
      wanted.push(note ?? $createFootnoteNode(id));
      taken.add(id);
    }
  }
  // A note whose mark never was in this window may be all that is left of it: it stays.
  const gone = new Set([...known.values()].filter((id) => !taken.has(id)));
  const kept = present.filter(
    (note) =>
      !(
        $isFootnoteNode(note) &&
        (gone.has(note.getId()) || (taken.has(note.getId()) && byId.get(note.getId()) === note))
      ),
  );
  const children = [...wanted, ...kept];

  const [first, ...others] = sections;
  for (const section of others) section.remove();
  if (children.length === 0) {
    first?.remove();
  } else {
    const section = first ?? $createFootnotesNode();
    if (!section.is(root.getLastChild())) root.append(section);
    $arrange(section, children);
  }
  const body = root.getFirstChild();
  if (body === null || $isFootnotesNode(body)) {
    const paragraph = $createParagraphNode();
    if (body === null) root.append(paragraph);
    else body.insertBefore(paragraph);
    paragraph.select();
  }
}

/** Gives an element these children and no others; those that are in their places are not touched. */
function $arrange(element: ElementNode, children: LexicalNode[]): void {
  const wanted = new Set(children.map((child) => child.getKey()));
  for (const child of element.getChildren())
    if (!wanted.has(child.getKey()) && element.getChildrenSize() > 1) child.remove();
  let at = element.getFirstChild();
  for (const child of children) {
    if (child.is(at)) at = child.getNextSibling();
    else if (at === null) element.append(child);
    else at.insertBefore(child);
  }
  for (const child of element.getChildren()) if (!wanted.has(child.getKey())) child.remove();
}
