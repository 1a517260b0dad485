/** Nodes as they are stored. */
import type { StoredNode } from '#domain/document/stored.ts';

const ELEMENT = { version: 1, direction: null, format: '', indent: 0 };

/** Bits of a text's format, as Lexical defines them. */
export const FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
  highlight: 128,
} as const;

export function element(
  type: string,
  children: StoredNode[],
  members: Record<string, unknown> = {},
): StoredNode {
  return { type, ...ELEMENT, ...members, children };
}

export function paragraphOf(children: StoredNode[]): StoredNode {
  return element('paragraph', children, { textFormat: 0, textStyle: '' });
}

export function textOf(text: string, format = 0): StoredNode {
  return { type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text };
}

export const LINE_BREAK: StoredNode = { type: 'linebreak', version: 1 };

/** Adds nodes behind others; texts in one format are one. */
export function append(into: StoredNode[], added: readonly StoredNode[]): void {
  for (const node of added) {
    const last = into.at(-1);
    if (node.type === 'text' && node['text'] === '') continue;
    if (last?.type === 'text' && node.type === 'text' && last['format'] === node['format'])
      into[into.length - 1] = { ...last, text: `${last['text'] as string}${node['text'] as string}` };
    else into.push(node);
  }
}

/** The words in nodes, as far as they are text. */
export function wordsOf(nodes: readonly StoredNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? (node['text'] as string) : wordsOf(node.children ?? [])))
    .join('');
}
