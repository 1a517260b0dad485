/** What is printed on every page and is no part of the text: running heads, feet, and page numbers. */
import { rowsOf, type Segment, textOf } from './lines.ts';

export interface PageSegments {
  segments: Segment[];
  height: number;
}

/** How much of a page's height at its top and at its foot may hold running lines. */
const ZONE = 0.14;
/** Most running lines at the top, and at the foot. */
const MOST_ROWS = 3;
/** How far running lines may move from page to page, in points. */
const MOVES = 4;
/** Pages on which a line must return to be a running line, in longer documents. */
const RETURNS = 3;
/** Distance of a running line from the text, in font sizes. */
const APART = 1.8;
const ROMAN = /^[ivxlc]{1,7}$/iu;
const NUMBER = /\d{1,5}/gu;

export interface WithoutFurniture {
  pages: Segment[][];
  /** The page numbers that the pages print, where they count up with the pages; null for a page without. */
  printed: (string | null)[];
  /** The texts of what was left out. */
  running: string[];
}

export function withoutFurniture(pages: PageSegments[]): WithoutFurniture {
  const margins = pages.map(marginRows);
  const seen = new Map<string, { page: number; y: number }[]>();
  for (const [page, rows] of margins.entries())
    for (const { row, key } of rows) {
      const places = seen.get(key) ?? [];
      places.push({ page, y: row[0]!.y });
      seen.set(key, places);
    }
  const enough = pages.length < RETURNS * 2 ? 2 : RETURNS;
  const counts = countingRows(margins);
  const dropped = margins.map((rows, page) => {
    const gone = new Set<Segment[]>();
    for (const zone of ['top', 'foot']) {
      const running: { row: MarginRow; always: boolean }[] = [];
      for (const row of rows.filter((one) => one.zone === zone)) {
        const { y } = row.row[0]!;
        const places = (seen.get(row.key) ?? []).filter((one) => Math.abs(one.y - y) <= MOVES);
        const returns = new Set(places.map((one) => one.page)).size;
        const isRunning =
          row.row.every(isDecoration) ||
          returns >= enough ||
          (isNumber(row.key) && (returns > 1 || pages.length === 1)) ||
          counts(row, page);
        // Rows are taken from the edge inwards: text ends the search.
        if (!isRunning) break;
        running.push({ row, always: returns >= RETURNS * 2 && returns >= pages.length / 2 });
      }
      // What touches the text is of the text, unless it returns on most pages.
      while (running.length > 0 && !running.at(-1)!.row.apart && !running.at(-1)!.always) running.pop();
      for (const { row } of running) gone.add(row.row);
    }
    return { gone, page };
  });
  const running = dropped.map(({ gone }) => [...gone].map((row) => rowText(row)));
  return {
    pages: dropped.map(({ gone, page }) => {
      const segments = new Set([...gone].flat());
      return pages[page]!.segments.filter((segment) => !segments.has(segment) && !isDecoration(segment));
    }),
    printed: printedNumbers(running),
    running: running.flat(),
  };
}

interface MarginRow {
  row: Segment[];
  zone: 'top' | 'foot';
  /** Its text with numbers made equal. */
  key: string;
  /** The first or last of its page. */
  outermost: boolean;
  /** Clearly apart from what stands further inside. */
  apart: boolean;
}

/** The outermost rows of a page, from the edges inwards. */
function marginRows({ segments, height }: PageSegments): MarginRow[] {
  const rows = rowsOf(segments);
  const top = rows.slice(0, MOST_ROWS).filter((row) => row[0]!.y < height * ZONE);
  const foot = rows
    .slice(-MOST_ROWS)
    .filter((row) => row[0]!.y > height * (1 - ZONE) && !top.includes(row))
    .toReversed();
  const marginRow = (row: Segment[], zone: MarginRow['zone'], next: Segment[] | undefined): MarginRow => {
    const isFirst = row === rows[zone === 'top' ? 0 : rows.length - 1];
    const distance = next === undefined ? Infinity : Math.abs(next[0]!.y - row[0]!.y);
    const apart = distance > APART * row[0]!.size;
    return { row, zone, key: keyOf(rowText(row)), outermost: isFirst, apart };
  };
  return [
    ...top.map((row, index) => marginRow(row, 'top', rows[index + 1])),
    ...foot.map((row, index) => marginRow(row, 'foot', rows[rows.length - 2 - index])),
  ];
}

function isDecoration({ glyphs }: Segment): boolean {
  return glyphs.every((one) => one.decoration);
}

/** Whether an outermost row begins or ends with a number that rises with the pages, apart from the text. */
function countingRows(margins: MarginRow[][]): (row: MarginRow, page: number) => boolean {
  const shifts = new Map<number, number>();
  const outermost = margins.map((rows) => rows.filter((one) => one.outermost && one.apart));
  for (const [page, rows] of outermost.entries())
    for (const shift of new Set(rows.flatMap(({ row }) => edgeNumbers(row)).map((number) => number - page)))
      shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  return (row, page) => {
    if (!outermost[page]!.includes(row)) return false;
    return edgeNumbers(row.row).some(
      (number) => (shifts.get(number - page) ?? 0) >= Math.max(2, margins.length * 0.5),
    );
  };
}

function edgeNumbers(row: Segment[]): number[] {
  const text = rowText(row);
  return [/^\d{1,5}(?=\s)/u.exec(text), /(?<=\s)\d{1,5}$/u.exec(text)].flatMap((match) =>
    match === null ? [] : [Number(match[0])],
  );
}

function rowText(row: Segment[]): string {
  return row
    .map((segment) => textOf(segment).trim())
    .join('  ')
    .trim();
}

function keyOf(text: string): string {
  if (ROMAN.test(text.replace(/[^\p{L}\p{N}]/gu, ''))) return '#';
  return text.replace(NUMBER, '#').toLowerCase();
}

function isNumber(key: string): boolean {
  return /^\P{L}*#\P{L}*$/u.test(key) && key.length < 12;
}

/** Numbers that rise with the pages, whichever of the numbers of a running line they are. */
function printedNumbers(rows: string[][]): (string | null)[] {
  const numbers = rows.map((texts) =>
    texts.flatMap((text) =>
      [...text.matchAll(/(?<![\d.,/])\d{1,5}(?![\d.,/])/gu)].map(([digits]) => Number(digits)),
    ),
  );
  const shifts = new Map<number, number>();
  for (const [page, found] of numbers.entries())
    for (const number of new Set(found)) shifts.set(number - page, (shifts.get(number - page) ?? 0) + 1);
  const [shift, pages] = [...shifts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const steady = pages >= 2 && pages >= rows.length * 0.5;
  return rows.map((_row, page) => (steady && page + shift > 0 ? String(page + shift) : null));
}
