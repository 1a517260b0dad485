/** Putting a table into the text. Only inside an update. */
import { $createTableNode, type TableNode } from '@lexical/table';
import { $insertNodeToNearestRoot } from '@lexical/utils';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
} from 'lexical';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $emptyCell, $rowOf } from './cells.ts';
import { $currentTable } from './grid.ts';
import { headerState } from './headers.ts';
import { MAX_COLUMNS } from './columns.ts';

const MAX_ROWS = 500;

/** A table in place of the caret's empty paragraph, or behind it; the first row is a header. None inside a table. */
export function $insertTable(rows: number, columns: number): void {
  if ($currentTable() !== null) return;
  const width = Math.min(Math.max(columns, 1), MAX_COLUMNS);
  const table = $createTableNode().append(
    ...Array.from({ length: Math.min(Math.max(rows, 1), MAX_ROWS) }, (_row, y) =>
      $rowOf(Array.from({ length: width }, () => $emptyCell(headerState(y === 0, false)))),
    ),
  );
  $placeTable(table);
  table.getFirstDescendant()?.selectStart();
}

/** With a paragraph behind it where the text would end with it. */
export function $placeTable(table: TableNode): void {
  const selection = $getSelection();
  const block = $isRangeSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), (node) => $isRootOrShadowRoot(node.getParent()))
    : null;
  if ($isParagraphNode(block) && block.isEmpty()) block.replace(table);
  else {
    $insertNodeToNearestRoot(table);
    // A caret at a block's beginning leaves an empty one before the table.
    const before = table.getPreviousSibling();
    if (block !== null && before?.is(block) === true && $isParagraphNode(before) && before.isEmpty())
      before.remove();
  }
  const next = table.getNextSibling();
  if (next === null || $isFootnotesNode(next)) table.insertAfter($createParagraphNode());
}
