/** Reads the lists of a tidied page. */
import type { StoredNode } from '#domain/document/stored.ts';
import { MAX_DEPTH } from '../blocks/lists.ts';
import { ELEMENT, joined, parted } from './nodes.ts';
import type { Style } from './line.ts';
import { styleOf } from './style.ts';

type Reader = (element: Element, style: Style, level: number) => StoredNode[];

type Kind = 'bullet' | 'number' | 'check';

/** An item of a list, or what no list can hold and so parts it. */
type Entry = { item: StoredNode } | { apart: StoredNode };

/** The list, in parts where something stands in it that no list can hold. `level` is how many it stands in. */
export function listBlocks(list: HTMLElement, style: Style, level: number, read: Reader): StoredNode[] {
  const items = itemsOf(list);
  const isChecked = items.some((item) => checkOf(item) !== null);
  const kind: Kind = isChecked ? 'check' : list.tagName === 'OL' ? 'number' : 'bullet';
  const blocks: StoredNode[] = [];
  let next = startOf(list.getAttribute('start'));
  for (const item of items) {
    const own = item.style === undefined ? style : styleOf(item, style);
    const inner = isList(item) ? listBlocks(item, own, level + 1, read) : read(item, own, level + 1);
    const number = item.getAttribute('value');
    if (number !== null && kind === 'number' && startOf(number) !== next) {
      next = startOf(number);
      blocks.push(listOf(kind, next));
    }
    for (const entry of entriesOf(inner, level, checkOf(item), !isList(item) && kind === 'number')) {
      if ('apart' in entry) {
        blocks.push(entry.apart);
        continue;
      }
      if (blocks.at(-1)?.type !== 'list') blocks.push(listOf(kind, next));
      entry.item['value'] = next;
      blocks.at(-1)!.children!.push(entry.item);
      if (entry.item.children?.[0]?.type !== 'list') next += 1;
    }
  }
  return blocks.filter(({ type, children }) => type !== 'list' || children!.length > 0);
}

/** The list's items; what stands loose between them is one too. */
function itemsOf(list: HTMLElement): HTMLElement[] {
  const items: HTMLElement[] = [];
  let loose: HTMLElement | null = null;
  for (const child of list.childNodes) {
    const isElement = child instanceof HTMLElement;
    if (isElement && (child.tagName === 'LI' || isList(child))) {
      items.push(child);
      loose = null;
    } else if (isElement || (child.nodeType === Node.TEXT_NODE && child.nodeValue!.trim() !== '')) {
      if (loose === null) items.push((loose = list.ownerDocument.createElement('li')));
      loose.append(child.cloneNode(true));
    }
  }
  return items;
}

function isList(element: HTMLElement): boolean {
  return /^(?:UL|OL|MENU|DIR)$/u.test(element.tagName);
}

/** Null where an item has no box. */
function checkOf(item: HTMLElement): boolean | null {
  const state = item.getAttribute('aria-checked');
  return state === null ? null : state === 'true';
}

function startOf(number: string | null): number {
  const start = Number.parseInt(number ?? '', 10);
  return Number.isSafeInteger(start) && start >= 0 ? start : 1;
}

function entriesOf(inner: StoredNode[], level: number, checked: boolean | null, keepEmpty: boolean): Entry[] {
  const entries: Entry[] = [];
  for (const part of parted(inner)) {
    if (Array.isArray(part)) {
      const item = itemOf(joined(part), checked);
      // What follows a table or a picture in an item is no item of its own.
      if (entries.some((entry) => 'apart' in entry)) entries.push(...part.map((apart) => ({ apart })));
      else entries.push({ item });
    } else if (part.type !== 'list') entries.push({ apart: part });
    else if (level + 1 >= MAX_DEPTH) entries.push(...(part.children ?? []).map((item) => ({ item })));
    else entries.push({ item: itemOf([part], null) });
  }
  return entries.length === 0 && keepEmpty ? [{ item: itemOf([], checked) }] : entries;
}

/** The number with which a list would go on. */
export function nextNumber(list: StoredNode): number {
  const items = (list.children ?? []).filter(({ children }) => children?.[0]?.type !== 'list');
  return Number(list['start']) + items.length;
}

function itemOf(children: StoredNode[], checked: boolean | null): StoredNode {
  return { type: 'listitem', ...ELEMENT, value: 1, ...(checked !== null && { checked }), children };
}

function listOf(kind: Kind, start: number): StoredNode {
  return {
    type: 'list',
    ...ELEMENT,
    listType: kind,
    start,
    tag: kind === 'number' ? 'ol' : 'ul',
    children: [],
  };
}
