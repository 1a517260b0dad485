/** Quotes of a Markdown file: one that ends in a citation by key is of that source. */
import type { Blockquote } from 'mdast';
import type { StoredNode } from '#domain/document/stored.ts';
import { labelsFor } from '../../export/labels.ts';
import { blocks } from './blocks.ts';
import { clusterIn } from './citations.ts';
import { drawnTable } from './gridTables.ts';
import { element, FORMAT, paragraphOf } from './nodes.ts';
import type { Reading } from './reading.ts';

export function quoteOf(quote: Blockquote, reading: Reading): StoredNode {
  const last = quote.children.at(-1);
  const mark = last?.type === 'paragraph' ? last.children.at(-1) : undefined;
  const before = last?.type === 'paragraph' ? last.children.at(-2) : undefined;
  const isBehind =
    before?.type === 'text'
      ? before.value.endsWith(' ')
      : before === undefined && standsAlone(quote, reading);
  const items = mark?.type === 'pandocCitation' && isBehind ? clusterIn(mark.value, reading) : null;
  if (items === null || last?.type !== 'paragraph') return element('quote', blocks(quote.children, reading));
  const words = last.children.slice(0, -1);
  if (before?.type === 'text') words[words.length - 1] = { ...before, value: before.value.slice(0, -1) };
  const kept =
    words.length === 0
      ? quote.children.slice(0, -1)
      : [...quote.children.slice(0, -1), { ...last, children: words }];
  const children = blocks(kept, reading);
  if (children.length === 0) children.push(paragraphOf([]));
  if (!children.some(isEmphasised)) return element('snippet', children, { items });
  const noted = withoutNote(children, reading.language);
  return noted === null
    ? element('snippet', children, { items, emphasis: 'original' })
    : element('snippet', noted, { items });
}

/** Exports set it alone only behind what it cannot be joined to: behind a paragraph it is the words of the next one. */
function standsAlone({ children }: Blockquote, reading: Reading): boolean {
  const above = children.at(-2);
  return above !== undefined && (above.type !== 'paragraph' || drawnTable(above, reading) !== null);
}

function isEmphasised({ type, format, children = [] }: StoredNode): boolean {
  const bits = FORMAT.bold | FORMAT.italic | FORMAT.underline | FORMAT.highlight;
  return type === 'text' ? ((format as number) & bits) !== 0 : children.some(isEmphasised);
}

/** Without the words that exports set behind emphasis which is not the source's; null where they are not there. */
function withoutNote(blockNodes: StoredNode[], language: string): StoredNode[] | null {
  const note = `(${labelsFor(language).emphasisAdded})`;
  const last = blockNodes.at(-1);
  const text = last?.children?.at(-1);
  if (last?.type !== 'paragraph' || text?.type !== 'text' || text['format'] !== 0) return null;
  const words = text['text'] as string;
  if (words === note && last.children?.length === 1 && blockNodes.length > 1) return blockNodes.slice(0, -1);
  if (!words.endsWith(` ${note}`)) return null;
  const rest = words.slice(0, -note.length - 1);
  const children = last.children!.slice(0, -1);
  return [
    ...blockNodes.slice(0, -1),
    { ...last, children: rest === '' ? children : [...children, { ...text, text: rest }] },
  ];
}
