/** What is done with pictures. Only inside an update. */
import { $isCodeNode } from '@lexical/code';
import {
  $createNodeSelection,
  $createParagraphNode,
  $getEditor,
  $getNearestNodeFromDOMNode,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
} from 'lexical';
import { $standsAt } from '../edges.ts';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $enclosingNote, $lastBodyBlock } from '../footnote/section.ts';
import { $enclosingSnippet } from '../snippet/SnippetExtension.ts';
import { $captionOf } from './captions.ts';
import { $createPictureNode, $isPictureNode, type KeptPicture, type PictureNode } from './PictureNode.ts';

/** Where pictures are to go, which stays when the caret moves on: before or behind a block. */
export interface PicturePlace {
  key: NodeKey;
  before: boolean;
}

/** The place of the caret: sentences are not parted. Null where there is no text. Also inside a read. */
export function $pictureHere(): PicturePlace | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? $lastOf(selection) : (selection?.getNodes().at(-1) ?? null);
  const block = (node === null ? null : $blockFor(node)) ?? $lastBodyBlock();
  if (block === null) return null;
  const before =
    $isRangeSelection(selection) &&
    selection.isCollapsed() &&
    $isElementNode(block) &&
    !block.isEmpty() &&
    !$isRootOrShadowRoot(block) &&
    $standsAt(selection, block, 'start');
  return { key: block.getKey(), before };
}

function $lastOf(selection: RangeSelection): LexicalNode {
  const { offset } = selection.isBackward() ? selection.anchor : selection.focus;
  const node = (selection.isBackward() ? selection.anchor : selection.focus).getNode();
  return ($isElementNode(node) ? node.getChildAtIndex(Math.max(0, offset - 1)) : null) ?? node;
}

/** Puts pictures there, or at the caret where that place is gone, and selects the last of them. */
export function $insertPictures(pictures: readonly KeptPicture[], place: PicturePlace | null): void {
  const named = place === null ? null : $getNodeByKey(place.key);
  const target = named !== null && named.isAttached() ? place : $pictureHere();
  const block = target === null ? null : $getNodeByKey(target.key);
  const nodes = pictures.map((picture) => $createPictureNode(picture));
  const last = nodes.at(-1);
  if (target === null || block === null || last === undefined) return;
  if (target.before) for (const node of nodes) block.insertBefore(node);
  else {
    const behind = $isPictureNode(block) ? ($captionOf(block) ?? block) : block;
    for (const node of nodes.toReversed()) behind.insertAfter(node);
    if ($isParagraphNode(block) && block.isEmpty()) block.remove();
  }
  $withTextBehind(last);
  $selectPicture(last);
}

/** The block beside which a picture may stand: no quote, note, list or code is parted by it. */
function $blockFor(node: LexicalNode): LexicalNode | null {
  if ($enclosingNote(node) !== null || $isFootnotesNode(node)) return $lastBodyBlock();
  const closed = $enclosingSnippet(node) ?? node;
  return $findMatchingParent(closed, (parent) => $isRootOrShadowRoot(parent.getParent()));
}

/** A picture in what may hold none goes behind that. */
export function $settlePicture(picture: PictureNode): void {
  const parent = picture.getParentOrThrow();
  if ($enclosingNote(picture) !== null) $lastBodyBlock()?.insertAfter(picture);
  else if ($enclosingSnippet(picture) !== null) $enclosingSnippet(picture)!.insertAfter(picture);
  else if (!$isRootOrShadowRoot(parent) || $isCodeNode(parent)) $blockFor(parent)?.insertAfter(picture);
}

/** The caret needs a place behind a picture that ends the text. */
function $withTextBehind(picture: PictureNode): void {
  const next = picture.getNextSibling();
  if (next === null || $isFootnotesNode(next)) picture.insertAfter($createParagraphNode());
}

export function $selectPicture(picture: PictureNode): void {
  const selection = $createNodeSelection();
  selection.add(picture.getKey());
  $setSelection(selection);
}

/** The picture that is selected on its own. Also inside a read. */
export function $selectedPicture(): PictureNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  return others.length === 0 && $isPictureNode(node) ? node : null;
}

/** Lets the nodes that name the picture `sha256` show another one. */
export function $replacePicture(sha256: string, kept: KeptPicture): void {
  for (const element of $getEditor().getRootElement()?.querySelectorAll('.picture') ?? []) {
    const picture = $getNearestNodeFromDOMNode(element);
    if ($isPictureNode(picture) && picture.getPicture().sha256 === sha256) picture.setPicture(kept);
  }
}

/** Puts the caret into the words behind a picture, of its caption where it has one. */
export function $leavePicture(picture: PictureNode): void {
  const next = picture.getNextSibling();
  if ($isElementNode(next) && !$isFootnotesNode(next)) next.selectStart();
  else $writeBehind(picture);
}

/** A new paragraph behind a picture and its caption, with the caret in it. */
export function $writeBehind(picture: PictureNode): void {
  const paragraph = $createParagraphNode();
  ($captionOf(picture) ?? picture).insertAfter(paragraph);
  paragraph.select();
}

/** Takes a picture away; the caret goes to the words before it, or behind. Its caption stays, as a paragraph. */
export function $removePicture(picture: PictureNode): void {
  const [before, behind] = [picture.getPreviousSibling(), picture.getNextSibling()];
  if ($isElementNode(behind) && !$isFootnotesNode(behind)) behind.selectStart();
  else if ($isElementNode(before)) before.selectEnd();
  else $writeBehind(picture);
  picture.remove();
}

/** The picture right before or behind the block of the caret, where the caret stands at that end of it. */
export function $pictureAtEdge(backward: boolean): { picture: PictureNode; block: ElementNode } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const block = $findMatchingParent(selection.anchor.getNode(), (node) =>
    $isRootOrShadowRoot(node.getParent()),
  );
  if (!$isElementNode(block) || !$standsAt(selection, block, backward ? 'start' : 'end')) return null;
  const picture = backward ? block.getPreviousSibling() : block.getNextSibling();
  return $isPictureNode(picture) ? { picture, block } : null;
}
