/** HTML tags in Markdown. */
import type { PhrasingContent } from 'mdast';

export interface Tag {
  /** In lower case. */
  name: string;
  attributes: Record<string, string>;
}

/** An opening tag; null for anything else. */
export function tagOf(html: string): Tag | null {
  const match = /^<([a-z][a-z0-9]*)((?:\s[^>]*)?)>$/iu.exec(html.trim());
  if (match === null || match[2]!.endsWith('/')) return null;
  return { name: match[1]!.toLowerCase(), attributes: attributesOf(match[2]!) };
}

export function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([a-z][a-z0-9-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu);
  return Object.fromEntries(
    [...found].map(([, name = '', one, two, three]) => [name.toLowerCase(), one ?? two ?? three ?? '']),
  );
}

/** A comment without words: it parts what would be one otherwise. */
export function isEmptyComment(html: string): boolean {
  return /^<!-*\s*-*>$/u.test(html);
}

/** The elements that are known in running text. */
const KNOWN = new Set('a b code del em i ins kbd mark s span strong sub sup u'.split(' '));

/** The index of the tag that closes the element which is opened at `index`; null where none of a known element is. */
export function closingTag(nodes: readonly PhrasingContent[], index: number): number | null {
  const opening = nodes[index];
  const tag = opening?.type === 'html' ? tagOf(opening.value) : null;
  if (tag === null || !KNOWN.has(tag.name)) return null;
  let depth = 1;
  for (let at = index + 1; at < nodes.length; at += 1) {
    const node = nodes[at]!;
    if (node.type !== 'html') continue;
    if (tagOf(node.value)?.name === tag.name) depth += 1;
    else if (new RegExp(`^</${tag.name}\\s*>$`, 'iu').test(node.value)) depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

/** Takes an empty element with an id from the beginning of a text. */
export function leadingAnchor(nodes: readonly PhrasingContent[]): {
  id: string | null;
  rest: PhrasingContent[];
} {
  const [first] = nodes;
  const tag = first?.type === 'html' ? tagOf(first.value) : null;
  const id = tag === null || !['a', 'span'].includes(tag.name) ? undefined : tag.attributes['id'];
  if (id === undefined || closingTag(nodes, 0) !== 1) return { id: null, rest: [...nodes] };
  return { id, rest: nodes.slice(2) };
}
