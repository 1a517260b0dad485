/** Making and emptying cells. Only inside an update. */
import {
  $createTableCellNode,
  $createTableRowNode,
  type TableCellNode,
  type TableRowNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  type LexicalNode,
} from 'lexical';

/** An empty cell, aligned as `like` is. */
export function $emptyCell(headerState: number, like?: TableCellNode | null): TableCellNode {
  const cell = $createTableCellNode(headerState).append($createParagraphNode());
  if (like !== undefined && like !== null) cell.setFormat(like.getFormatType());
  return cell;
}

export function $rowOf(cells: TableCellNode[]): TableRowNode {
  return $createTableRowNode().append(...cells);
}

function $isEmptyCell(cell: TableCellNode): boolean {
  return cell.getChildren().every((child) => $isParagraphNode(child) && child.isEmpty());
}

export function $emptyTheCell(cell: TableCellNode): void {
  if (!$isEmptyCell(cell) || cell.getChildrenSize() !== 1) $fillCell(cell, []);
}

/** Puts blocks in place of what is in a cell; loose text becomes a paragraph. */
export function $fillCell(cell: TableCellNode, content: LexicalNode[]): void {
  const before = cell.getChildren();
  const blocks: LexicalNode[] = [];
  let run: LexicalNode[] = [];
  const endRun = (): void => {
    if (run.length > 0) blocks.push($createParagraphNode().append(...run));
    run = [];
  };
  for (const node of content) {
    const isBlock = ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline();
    if (!isBlock) run.push(node);
    else {
      endRun();
      blocks.push(node);
    }
  }
  endRun();
  cell.append(...(blocks.length === 0 ? [$createParagraphNode()] : blocks));
  for (const child of before) child.remove();
}

/** Selects what is in a cell, as Tab does; the caret where it is empty. */
export function $selectContent(cell: TableCellNode): void {
  const range = cell.selectStart();
  if ($isEmptyCell(cell)) return;
  const { key, offset, type } = range.anchor;
  cell.selectEnd().anchor.set(key, offset, type);
}
