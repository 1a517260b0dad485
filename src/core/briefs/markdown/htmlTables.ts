/** Tables of HTML with Markdown in their cells, as our CommonMark has them. */
import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import type { StoredNode } from '#domain/document/stored.ts';
import { blocks } from './blocks.ts';
import { attributesOf } from './html.ts';
import type { Reading } from './reading.ts';
import { type ReadCell, type Side, tableOf } from './tables.ts';

type Content = RootContent | BlockContent | DefinitionContent;

/** Nothing but the tags of a table. */
const TAGS = /^(?:\s*<\/?(?:table|thead|tbody|tr|th|td)(?:\s[^<>]*)?>\s*)+$/iu;
const TAG = /<(\/?)(table|thead|tbody|tr|th|td)((?:\s[^<>]*)?)>/giu;

/** The table that begins at `index`, and the index of its last part; null where none does, or it does not end. */
export function htmlTable(
  nodes: readonly Content[],
  index: number,
  reading: Reading,
): { node: StoredNode; end: number } | null {
  const first = nodes[index];
  if (first?.type !== 'html' || !/^<table/iu.test(first.value) || !TAGS.test(first.value)) return null;
  const rows: (Omit<ReadCell, 'children'> & { inside: Content[] })[][] = [];
  let cell: { inside: Content[] } | null = null;
  let depth = 0;
  for (let at = index; at < nodes.length; at += 1) {
    const node = nodes[at]!;
    const tags = node.type === 'html' && TAGS.test(node.value) ? [...node.value.matchAll(TAG)] : null;
    // A table in a cell is a matter of the cell's.
    const opens =
      tags?.filter(([, close, name]) => close === '' && name!.toLowerCase() === 'table').length ?? 0;
    if (
      tags === null ||
      (depth === 1 &&
        cell !== null &&
        at > index &&
        opens > 0 &&
        /^<table/iu.test((node as { value: string }).value))
    ) {
      if (cell === null) return null;
      const inner: { end: number } | null = tags === null ? null : extent(nodes, at);
      if (tags !== null && inner === null) return null;
      const end: number = inner?.end ?? at;
      cell.inside.push(...nodes.slice(at, end + 1));
      at = end;
      continue;
    }
    for (const [, close, name = '', attributes = ''] of tags) {
      const tag = name.toLowerCase();
      if (tag === 'table') depth += close === '' ? 1 : -1;
      else if (tag === 'tr' && close === '') rows.push([]);
      else if ((tag === 'td' || tag === 'th') && close === '') {
        const opened = { ...cellFacts(tag, attributes), inside: [] as Content[] };
        (rows.at(-1) ?? (rows[rows.length] = [])).push(opened);
        cell = opened;
      } else if (tag === 'td' || tag === 'th') cell = null;
    }
    if (depth === 0)
      return {
        node: tableOf(
          rows.map((row) =>
            row.map(({ inside, ...facts }) => ({ ...facts, children: blocks(inside, reading) })),
          ),
        ),
        end: at,
      };
  }
  return null;
}

/** Where a table ends that begins at `index`. */
function extent(nodes: readonly Content[], index: number): { end: number } | null {
  let depth = 0;
  for (let at = index; at < nodes.length; at += 1) {
    const node = nodes[at]!;
    if (node.type !== 'html' || !TAGS.test(node.value)) continue;
    for (const [, close, name = ''] of node.value.matchAll(TAG))
      if (name.toLowerCase() === 'table') depth += close === '' ? 1 : -1;
    if (depth === 0) return { end: at };
  }
  return null;
}

function cellFacts(tag: string, text: string): Omit<ReadCell, 'children'> {
  const { align, colspan, rowspan } = attributesOf(text);
  const side: Side = align === 'left' || align === 'center' || align === 'right' ? align : null;
  return { header: tag === 'th', align: side, colSpan: span(colspan), rowSpan: span(rowspan) };
}

function span(value: string | undefined): number {
  const number = Number(value ?? '1');
  return Number.isInteger(number) && number > 0 && number < 1000 ? number : 1;
}
