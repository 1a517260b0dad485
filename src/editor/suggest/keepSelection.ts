/** Keeps the selection where it is while nodes are split and put between others. Only inside an update. */
import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type NodeKey,
  type PointType,
} from 'lexical';

type Place = { key: NodeKey; offset: number } | { parent: NodeKey; before: NodeKey | null };

/** Runs `$change` without a selection, and puts it back unless `$change` has set another. */
export function $keepSelection($change: () => void): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return $change();
  const anchor = $placeOf(selection.anchor);
  const focus = $placeOf(selection.focus);
  const { format, style } = selection;
  $setSelection(null);
  $change();
  if ($getSelection() !== null) return;
  const kept = $createRangeSelection();
  $putPoint(kept.anchor, anchor);
  $putPoint(kept.focus, focus);
  kept.format = format;
  kept.style = style;
  $setSelection(kept);
}

function $placeOf({ type, key, offset }: PointType): Place {
  if (type === 'text') return { key, offset };
  const node = $getNodeByKey(key);
  const child = $isElementNode(node) ? node.getChildAtIndex(offset) : null;
  return { parent: key, before: child?.getKey() ?? null };
}

function $putPoint(point: PointType, place: Place): void {
  if ('key' in place) {
    let node: LexicalNode | null = $getNodeByKey(place.key);
    let left = place.offset;
    // The parts of a text that was split follow it.
    for (let next = node; next !== null && $isTextNode(node) && left > node.getTextContentSize();) {
      next = next.getNextSibling();
      if (!$isTextNode(next)) continue;
      left -= node.getTextContentSize();
      node = next;
    }
    if ($isTextNode(node)) point.set(node.getKey(), Math.min(left, node.getTextContentSize()), 'text');
    return;
  }
  const parent = $getNodeByKey(place.parent);
  const before = place.before === null ? null : $getNodeByKey(place.before);
  if (!$isElementNode(parent)) return;
  const isInside = before !== null && parent.is(before.getParent());
  point.set(parent.getKey(), isInside ? before.getIndexWithinParent() : parent.getChildrenSize(), 'element');
}
