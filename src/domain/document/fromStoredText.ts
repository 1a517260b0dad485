/** The text of stored nodes. */
import type { Mark, Text } from './ast.ts';
import { printable } from './characters.ts';
import { type StoredNode, storedNodeSchema } from './stored.ts';

/** Lexical's text format bits, as `LexicalConstants` defines them. Its letter-case formats change no text. */
const FORMAT_BITS: readonly [bit: number, mark: Mark][] = [
  [1, 'bold'],
  [2, 'italic'],
  [8, 'underline'],
  [4, 'strikethrough'],
  [64, 'superscript'],
  [32, 'subscript'],
  [16, 'code'],
  [128, 'highlight'],
];

/** Any node that carries text of its own, known or not; null where it has none. */
export function textNode(node: StoredNode): Text | null {
  const text = typeof node['text'] === 'string' ? printable(node['text']) : '';
  if (text === '') return null;
  const format = typeof node['format'] === 'number' ? node['format'] : 0;
  return {
    type: 'text',
    text,
    marks: FORMAT_BITS.filter(([bit]) => (format & bit) !== 0).map(([, mark]) => mark),
  };
}

/** The text of a code block: its lines are parted by line break nodes. */
export function joinCodeText(nodes: StoredNode[]): string {
  return nodes
    .map(unwrap)
    .map((node) => {
      if (node.type === 'linebreak') return '\n';
      const own = typeof node['text'] === 'string' ? printable(node['text']) : '';
      return own + joinCodeText(node.children ?? []);
    })
    .join('');
}

/** A node of ours that keeps what another version of Dossier wrote stands for what it keeps. */
export function unwrap(node: StoredNode): StoredNode {
  if (node.type !== 'unknown') return node;
  const kept = storedNodeSchema.safeParse(node['raw']);
  return kept.success ? unwrap(kept.data) : node;
}
