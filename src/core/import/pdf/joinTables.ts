/** Puts tables together that a page cut. */
import { textOf } from './lines.ts';
import type { Cell, Paragraph } from './paragraphs.ts';

/** Rows on the next page with as many columns go on with the table; a header that is printed again goes. */
export function joinTables(paragraphs: Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const before = joined.at(-1);
    if (before === undefined || !goesOn(before, paragraph)) {
      joined.push(paragraph);
      continue;
    }
    const [first] = paragraph.cells!;
    const again = rowText(first!) === rowText(before.cells![0]!);
    before.cells!.push(...(again ? paragraph.cells!.slice(1) : paragraph.cells!));
    before.lines.push(...paragraph.lines);
  }
  return joined;
}

function goesOn(before: Paragraph, after: Paragraph): boolean {
  if (before.role !== 'table' || after.role !== 'table') return false;
  const nextPage = after.lines[0]!.page === before.lines.at(-1)!.page + 1;
  return nextPage && after.cells![0]!.length === before.cells![0]!.length;
}

function rowText(row: Cell[]): string {
  return row.map(({ segments }) => segments.map(textOf).join(' ').trim()).join('\t');
}
