/** Blocks as they are stored, made and taken apart. */
import type { StoredNode } from '#domain/document/stored.ts';
import { IS_BOLD } from 'lexical';

export const ELEMENT = { version: 1, direction: null, format: '', indent: 0 };

export function paragraphOf(children: StoredNode[]): StoredNode {
  return { type: 'paragraph', ...ELEMENT, textFormat: 0, textStyle: '', children };
}

const TEXTS = new Set(['paragraph', 'heading', 'quote', 'caption']);

/** Texts that stand one below the other together, each other block alone. */
export function parted(blocks: readonly StoredNode[]): (StoredNode[] | StoredNode)[] {
  const parts: (StoredNode[] | StoredNode)[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (!TEXTS.has(block.type)) parts.push(block);
    else if (Array.isArray(last)) last.push(block);
    else parts.push([block]);
  }
  return parts;
}

/** The words of several blocks, each on a line of its own. */
export function joined(blocks: readonly StoredNode[]): StoredNode[] {
  return blocks.flatMap(({ children = [] }, index) =>
    index === 0 ? children : [{ type: 'linebreak', version: 1 }, ...children],
  );
}

/** Where all words are bold, the block draws them so by itself. */
export function withoutBold(nodes: StoredNode[]): StoredNode[] {
  const texts = nodes.flatMap((node) => (node.type === 'link' ? (node.children ?? []) : [node]));
  const isBold = ({ type, text, format }: StoredNode): boolean =>
    type !== 'text' || (text as string).trim() === '' || ((format as number) & IS_BOLD) !== 0;
  if (!texts.every(isBold)) return nodes;
  for (const node of texts) if (node.type === 'text') node['format'] = (node['format'] as number) & ~IS_BOLD;
  return nodes;
}
