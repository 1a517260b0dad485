/**
 * Pandoc's simple and multi-line tables, which lines of dashes draw, as tables of pipes.
 * https://pandoc.org/MANUAL.html#tables
 */
import { displayWidth } from '../../export/displayWidth.ts';

/** Dashes over or under each of several columns. */
const RULE = /^ {0,3}-{2,}(?: +-{2,})+ *$/u;
/** Dashes over or under all columns at once: those of a multi-line table. */
const FULL_RULE = /^ {0,3}-{3,} *$/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

interface Column {
  /** In columns that letters take. */
  start: number;
  length: number;
}

/** A table as it is drawn: each row is the lines that it takes. */
interface DrawnTable {
  rule: string;
  /** Null for none. */
  head: string[] | null;
  rows: string[][];
  /** Index behind its last line. */
  end: number;
}

/** The Markdown with each of these tables, but those in other blocks, drawn with pipes; and whether there was any. */
export function withPipes(source: string): { text: string; any: boolean } {
  const lines = source.split('\n');
  const written: string[] = [];
  let fence: string | null = null;
  let any = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const sign = FENCE.exec(line)?.[1];
    if (fence === null) fence = sign ?? null;
    else if (sign?.startsWith(fence) === true && line.trim() === sign) fence = null;
    const begins = fence === null && isBlank(lines[index - 1]) && !isBlank(line);
    const table = begins ? (simpleTable(lines, index) ?? multiLineTable(lines, index)) : null;
    if (table === null) written.push(line);
    else {
      any = true;
      written.push(...piped(table));
      index = table.end - 1;
    }
  }
  return { text: written.join('\n'), any };
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** One without a head has to end with dashes. */
function simpleTable(lines: readonly string[], index: number): DrawnTable | null {
  const isBare = RULE.test(lines[index]!);
  const head = isBare ? null : [lines[index]!];
  const rule = lines[isBare ? index : index + 1];
  if (rule === undefined || !RULE.test(rule)) return null;
  const rows: string[][] = [];
  let end = index + (isBare ? 1 : 2);
  for (; !isBlank(lines[end]) && !RULE.test(lines[end]!); end += 1) rows.push([lines[end]!]);
  const isClosed = !isBlank(lines[end]);
  if (isClosed) end += 1;
  if (rows.length === 0 || (isBare && !isClosed) || !isBlank(lines[end])) return null;
  return { rule, head, rows, end };
}

/** It begins with dashes and ends with them; blank lines part its rows. */
function multiLineTable(lines: readonly string[], index: number): DrawnTable | null {
  let at = index;
  let head: string[] | null = null;
  if (FULL_RULE.test(lines[at]!)) {
    head = [];
    for (at += 1; !isBlank(lines[at]) && !RULE.test(lines[at]!); at += 1) head.push(lines[at]!);
    if (head.length === 0) return null;
  }
  const rule = lines[at];
  if (rule === undefined || !RULE.test(rule) || isBlank(lines[at + 1])) return null;
  const rows: string[][] = [[]];
  for (at += 1; at < lines.length && !isLast(lines, at, rule); at += 1)
    if (!isBlank(lines[at])) rows.at(-1)!.push(lines[at]!);
    else if (rows.at(-1)!.length > 0) rows.push([]);
  if (at >= lines.length) return null;
  return { rule, head, rows: rows.filter((row) => row.length > 0), end: at + 1 };
}

/** Whether this line ends the table: dashes as far as to its last column, and nothing right below them. */
function isLast(lines: readonly string[], at: number, rule: string): boolean {
  const line = lines[at]!;
  const isRule = RULE.test(line) || FULL_RULE.test(line);
  return isRule && isBlank(lines[at + 1]) && line.trimEnd().length > rule.lastIndexOf(' -');
}

function piped({ rule, head, rows }: DrawnTable): string[] {
  const columns = Array.from(rule.matchAll(/-+/gu), ({ index: start, 0: dashes }): Column => ({
    start,
    length: dashes.length,
  }));
  const first = linesOfCells(head ?? rows[0]!, columns);
  const sides = columns.map((column, x) => sideOf(first[x]!, column));
  const cells = rows.map((row) => linesOfCells(row, columns).map(joined));
  const heads = head === null ? columns.map(() => '') : first.map(joined);
  const drawn = [heads, ...cells].map((row) => `| ${row.join(' | ')} |`);
  return [drawn[0]!, `| ${sides.join(' | ')} |`, ...drawn.slice(1)];
}

/** For each column the lines of its cell. */
function linesOfCells(lines: readonly string[], columns: readonly Column[]): string[][] {
  const cut = lines.map((line) => cellsOf(line, columns));
  return columns.map((_column, x) => cut.map((cells) => cells[x]!));
}

/** A backslash at the end of a line breaks it. */
function joined(lines: readonly string[]): string {
  const words = lines.map((line) => escaped(line)).filter((line) => line !== '');
  return words
    .map((line, index) => {
      if (index === words.length - 1) return line;
      return /(?<!\\)(?:\\\\)*\\$/u.test(line) ? `${line.slice(0, -1)}<br>` : `${line} `;
    })
    .join('');
}

/** Each column goes as far as to the beginning of the next one. */
function cellsOf(line: string, columns: readonly Column[]): string[] {
  const cells = columns.map(() => '');
  let at = 0;
  for (const { segment } of clusters.segment(line)) {
    const x = columns.findLastIndex(({ start }) => start <= at);
    if (x !== -1 || segment.trim() !== '') cells[Math.max(x, 0)]! += segment;
    at += displayWidth(segment);
  }
  return cells;
}

const clusters = new Intl.Segmenter();

/** By where the shortest of its lines stands over or under the dashes: at one end of them, at both, or at none. */
function sideOf(lines: readonly string[], { length }: Column): string {
  const [words] = lines
    .filter((line) => line.trim() !== '')
    .toSorted((one, other) => displayWidth(one.trimEnd()) - displayWidth(other.trimEnd()));
  if (words === undefined) return '---';
  const [isIndented, isShort] = [words.startsWith(' '), displayWidth(words.trimEnd()) < length];
  if (isIndented) return isShort ? ':-:' : '--:';
  return isShort ? ':--' : '---';
}

function escaped(cell: string): string {
  return cell.trim().replaceAll(/\\\||\|/gu, '\\|');
}
