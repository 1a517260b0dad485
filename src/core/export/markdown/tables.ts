/** Tables: of GFM, and what stands for them in CommonMark and Pandoc. */
import type { BlockContent, PhrasingContent, TableCell, TableContent } from 'mdast';
import type { Block, Inline, Table } from '#domain/document/ast.ts';
import { columnAlignments, tableGrid, type TableGrid } from '../tableGrid.ts';
import { BOXES } from './boxes.ts';
import { citationByKey } from './byKey.ts';
import { type Notes, calloutHead, captionPhrasing, picturePhrasing } from './blocks.ts';
import { writeGridTable } from './gridTable.ts';
import { writeHtmlTable } from './htmlTable.ts';
import { citationPhrasing, html, parted, phrasing } from './inlines.ts';

export function writeTable(table: Table, notes: Notes): BlockContent[] {
  const grid = tableGrid(table);
  if (grid.columns === 0) return [];
  if (notes.flavour === 'commonmark') return writeHtmlTable(grid, notes);
  if (notes.flavour === 'pandoc' && !grid.cells.every(({ cell }) => isOneLine(cell.children)))
    return writeGridTable(grid, notes);
  return writePipeTable(grid, notes);
}

/** A line of words without a pipe in code, which Pandoc cannot escape: all that a cell between pipes can hold. */
function isOneLine(blocks: Block[]): boolean {
  const [first, ...others] = blocks.filter((block) => !isEmpty(block));
  if (first === undefined) return true;
  if (others.length > 0 || first.type !== 'paragraph') return false;
  return parted(first.children).every(fitsPipes);
}

function fitsPipes(inline: Inline): boolean {
  if (inline.type === 'link') return inline.children.every(fitsPipes);
  if (inline.type === 'text') return !(inline.marks.includes('code') && inline.text.includes('|'));
  return inline.type !== 'break';
}

/** Nothing is written of it. */
function isEmpty(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return parted(block.children).length === 0;
    case 'quote':
      return block.source === null && block.children.every(isEmpty);
    case 'list':
      return !block.ordered && block.items.every((item) => item.children.every(isEmpty));
    default:
      return false;
  }
}

/** Pipe tables begin with a row of headers: an empty one where the table has none. */
function writePipeTable(grid: TableGrid, notes: Notes): BlockContent[] {
  const rows = Array.from({ length: grid.rows }, () =>
    Array.from({ length: grid.columns }, (): TableCell => ({ type: 'tableCell', children: [] })),
  );
  for (const { x, y, cell } of grid.cells) rows[y]![x]!.children = cellPhrasing(cell.children, notes);
  const head = Array.from({ length: grid.columns }, (): TableCell => ({ type: 'tableCell', children: [] }));
  const children = (grid.headRows === 0 ? [head, ...rows] : rows).map((cells): TableContent => ({
    type: 'tableRow',
    children: cells,
  }));
  return [{ type: 'table', align: columnAlignments(grid), children }];
}

/** A cell holds one line: blocks are written as lines parted by `<br>`. */
function cellPhrasing(blocks: Block[], notes: Notes): PhrasingContent[] {
  const lines = blocks
    .flatMap((block) => cellLines(block, notes))
    .map(trimmed)
    .filter((line) => line.length > 0);
  const phrases: PhrasingContent[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) phrases.push(html('<br>'));
    phrases.push(...line);
  }
  return phrases;
}

/** Without the white space at the ends of its lines, which Markdown takes from a cell. */
function trimmed(line: PhrasingContent[]): PhrasingContent[] {
  const isEnd = (node: PhrasingContent | undefined): boolean =>
    node === undefined || (node.type === 'html' && node.value === '<br>');
  for (const [index, node] of line.entries()) {
    if (node.type !== 'text') continue;
    if (isEnd(line[index - 1])) node.value = node.value.replace(/^[ \t]+/u, '');
    if (isEnd(line[index + 1])) node.value = node.value.replace(/[ \t]+$/u, '');
  }
  const kept = line.filter((node) => node.type !== 'text' || node.value !== '');
  // No line without words.
  return kept.filter(
    (node, index) => !isEnd(node) || (!isEnd(kept[index - 1]) && kept[index + 1] !== undefined),
  );
}

function cellLines(block: Block, notes: Notes): PhrasingContent[][] {
  switch (block.type) {
    case 'paragraph':
      return [phrasing(block.children, notes, html('<br>'))];
    case 'heading':
      return [[{ type: 'strong', children: phrasing(block.children, notes, html('<br>')) }]];
    case 'list':
      return block.items.flatMap((item, index) => {
        const [first = [], ...rest] = item.children.flatMap((child) => cellLines(child, notes));
        const box = item.checked === null ? '' : `${BOXES[`${item.checked}`]} `;
        const marker = box !== '' ? box : block.ordered ? `${block.start + index}. ` : '• ';
        return [[{ type: 'text', value: marker } as const, ...first], ...rest];
      });
    case 'quote': {
      const lines = block.children.flatMap((child) => cellLines(child, notes));
      if (block.source !== null)
        lines.push(citationByKey(block.source, notes) ?? citationPhrasing(block.source, notes));
      return lines;
    }
    case 'callout':
      return [
        calloutHead(block, notes).children,
        ...block.children.flatMap((child) => cellLines(child, notes)),
      ];
    case 'picture':
      return [picturePhrasing(block, notes)];
    case 'caption':
      return [captionPhrasing(block, notes)];
    case 'table':
      return tableGrid(block).cells.flatMap(({ cell }) =>
        cell.children.flatMap((child) => cellLines(child, notes)),
      );
    case 'bibliography':
    case 'pageBreak':
      return [];
    case 'code':
      return block.text.split('\n').map((line) => (line === '' ? [] : [{ type: 'inlineCode', value: line }]));
    case 'rule':
  }
  return [];
}
