/** Lists of a Markdown file as Lexical stores them: a list in an item stands in an item of its own behind it. */
import type { List, ListItem } from 'mdast';
import type { StoredNode } from '#domain/document/stored.ts';
import { BOXES } from '../../export/markdown/boxes.ts';
import { blocks } from './blocks.ts';
import { element, paragraphOf } from './nodes.ts';
import type { Reading } from './reading.ts';

export function listOf(list: List, reading: Reading): StoredNode {
  const items = list.children.map((item) => read(item, reading));
  const isChecked = items.some(({ checked }) => checked !== null);
  const listType = isChecked ? 'check' : list.ordered === true ? 'number' : 'bullet';
  const start = list.start ?? 1;
  let value = start;
  const children = items.flatMap(({ checked, inside }) => {
    const stored = itemsOf(inside, { value, ...(isChecked && { checked: checked ?? false }) });
    value += 1;
    return stored;
  });
  return element('list', children, { listType, start, tag: listType === 'number' ? 'ol' : 'ul' });
}

function read(item: ListItem, reading: Reading): { checked: boolean | null; inside: StoredNode[] } {
  const inside = blocks(item.children, reading);
  if (typeof item.checked === 'boolean') return { checked: item.checked, inside };
  const [first, ...rest] = inside;
  const [text, ...others] = first?.type === 'paragraph' ? (first.children ?? []) : [];
  const words = text?.type === 'text' && text['format'] === 0 ? (text['text'] as string) : '';
  const box = Object.entries(BOXES).find(([, sign]) => words.startsWith(`${sign} `) || words === sign);
  if (box === undefined || first === undefined) return { checked: null, inside };
  const value = words.slice(box[1].length + 1);
  const opened = { ...first, children: [...(value === '' ? [] : [{ ...text!, text: value }]), ...others] };
  return { checked: box[0] === 'true', inside: [opened, ...rest] };
}

/** Lists at the end of an item follow it; what else stands in it stays in it. */
function itemsOf(inside: StoredNode[], members: Record<string, unknown>): StoredNode[] {
  const lists = inside.length - 1 - inside.findLastIndex(({ type }) => type !== 'list');
  const own = inside.slice(0, inside.length - lists);
  const [first, ...rest] = own;
  const text = first?.type === 'paragraph' ? (first.children ?? []) : first === undefined ? [] : [first];
  // An item that holds but a list would be part of the one before it.
  const children = first === undefined && lists > 0 ? [paragraphOf([])] : [...text, ...rest];
  if (first !== undefined && children.length > 0 && children.every(({ type }) => type === 'list'))
    children.unshift(paragraphOf([]));
  return [
    element('listitem', children, members),
    ...inside.slice(inside.length - lists).map((list) => element('listitem', [list], { value: 1 })),
  ];
}
