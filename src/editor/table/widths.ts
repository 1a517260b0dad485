/**
 * Widths of columns, stored in Lexical's `colWidths` as shares of the table's width that add up to 100. A table is
 * as wide as the text. Drawn as pixels they are always less than that, and the browser gives each column its share
 * of the rest: in a fixed layout, in proportion (CSS Tables 3, "Distributing excess width to columns").
 */
import type { TableNode } from '@lexical/table';

const WHOLE = 100;
/** The least share of a column; less where there are many. */
const LEAST = 4;

/** Shares of 100, as they are where nothing is stored. Only inside a read or an update. */
export function $columnShares(table: TableNode): number[] {
  const columns = table.getColumnCount();
  const stored = table.getColWidths();
  return stored?.length === columns
    ? normalShares(stored)
    : Array.from({ length: columns }, () => WHOLE / Math.max(columns, 1));
}

/** Null for columns of one width. Only inside an update. */
export function $setColumnShares(table: TableNode, shares: readonly number[] | null): void {
  const next = shares === null || areEven(shares) ? undefined : normalShares(shares);
  if (String(next) !== String(table.getColWidths())) table.setColWidths(next);
}

/** Where Lexical takes columns away and leaves their widths, or those of others: shares of the whole again. */
export function $shareWhole(table: TableNode): void {
  const widths = table.getColWidths();
  if (widths === undefined) return;
  const sum = widths.reduce((total, width) => total + width, 0);
  const isWhole = widths.length === table.getColumnCount() && Math.abs(sum - WHOLE) < 1;
  if (!isWhole) $setColumnShares(table, $columnShares(table));
}

/** Adds up to 100, to two decimals. */
export function normalShares(widths: readonly number[]): number[] {
  const usable = widths.map((width) => (Number.isFinite(width) && width > 0 ? width : 0));
  const sum = usable.reduce((total, width) => total + width, 0);
  if (sum === 0) return widths.map(() => WHOLE / widths.length);
  const least = leastShare(widths.length);
  const raised = usable.map((width) => Math.max((width / sum) * WHOLE, least));
  const total = raised.reduce((all, width) => all + width, 0);
  return raised.map((width) => Math.round((width / total) * WHOLE * 100) / 100);
}

function leastShare(columns: number): number {
  return Math.min(LEAST, WHOLE / Math.max(columns, 1) / 2);
}

/** Moves the border behind a column by `by` shares, as far as both neighbours allow. */
export function moveBorder(shares: readonly number[], column: number, by: number): number[] {
  const next = [...shares];
  const [one, other] = [next[column], next[column + 1]];
  if (one === undefined || other === undefined) return next;
  const least = leastShare(shares.length);
  const step = Math.min(Math.max(by, Math.min(0, least - one)), Math.max(0, other - least));
  next[column] = one + step;
  next[column + 1] = other - step;
  return next;
}

function areEven(shares: readonly number[]): boolean {
  const even = WHOLE / shares.length;
  return normalShares(shares).every((share) => Math.abs(share - even) < 0.2);
}
