/** Compares two tables cell by cell. */
import { align, type Aligned } from './align.ts';
import { type ComparedPart, compareTokens, partsOf, type Token, wordSet } from './words.ts';

export interface ComparedCell {
  change: 'added' | 'removed' | 'edited' | null;
  parts: ComparedPart[];
}
export interface ComparedRow {
  change: 'added' | 'removed' | null;
  cells: ComparedCell[];
}

/** Tables as their rows, each as the words of its cells. */
export function compareRows(old: Token[][][], now: Token[][][]): ComparedRow[] {
  const columns = pairCells(old[0] ?? [], now[0] ?? []);
  return align(old.map(row), now.map(row)).map(({ before, after }): ComparedRow => {
    const former = before === null ? null : old[before]!;
    const cells = after === null ? null : now[after]!;
    if (former === null) return { change: 'added', cells: cells!.map((cell) => wholeCell(cell, 'added')) };
    if (cells === null) return { change: 'removed', cells: former.map((cell) => wholeCell(cell, 'removed')) };
    const isRegular = former.length === old[0]!.length && cells.length === now[0]!.length;
    return {
      change: null,
      cells: compareCells(former, cells, isRegular ? columns : pairCells(former, cells)),
    };
  });
}

function row(cells: Token[][]) {
  const [first = []] = cells;
  return {
    key: cells.map(keyOf).join('\t'),
    words: wordSet(cells.flat().map(({ text }) => text)),
    ...(first.length > 0 && { head: keyOf(first) }),
  };
}

/** Of as many cells each belongs to the one in its place; else those are found that stayed. */
function pairCells(old: Token[][], now: Token[][]): Aligned[] {
  if (old.length === now.length) return now.map((_cell, place) => ({ before: place, after: place }));
  const alignable = (cell: Token[]) => ({ key: keyOf(cell), words: wordSet(cell.map(({ text }) => text)) });
  return align(old.map(alignable), now.map(alignable));
}

function compareCells(old: Token[][], now: Token[][], pairs: readonly Aligned[]): ComparedCell[] {
  return pairs.map(({ before, after }): ComparedCell => {
    if (before === null) return wholeCell(now[after!]!, 'added');
    if (after === null) return wholeCell(old[before]!, 'removed');
    const parts = compareTokens(old[before]!, now[after]!);
    return { change: parts.some(({ change }) => change !== null) ? 'edited' : null, parts };
  });
}

export function wholeCell(tokens: readonly Token[], change: 'added' | 'removed'): ComparedCell {
  return { change, parts: partsOf(tokens, change) };
}

function keyOf(cell: readonly Token[]): string {
  return cell.map(({ key }) => key).join('');
}
