/** Pandoc's grid tables: a paragraph to CommonMark, drawn with `+`, `-` and `|`. */
import type { Paragraph } from 'mdast';
import type { StoredNode } from '#domain/document/stored.ts';
import { displayWidth } from '../../export/displayWidth.ts';
import { blocks } from './blocks.ts';
import { parseMarkdown } from './parse.ts';
import type { Reading } from './reading.ts';
import { type ReadCell, type Side, tableOf } from './tables.ts';

const BORDER = /^\+(?:[-=:]+\+)+$/u;

/** The lines of a paragraph that is drawn as a table; null for any other. */
export function drawnTable(node: Paragraph, { source }: Reading): string[] | null {
  const { start, end } = node.position!;
  const indent = start.column - 1;
  const lines = source
    .slice(start.offset, end.offset)
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.slice(indent)).trimEnd());
  return lines.length >= 3 && BORDER.test(lines[0]!) && BORDER.test(lines.at(-1)!) ? lines : null;
}

/** Null where its bars do not stand below each other. */
export function gridTable(lines: readonly string[], reading: Reading): StoredNode | null {
  const widths = lines[0]!
    .slice(1, -1)
    .split('+')
    .map(({ length }) => length);
  const rows: { cells: string[][]; header: boolean }[] = [];
  let open: string[][] = widths.map(() => []);
  let aligns = sidesOf(lines[0]!);
  for (const line of lines.slice(1)) {
    if (BORDER.test(line)) {
      if (line.includes('=')) aligns = sidesOf(line);
      rows.push({ cells: open, header: line.includes('=') });
      open = widths.map(() => []);
      continue;
    }
    const parts = cut(line, widths);
    if (parts === null) return null;
    for (const [x, part] of parts.entries()) open[x]!.push(part);
  }
  return tableOf(
    rows.map(({ cells, header }) =>
      cells.map((cell, x): ReadCell => ({
        header,
        align: aligns[x] ?? null,
        children: inside(cell, reading),
      })),
    ),
  );
}

/** The cells of a line, by the columns that letters take; null where no bars part them. */
function cut(line: string, widths: readonly number[]): string[] | null {
  const parts: string[] = [];
  let rest = line;
  for (const width of widths) {
    if (!rest.startsWith('|')) return null;
    rest = rest.slice(1);
    let length = 0;
    while (length < rest.length && displayWidth(rest.slice(0, length)) < width) length += 1;
    // Marks and joiners behind the last letter take no column.
    while (length < rest.length && rest[length] !== '|' && displayWidth(rest.slice(0, length + 1)) === width)
      length += 1;
    parts.push(rest.slice(0, length).replace(/^ /u, '').trimEnd());
    rest = rest.slice(length);
  }
  return rest === '|' ? parts : null;
}

function inside(lines: readonly string[], reading: Reading): StoredNode[] {
  const text = lines.join('\n').trimEnd();
  if (text === '') return [];
  // A mark is one only where its words are at hand.
  const names = [...reading.noteWords.keys()].map((name) => `[^${name}]: x`).join('\n\n');
  const source = `${text}\n\n${names}`;
  const { children } = parseMarkdown(source, reading.isPandoc);
  const own = children.filter(({ type }) => type !== 'footnoteDefinition');
  return blocks(own, { ...reading, source });
}

function sidesOf(border: string): Side[] {
  return border
    .slice(1, -1)
    .split('+')
    .map((part) => {
      const [left, right] = [part.startsWith(':'), part.endsWith(':')];
      if (left) return right ? 'center' : 'left';
      return right ? 'right' : null;
    });
}
