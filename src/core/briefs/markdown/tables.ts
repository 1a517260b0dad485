/** Tables of a Markdown file as they are stored: rectangles of cells. */
import type { PhrasingContent, Table } from 'mdast';
import type { StoredNode } from '#domain/document/stored.ts';
import { paragraph } from './blocks.ts';
import { element, paragraphOf } from './nodes.ts';
import type { Reading } from './reading.ts';

export type Side = 'left' | 'center' | 'right' | null;

export interface ReadCell {
  header: boolean;
  align: Side;
  colSpan?: number;
  rowSpan?: number;
  children: StoredNode[];
}

export function tableOf(rows: readonly ReadCell[][]): StoredNode {
  return element(
    'table',
    rows.map((cells) => element('tablerow', cells.map(cellOf))),
  );
}

function cellOf({ header, align, colSpan = 1, rowSpan = 1, children }: ReadCell): StoredNode {
  return {
    ...element('tablecell', children.length === 0 ? [paragraphOf([])] : children, {
      backgroundColor: null,
      headerState: header ? 1 : 0,
      colSpan,
      rowSpan,
    }),
    format: align ?? '',
  };
}

/** The first row heads a table of pipes; one without words is there because it has to be. */
export function pipeTable({ align = [], children }: Table, reading: Reading): StoredNode {
  const columns = Math.max(...children.map((row) => row.children.length));
  const rows = children.map((row, y) =>
    Array.from({ length: columns }, (_column, x): ReadCell => {
      const inside = row.children[x]?.children ?? [];
      return { header: y === 0, align: align?.[x] ?? null, children: linesOf(inside, reading) };
    }),
  );
  const [head, ...body] = rows;
  const isNamed = head!.some((cell) => cell.children.length > 0);
  return tableOf(isNamed || body.length === 0 ? rows : body);
}

/** The lines of a cell, each a block. */
function linesOf(nodes: readonly PhrasingContent[], reading: Reading): StoredNode[] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes)
    if (node.type === 'html' && /^<br\s*\/?>$/iu.test(node.value)) lines.push([]);
    else lines.at(-1)!.push(node);
  const read: StoredNode[] = [];
  for (const line of lines)
    if (line.length > 0) read.push(...paragraph(line, read.at(-1)?.type, undefined, reading));
  return read;
}
