/** Where captions stand and may be put. Only inside a read or an update. */
import { captionNeighbour, captionPlaces, type CaptionPlace } from '#domain/document/figures.ts';
import { $findTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getEditor,
  $getSelection,
  $hasUpdateTag,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $isDeletedBlocksNode } from '../suggest/DeletedBlocksNode.ts';
import { NO_SUGGESTION_TAG, suggestingAuthor } from '../suggest/mode.ts';
import { $createCaptionNode, $isCaptionNode, type CaptionNode } from './CaptionNode.ts';
import { $isPictureNode } from './PictureNode.ts';

/** What each caption among the children of a block names. */
export function $captionPlaces(parent: ElementNode): Map<LexicalNode, CaptionPlace> {
  const children = parent.getChildren();
  const places = captionPlaces(children.map((child) => captionNeighbour(child.getType())));
  return new Map([...places].map(([index, place]) => [children[index]!, place]));
}

/** The place of a caption; null where it stands beside nothing. */
export function $placeOf(caption: CaptionNode): CaptionPlace | null {
  const neighbours = $neighbourhood(caption);
  const kinds = neighbours.map((node) => captionNeighbour(node.getType()));
  return captionPlaces(kinds).get(neighbours.indexOf(caption)) ?? null;
}

/** The pictures, tables and captions around a node, without a gap: more does not bear on what a caption names. */
function $neighbourhood(node: LexicalNode): LexicalNode[] {
  const belongs = (other: LexicalNode | null): other is LexicalNode =>
    other !== null && captionNeighbour(other.getType()) !== 'other';
  const found = [node];
  for (let other = node.getPreviousSibling(); belongs(other); other = other.getPreviousSibling())
    found.unshift(other);
  for (let other = node.getNextSibling(); belongs(other); other = other.getNextSibling()) found.push(other);
  return found;
}

/** The caption of a picture or table; null where it has none. */
export function $captionOf(block: LexicalNode): CaptionNode | null {
  for (const [caption, side] of [
    [block.getPreviousSibling(), 'above'],
    [block.getNextSibling(), 'below'],
  ] as const)
    if ($isCaptionNode(caption) && $placeOf(caption)?.side === side) return caption;
  return null;
}

/** What a caption names. */
export function $captioned(caption: CaptionNode): LexicalNode | null {
  const place = $placeOf(caption);
  if (place === null) return null;
  return place.side === 'below' ? caption.getPreviousSibling() : caption.getNextSibling();
}

/**
 * The picture or table that a caption written now is for: the one that is selected, that the caret is in, or that the
 * caret's paragraph stands right under. Null where there is none.
 */
export function $toCaption(): LexicalNode | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) return selection.getNodes().find($isPictureNode) ?? null;
  if (selection === null) return null;
  const node = selection.getNodes().at(-1);
  if (node === undefined) return null;
  const table = $findTableNode(node);
  if (table !== null) return table;
  const above = $isRangeSelection(selection) ? $paragraphAt(node)?.getPreviousSibling() : null;
  if (!above || captionNeighbour(above.getType()) === 'other' || $isCaptionNode(above)) return null;
  return $captionOf(above) === null ? above : null;
}

/**
 * Puts the caret into the caption of the picture or table at the selection, which is made where there is none: under a
 * picture, above a table. A paragraph that stands right under it becomes its caption. False where there is nothing to
 * name.
 */
export function $insertCaption(): boolean {
  const block = $toCaption();
  if (block === null) return false;
  const present = $captionOf(block);
  if (present !== null) {
    present.selectEnd();
    return true;
  }
  const paragraph = $paragraphAt($getSelection()?.getNodes().at(-1) ?? null);
  const caption = $createCaptionNode();
  if (paragraph !== null && paragraph.getPreviousSibling()?.is(block) === true) {
    paragraph.replace(caption, true);
  } else if ($isPictureNode(block)) block.insertAfter(caption);
  else block.insertBefore(caption);
  caption.selectEnd();
  return true;
}

/** A paragraph of the text itself, of a table cell or of a callout. */
function $paragraphAt(node: LexicalNode | null): ElementNode | null {
  const paragraph = node === null ? null : $findMatchingParent(node, $isParagraphNode);
  return paragraph !== null && $isRootOrShadowRoot(paragraph.getParent()) ? paragraph : null;
}

/**
 * A caption that stands beside nothing any more is a paragraph, an empty one nothing; not while what it names is only
 * suggested to go, as it would not be its caption again should that stay.
 */
export function $settleCaption(caption: CaptionNode): void {
  if ($placeOf(caption) !== null || $mayComeBack(caption)) return;
  const isAlone = caption.getParentOrThrow().getChildrenSize() === 1;
  const hasCaret =
    $getSelection()
      ?.getNodes()
      .some((node) => caption.is(node) || caption.isParentOf(node)) === true;
  if (caption.isEmpty() && !isAlone && !hasCaret) caption.remove();
  else caption.replace($createParagraphNode(), true);
}

function $mayComeBack(caption: CaptionNode): boolean {
  if ([caption.getPreviousSibling(), caption.getNextSibling()].some($isDeletedBlocksNode)) return true;
  return suggestingAuthor($getEditor()) !== null && !$hasUpdateTag(NO_SUGGESTION_TAG);
}
