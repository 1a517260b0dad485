/** What is pasted into tables, and tables that are pasted. Only inside an update. */
import { $createTableNode, $isTableNode, $isTableSelection, type TableNode } from '@lexical/table';
import { $dfs } from '@lexical/utils';
import {
  $createParagraphNode,
  $createTextNode,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';
import { $enclosingNote } from '../../footnote/section.ts';
import { $enclosingSnippet } from '../../snippet/SnippetExtension.ts';
import { isNumberColumn } from '../align.ts';
import { $emptyCell, $fillCell, $rowOf } from '../cells.ts';
import { $areaCells, $cellAt, $cellsOf, $selectedArea } from '../grid.ts';
import { headerState } from '../headers.ts';
import { $placeTable } from '../insert.ts';
import { isNumber } from '../numbers.ts';
import { $setColumnShares } from '../widths.ts';
import { $fillTable } from './fill.ts';

/** Whether the nodes are in the text now. */
export function $pasteNodes(nodes: LexicalNode[], selection: BaseSelection): boolean {
  for (const table of nodes.flatMap((node) => $dfs(node).map((entry) => entry.node)).filter($isTableNode))
    $setColumnShares(table, table.getColWidths() ?? null);
  const written = nodes.filter((node) => !isBlank(node));
  const [first] = written;
  const table = written.length === 1 && $isTableNode(first) ? first : null;
  const area = $selectedArea(selection);
  const [anchor] = selection.getStartEndPoints() ?? [];
  // As in a cell, a note holds no table.
  const isInNote = anchor !== undefined && $enclosingNote(anchor.getNode()) !== null;
  if (table !== null && $isOneCell(table) && !$isTableSelection(selection))
    return $pasteContent(table, selection);
  if (area !== null && table !== null) $fillTable(area, table);
  else if (area !== null && $isTableSelection(selection)) {
    const [cell, ...others] = $areaCells(area);
    if (cell === undefined) return false;
    for (const other of others) $fillCell(other, []);
    $fillCell(cell, written.flatMap($linesOf));
    cell.selectEnd();
  } else if ((area !== null || isInNote) && written.some($isTableNode) && $isRangeSelection(selection))
    selection.insertNodes(nodes.flatMap($linesOf));
  else if (area === null && table !== null && $isRangeSelection(selection)) {
    if ($enclosingSnippet(selection.anchor.getNode()) !== null) return false;
    if (!selection.isCollapsed()) selection.removeText();
    $placeTable(table);
    const next = table.getNextSibling();
    if ($isElementNode(next)) next.selectStart();
    else table.selectNext();
  } else return false;
  return true;
}

/** Texts in rows, those of columns of numbers to the right; the first row is a header where it names such columns. */
export function $tableOfTexts(rows: readonly (readonly string[])[]): TableNode {
  const [first = [], ...others] = rows;
  const isNumeric = first.map((_text, x) => isNumberColumn(others.map((row) => row[x]?.trim() ?? '')));
  const hasHeader =
    isNumeric.includes(true) && first.every((text) => text.trim() !== '') && !first.some(isNumber);
  return $createTableNode().append(
    ...rows.map((row, y) =>
      $rowOf(
        row.map((text, x) => {
          const cell = $emptyCell(headerState(hasHeader && y === 0, false));
          if (isNumeric[x] === true) cell.setFormat('right');
          if (text.trim() !== '') $fillCell(cell, text.split('\n').map($paragraphOf));
          return cell;
        }),
      ),
    ),
  );
}

function $paragraphOf(text: string): LexicalNode {
  return $createParagraphNode().append($createTextNode(text.replaceAll('\t', ' ')));
}

/** A single cell is text. */
function $pasteContent(table: TableNode, selection: BaseSelection): boolean {
  const blocks = $cellAt(table, 0, 0)?.getChildren() ?? [];
  const [only] = blocks;
  selection.insertNodes(blocks.length === 1 && $isParagraphNode(only) ? only.getChildren() : blocks);
  return true;
}

function $isOneCell(table: TableNode): boolean {
  return table.getChildrenSize() === 1 && table.getColumnCount() === 1;
}

/** Of a table a paragraph for each row, its cells parted by a stroke; more blocks where a cell holds more. */
function $linesOf(node: LexicalNode): LexicalNode[] {
  if (!$isTableNode(node)) return [node];
  return $cellsOf(node).flatMap((row) => {
    const contents = row.map((cell) => cell.getChildren());
    if (!contents.every((blocks) => blocks.length === 1 && $isParagraphNode(blocks[0])))
      return contents.flat().flatMap($linesOf);
    const line = $createParagraphNode();
    for (const [paragraph] of contents) {
      if (!$isParagraphNode(paragraph) || paragraph.isEmpty()) continue;
      if (!line.isEmpty()) line.append($createTextNode(' | '));
      line.append(...paragraph.getChildren());
    }
    return [line];
  });
}

function isBlank(node: LexicalNode): boolean {
  if ($isTextNode(node)) return node.getTextContent().trim() === '' && node.isSimpleText();
  return $isParagraphNode(node) && node.getChildren().every(isBlank);
}
