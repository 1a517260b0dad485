/** Selections that reach into a table. Only inside an update. */
import { $isTableNode } from '@lexical/table';
import { $getSelection, $isRangeSelection, type LexicalNode } from 'lexical';

/**
 * A selection that reaches from outside into a table is drawn over all of it, and ends in its first or last cell. What
 * replaces the selection replaces the table, as Delete does, instead of its other cells.
 */
export function $coverTables(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  const { anchor, focus } = selection;
  const [start, end] = selection.isBackward() ? [focus, anchor] : [anchor, focus];
  for (const [point, other] of [
    [start, end],
    [end, start],
  ] as const) {
    const table = $outermostTable(point.getNode(), other.getNode());
    if (table === undefined) continue;
    const place = table.getIndexWithinParent() + (point === start ? 0 : 1);
    point.set(table.getParentOrThrow().getKey(), place, 'element');
  }
}

/** The outermost table around `node` that does not hold `other`. */
function $outermostTable(node: LexicalNode, other: LexicalNode): LexicalNode | undefined {
  return node.getParents().findLast((parent) => $isTableNode(parent) && !parent.isParentOf(other));
}
