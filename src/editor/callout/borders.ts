/** Keys at the edges of a callout. */
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type ElementNode,
  type RangeSelection,
} from 'lexical';
import { $standsAt } from '../edges.ts';
import { $enclosingCallout, $unwrapCallout } from './actions.ts';
import { $isCalloutNode, type CalloutNode } from './CalloutNode.ts';

/** Enter on an empty last line goes on behind the callout; nothing is left of one that holds no more than that. */
export function $leaveByEnter(): boolean {
  const place = $place();
  if (place === null) return false;
  const { selection, block } = place;
  const callout = block.getParent();
  if (!$isCalloutNode(callout) || !$isParagraphNode(block) || !block.isEmpty()) return false;
  if (callout.getChildrenSize() === 1) $unwrapCallout(callout);
  else if (!$standsAt(selection, callout, 'end')) return false;
  else callout.insertAfter(block);
  block.select();
  return true;
}

/** At the beginning Backspace takes the frame away; words join those across the border only where both are text. */
export function $deleteAtCalloutBorder(backward: boolean): boolean {
  const place = $place();
  if (place === null) return false;
  const { selection, block } = place;
  const callout = $enclosingCallout(block);
  if (callout !== null && $standsAt(selection, callout, backward ? 'start' : 'end'))
    return backward ? $unwrapAtStart(callout, block) : $joinNext(callout, block);
  if (!$isRootOrShadowRoot(block.getParent()) || !$standsAt(selection, block, backward ? 'start' : 'end'))
    return false;
  const neighbour = backward ? block.getPreviousSibling() : block.getNextSibling();
  if (!$isCalloutNode(neighbour)) return false;
  const beside = neighbour.getLastChild();
  if (!$isParagraphNode(block) && backward) return false;
  if (block.isEmpty()) {
    block.remove();
    if (backward) neighbour.selectEnd();
    else neighbour.selectStart();
  } else if (backward && $isParagraphNode(beside)) $join(beside, block);
  else if (backward) neighbour.selectEnd();
  else neighbour.selectStart();
  return true;
}

/** A list, a heading or a quote becomes a paragraph first. */
function $unwrapAtStart(callout: CalloutNode, block: ElementNode): boolean {
  if (!$isParagraphNode(block) || !callout.is(block.getParent())) return false;
  $unwrapCallout(callout);
  return true;
}

function $joinNext(callout: CalloutNode, block: ElementNode): boolean {
  const next = callout.getNextSibling();
  if ($isParagraphNode(next) && ($isParagraphNode(block) || next.isEmpty())) {
    if (next.isEmpty()) next.remove();
    else $join(block, next);
  }
  return true;
}

/** Puts the words of `from` behind those of `into`, with the caret between them. */
function $join(into: ElementNode, from: ElementNode): void {
  const words = from.getChildren();
  into.selectEnd();
  into.append(...words);
  from.remove();
}

function $place(): { selection: RangeSelection; block: ElementNode } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const block = $findMatchingParent(
    selection.anchor.getNode(),
    (node): node is ElementNode => $isElementNode(node) && !node.isInline(),
  );
  return block === null ? null : { selection, block };
}
