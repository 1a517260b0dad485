import type { StoredNode } from '../stored.ts';

/** Text nodes that stand beside each other and differ in nothing but their words become one, as in the editor. */
export function joinedTexts(nodes: StoredNode[]): StoredNode[] {
  const joined: StoredNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last !== undefined && isText(last) && isText(node) && looksOf(last) === looksOf(node))
      joined[joined.length - 1] = { ...last, text: `${last['text'] as string}${node['text'] as string}` };
    else joined.push(node);
  }
  return joined;
}

function isText({ type, text, mode }: StoredNode): boolean {
  return type === 'text' && typeof text === 'string' && (mode === undefined || mode === 'normal');
}

/** Everything about a text node but its words, in one order. */
function looksOf({ text: _text, ...looks }: StoredNode): string {
  return JSON.stringify(Object.entries(looks).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
