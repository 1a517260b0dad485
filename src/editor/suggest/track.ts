/**
 * Turns what an update did into suggestions: compares the document before and after it, marks what came and puts
 * back, struck through, what went. So no command can get round it, and the document without its suggestions stays
 * what it was. Looks of text, kinds of blocks and settings of tables and pictures are changed at once.
 */
import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table';
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isFootnoteNode, $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $footnotes } from '../footnote/section.ts';
import { type Region, regionsOf } from './anchors.ts';
import { before, type Pass } from './pass.ts';
import { $trackRegion } from './region.ts';
import { $isTextBlock } from './units.ts';
import { $insertedMark, $setInserted } from './state.ts';
import { markBeside } from './pass.ts';

/** Only inside an update, when everything else about it is done. */
export function $track(pass: Pass): void {
  // Where blocks came or went, the root is another object than before.
  if (before(pass, $getRoot) === $getRoot()) $trackTouched(pass);
  else $trackChildren(pass, before(pass, $body), $body(), $getRoot());
  $trackNotes(pass);
}

function $body(): NodeKey[] {
  return $getRoot()
    .getChildren()
    .filter((block) => !$isFootnotesNode(block))
    .map((block) => block.getKey());
}

/** The same blocks as before: those that were touched, each with the one before it, without a look at the others. */
function $trackTouched(pass: Pass): void {
  const root = $getRoot();
  const isTouched = (node: LexicalNode | null): node is LexicalNode =>
    node !== null && pass.touched.has(node.getKey()) && !$isFootnotesNode(node);
  for (const key of pass.touched) {
    const first = $getNodeByKey(key);
    if (!isTouched(first) || !root.is(first.getParent()) || isTouched(first.getPreviousSibling())) continue;
    const keys = [first.getPreviousSibling()?.getKey() ?? []].flat();
    for (let node: LexicalNode | null = first; isTouched(node); node = node.getNextSibling())
      keys.push(node.getKey());
    $trackChildren(pass, keys, keys, root);
  }
}

/** Footnotes come and go with their marks; the words of those that stayed are looked at. */
function $trackNotes(pass: Pass): void {
  for (const note of $footnotes()?.getChildren() ?? []) {
    if (!$isFootnoteNode(note)) continue;
    const key = note.getKey();
    const mark = pass.newNotes.get(note.getId());
    const isNew = before(pass, () => $getNodeByKey(key) === null);
    if (isNew && mark !== undefined) $setInserted(note, mark);
    if (!isNew && pass.touched.has(key) && $insertedMark(note) === null) $trackInside(pass, note);
  }
}

/** False where what changed cannot be told here: then it is to be told of `holder` as a whole. */
function $trackChildren(
  pass: Pass,
  was: readonly NodeKey[],
  is: readonly NodeKey[],
  holder: ElementNode,
): boolean {
  const changed = new Set<NodeKey>();
  const regions = regionsOf(was, is, (key) => {
    const node = $getNodeByKey(key);
    if (node === null || !pass.touched.has(key)) return false;
    if ($isTextBlock(node)) return true;
    // All that stands in a block that was put in came with it.
    if (!$isElementNode(node) || $insertedMark(node) !== null || $trackInside(pass, node)) return false;
    changed.add(key);
    return true;
  });
  return regions.flatMap(apart).every((region) => $trackRegion(pass, region, holder, changed));
}

/** Where the same blocks stand in the same order, each is looked at by itself. */
function apart(region: Region): Region[] {
  if (region.before.join() !== region.now.join()) return [region];
  return region.now.map((key, index) => ({
    after: index === 0 ? region.after : region.now[index - 1]!,
    before: [key],
    now: [key],
  }));
}

function $trackInside(pass: Pass, node: ElementNode): boolean {
  if (node.getType() === 'code') return before(pass, () => $textOf(node.getKey())) === node.getTextContent();
  if ($isTableNode(node)) return $trackTable(pass, node);
  const keys = $childKeys(node);
  return $trackChildren(
    pass,
    before(pass, () => $keysIn(node.getKey())),
    keys,
    node,
  );
}

/** Rows may come; whatever else happens to the grid is told of the table as a whole. */
function $trackTable(pass: Pass, table: ElementNode): boolean {
  const was = before(pass, () => $keysIn(table.getKey()));
  const rows = table.getChildren().filter($isTableRowNode);
  if (was.some((key) => !rows.some((row) => row.getKey() === key))) return false;
  const stayed = rows.filter((row) => was.includes(row.getKey()));
  if (stayed.map((row) => row.getKey()).join() !== was.join()) return false;
  for (const row of stayed)
    if (pass.touched.has(row.getKey()) && $insertedMark(row) === null && !$trackRow(pass, row)) return false;
  const mark = markBeside(pass, rows.map($insertedMark));
  for (const row of rows) if (!stayed.includes(row)) $setInserted(row, mark);
  return true;
}

function $trackRow(pass: Pass, row: ElementNode): boolean {
  const was = before(pass, () => $keysIn(row.getKey()));
  if (was.join() !== $childKeys(row).join()) return false;
  return row
    .getChildren()
    .filter($isTableCellNode)
    .every((cell) => !pass.touched.has(cell.getKey()) || $trackInside(pass, cell));
}

function $childKeys(node: ElementNode): NodeKey[] {
  return node.getChildrenKeys();
}

function $keysIn(key: NodeKey): NodeKey[] {
  const node: LexicalNode | null = $getNodeByKey(key);
  return $isElementNode(node) ? $childKeys(node) : [];
}

function $textOf(key: NodeKey): string {
  return $getNodeByKey(key)?.getTextContent() ?? '';
}
