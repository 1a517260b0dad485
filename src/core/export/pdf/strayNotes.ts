/**
 * Keeps notes on the page of their marks. Typst does so for a mark in a paragraph of the page, not for one in
 * a list, a table or a quote that breaks across pages (typst/typst issues 5603, 6268 and 8792): there a break
 * goes before the item, row or paragraph whose note strayed. It is one of the column, which in one column is that of
 * the page: a page break would part the pages in two runs, and Typst would set all behind it anew.
 */
import { namesIn } from './targets.ts';
import type { TypstBlock, TypstInline } from './typstData.ts';
import type { TypstTable } from './typstTable.ts';

/** Where a note's mark stands. */
export interface NotePlace {
  /** Index among the blocks of the page. */
  block: number;
  /** Index of the item, row or paragraph in that block; null where the block is a paragraph or a heading. */
  part: number | null;
}

/**
 * `body` with the next remedy for one of the stray notes (by their indexes): a break before the part that its mark is in,
 * and where that did not help, no heads. Null where nothing is left to be tried. `tried` are the notes of earlier calls;
 * those that are tried now are added.
 */
export function broughtBack(
  body: TypstBlock[],
  strays: readonly number[],
  tried: Set<number>,
): TypstBlock[] | null {
  const places = notePlaces(body);
  for (const stray of strays) {
    const place = places[stray]!;
    const isKnown = places.some(
      ({ block, part }, index) => tried.has(index) && block === place.block && part === place.part,
    );
    tried.add(stray);
    const next = isKnown ? withoutHeads(body, place) : breakBefore(body, place);
    if (next !== null) return next;
  }
  return null;
}

/** The places of the marks in the order in which they are numbered. */
export function notePlaces(body: TypstBlock[]): NotePlace[] {
  return body.flatMap((node, block): NotePlace[] => {
    if (node.t === 'h' || node.t === 'p') return repeat({ block, part: null }, notesIn(node.c));
    return partsOf(node).flatMap(([part, notes]) => repeat({ block, part }, notes));
  });
}

/** `body` with a break before the part at `place`; a heading right above goes with it. */
export function breakBefore(body: TypstBlock[], { block, part }: NotePlace): TypstBlock[] {
  const node = body[block]!;
  const halves = part === null ? null : split(node, part);
  if (halves !== null)
    return [...body.slice(0, block), halves[0], { t: 'cb' }, halves[1], ...body.slice(block + 1)];
  let start = block;
  while (start > 0 && body[start - 1]!.t === 'h') start -= 1;
  return [...body.slice(0, start), { t: 'cb' }, ...body.slice(start)];
}

/**
 * `body` with the tables of the block at `place` without heads; null where they have none. Typst parts no head, also one
 * that fits no page: its notes stray then, and its tags can break the PDF.
 */
function withoutHeads(body: TypstBlock[], { block }: NotePlace): TypstBlock[] | null {
  let changed = false;
  const visit = (data: unknown): unknown => {
    if (typeof data !== 'object' || data === null) return data;
    if (Array.isArray(data)) return data.map(visit);
    const members = Object.entries(data).map(([name, value]) => [name, visit(value)] as const);
    const copy = Object.fromEntries(members) as Record<string, unknown>;
    if (copy['t'] !== 'table' || copy['head'] === 0) return copy;
    changed = true;
    return { ...copy, head: 0 };
  };
  const loose = visit(body[block]) as TypstBlock;
  return changed ? body.with(block, loose) : null;
}

/** The number of notes in each part of a block. */
function partsOf(node: TypstBlock): [part: number, notes: number][] {
  if (node.t === 'ul' || node.t === 'ol') return node.items.map((item, index) => [index, notesInAll(item.b)]);
  if (node.t === 'q' || node.t === 'co') return node.b.map((inner, index) => [index, notesInAll([inner])]);
  if (node.t === 'fig') {
    const caption: [number, number] = [0, notesIn(node.c)];
    const parts = partsOf(node.b[0]);
    return node.side === 'above' ? [caption, ...parts] : [...parts, caption];
  }
  return node.t === 'table' ? node.cells.map((cell) => [cell.y, notesInAll(cell.b)]) : [];
}

function notesInAll(blocks: TypstBlock[]): number {
  return notePlaces(blocks).length;
}

function notesIn(inlines: TypstInline[]): number {
  return inlines.reduce((sum, node) => {
    if (node.t === 'n') return sum + 1;
    return node.t === 'a' || node.t === 'ref' || node.t === 'd' ? sum + notesIn(node.c) : sum;
  }, 0);
}

/** The block in two, the second of which begins with `part`; null where it has to go as a whole. */
function split(node: TypstBlock, part: number): [TypstBlock, TypstBlock] | null {
  if (part === 0) return null;
  if (node.t === 'ul')
    return [
      { ...node, items: node.items.slice(0, part) },
      { ...node, items: node.items.slice(part) },
    ];
  if (node.t === 'ol')
    return [
      { ...node, items: node.items.slice(0, part) },
      { ...node, start: node.start + part, items: node.items.slice(part) },
    ];
  if (node.t === 'co')
    return [
      { ...node, b: node.b.slice(0, part) },
      { ...node, label: '', side: '', b: node.b.slice(part) },
    ];
  if (node.t === 'q')
    return [
      { ...node, b: node.b.slice(0, part) },
      { ...node, b: node.b.slice(part) },
    ];
  if (node.t === 'fig') {
    const halves = split(node.b[0], part) as [TypstTable, TypstTable] | null;
    if (halves === null) return null;
    // The caption stays with the half that it stands beside.
    const [first, second] = halves;
    return node.side === 'above' ? [{ ...node, b: [first] }, second] : [first, { ...node, b: [second] }];
  }
  return node.t === 'table' ? splitTable(node, part) : null;
}

/** Above a row that no cell reaches into; the head is repeated, unless its notes or names would be too. */
function splitTable(table: TypstTable, row: number): [TypstTable, TypstTable] | null {
  const { head, cells } = table;
  const headCells = cells.filter((cell) => cell.y < head);
  if (headCells.some((cell) => notesInAll(cell.b) > 0) || namesIn(headCells).length > 0) return null;
  let y = row;
  while (y > head && cells.some((cell) => cell.y < y && cell.y + cell.rs > y)) y -= 1;
  if (y <= head) return null;
  const rest = cells
    .filter((cell) => cell.y >= y)
    .map((cell) => Object.assign({}, cell, { y: cell.y - y + head }));
  return [
    { ...table, cells: cells.filter((cell) => cell.y < y) },
    { ...table, cells: [...headCells, ...rest] },
  ];
}

function repeat<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}
