/** What was taken out, as it is shown: its words with their structure, nothing of it alive. */
import { brokenBlock } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { pictureAddress, pictureIdSchema } from '#domain/picture.ts';

/** On one line, with a pilcrow where a paragraph ended. */
export function drawDeletedLine(into: HTMLElement, nodes: readonly StoredNode[]): void {
  for (const node of nodes) into.append(...inline(node));
}

export function drawDeletedBlocks(into: HTMLElement, blocks: readonly StoredNode[]): void {
  for (const block of blocks) into.append(...drawn(block));
}

/** Bits of a text node's format, as Lexical has them. */
const LOOKS: readonly [bit: number, tag: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];

function inline(node: StoredNode): Node[] {
  if (brokenBlock(node) !== null) return [named('¶', 'end of paragraph')];
  if (node.type === 'linebreak') return [element('br')];
  if (node.type === 'citation') return [named('[citation]')];
  if (node.type === 'footnoteReference') return [named('[note]')];
  if (node.type === 'field')
    return [named(typeof node['field'] === 'string' ? `[${node['field']}]` : '[field]')];
  if (node.type === 'crossReference') return [named('[reference]')];
  if (typeof node['text'] === 'string') {
    const format = typeof node['format'] === 'number' ? node['format'] : 0;
    let drawnText: Node = document.createTextNode(node['text']);
    for (const [bit, tag] of LOOKS) if ((format & bit) !== 0) drawnText = element(tag, drawnText);
    return [drawnText];
  }
  const inside = (Array.isArray(node['content']) ? (node['content'] as StoredNode[]) : node.children) ?? [];
  return inside.flatMap(inline);
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  quote: 'blockquote',
  snippet: 'blockquote',
  listitem: 'li',
  table: 'table',
  tablerow: 'tr',
  tablecell: 'td',
  caption: 'p',
  code: 'pre',
  horizontalrule: 'hr',
};
const LINES = new Set(['paragraph', 'heading', 'quote', 'listitem', 'caption', 'code']);

function drawn(block: StoredNode): Node[] {
  const children = block.children ?? [];
  if (block.type === 'picture') return [picture(block)];
  if (block.type === 'pageBreak') return [element('p', named('Page break'))];
  if (block.type === 'bibliography') return [element('p', named('List of sources'))];
  if (block.type === 'deletedBlocks')
    return (Array.isArray(block['content']) ? (block['content'] as StoredNode[]) : []).flatMap(drawn);
  const isLine = LINES.has(block.type) && children.every(({ type }) => type !== 'list');
  const inside = children.flatMap(isLine ? inline : drawn);
  if (isLine && inside.length === 0) inside.push(named('¶', 'empty paragraph'));
  return [element(tagOf(block), ...inside)];
}

function tagOf(block: StoredNode): string {
  if (block.type === 'heading') {
    const tag = String(block['tag']);
    return /^h[1-6]$/u.test(tag) ? tag : 'h2';
  }
  if (block.type === 'list') return block['listType'] === 'number' ? 'ol' : 'ul';
  return TAGS[block.type] ?? 'div';
}

function picture({ sha256, alt }: StoredNode): HTMLElement {
  const image = element('img') as HTMLImageElement;
  image.alt = typeof alt === 'string' ? alt : '';
  if (typeof sha256 === 'string' && pictureIdSchema.safeParse(sha256).success)
    image.src = pictureAddress(sha256);
  return image;
}

function named(words: string, label?: string): HTMLElement {
  const span = element('span', words);
  span.className = 'suggested-name';
  if (label !== undefined) span.setAttribute('aria-label', label);
  return span;
}

function element(tag: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}
