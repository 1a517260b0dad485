/** Pandoc's simple tables, which lines of dashes draw, as tables of pipes. https://pandoc.org/MANUAL.html#tables */
import { displayWidth } from '../../export/displayWidth.ts';

/** Dashes over or under each of several columns. */
const RULE = /^ {0,3}-{2,}(?: +-{2,})+ *$/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

interface Column {
  /** In columns that letters take. */
  start: number;
  length: number;
}

/** The Markdown with each of its simple tables, but those in other blocks, drawn with pipes. */
export function withPipes(source: string): string {
  const lines = source.split('\n');
  const written: string[] = [];
  let fence: string | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const sign = FENCE.exec(line)?.[1];
    if (fence === null) fence = sign ?? null;
    else if (sign?.startsWith(fence) === true && line.trim() === sign) fence = null;
    const table = fence === null && isBlank(lines[index - 1]) ? tableAt(lines, index) : null;
    if (table === null) written.push(line);
    else {
      written.push(...table.lines);
      index = table.end - 1;
    }
  }
  return written.join('\n');
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** The table that begins at `index`, and the index behind its last line; one without a head has to end with dashes. */
function tableAt(lines: readonly string[], index: number): { lines: string[]; end: number } | null {
  const isBare = RULE.test(lines[index]!);
  const head = isBare || isBlank(lines[index]) ? null : lines[index]!;
  const rule = lines[isBare ? index : index + 1];
  if (rule === undefined || !RULE.test(rule) || (head === null && !isBare)) return null;
  const rows: string[] = [];
  let end = index + (isBare ? 1 : 2);
  for (; !isBlank(lines[end]) && !RULE.test(lines[end]!); end += 1) rows.push(lines[end]!);
  const isClosed = !isBlank(lines[end]);
  if (isClosed) end += 1;
  if (rows.length === 0 || (isBare && !isClosed) || !isBlank(lines[end])) return null;
  const columns = Array.from(rule.matchAll(/-+/gu), ({ index: start, 0: dashes }): Column => ({
    start,
    length: dashes.length,
  }));
  const first = cellsOf(head ?? rows[0]!, columns);
  const sides = columns.map((column, x) => sideOf(first[x]!, column));
  const drawn = [head === null ? columns.map(() => '') : first, ...rows.map((row) => cellsOf(row, columns))];
  const [heading, ...body] = drawn.map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
  return { lines: [heading!, `| ${sides.join(' | ')} |`, ...body], end };
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

/** By where the words stand over or under the dashes: at one end of them, at both, or at none. */
function sideOf(words: string, { length }: Column): string {
  if (words.trim() === '') return '---';
  const [isIndented, isShort] = [words.startsWith(' '), displayWidth(words.trimEnd()) < length];
  if (isIndented) return isShort ? ':-:' : '--:';
  return isShort ? ':--' : '---';
}

function escaped(cell: string): string {
  return cell.trim().replaceAll(/\\\||\|/gu, '\\|');
}
