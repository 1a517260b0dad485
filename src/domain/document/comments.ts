/**
 * Comments in a stored document: each text, citation or other leaf that a comment is on names its threads, where Lexical
 * keeps the states of a node, as `$.comments`. What is said in a thread stands in the library, not in the document.
 */
import { z } from 'zod';
import type { StoredNode } from './stored.ts';

/** The member of `$` that holds the ids. */
export const COMMENTS = 'comments';

/** Names a thread for ever; drawn at random by the window that begins it. */
export const threadIdSchema = z.string().regex(/^[\da-z]{16}$/u);

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 random bits. */
export function newThreadId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => LETTERS[byte & 31]).join('');
}

/** The ids in a stored value; those that cannot be read are left out. */
export function readThreadIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => threadIdSchema.safeParse(id).success) : [];
}

/** The threads that a stored leaf names. */
export function storedThreadIds(node: StoredNode): readonly string[] {
  return readThreadIds(storedThreads(node));
}

/**
 * The node without comments: no leaf names a thread, and text that was parted by them alone is one again. The same object
 * where there are none in it.
 */
export function withoutThreads(node: StoredNode): StoredNode {
  const bare = storedThreads(node) === undefined ? node : withoutOwn(node);
  if (node.children === undefined) return bare;
  const children: StoredNode[] = [];
  let isOther = bare !== node;
  // The last of `children` lost its threads, so that the next may be one with it.
  let wasParted: boolean = false;
  for (const child of node.children) {
    const plain: StoredNode = withoutThreads(child);
    const before: StoredNode | undefined = children.at(-1);
    const isParted: boolean = wasParted || plain !== child;
    const joined: StoredNode | null = isParted && before !== undefined ? joinedText(before, plain) : null;
    if (joined !== null) children[children.length - 1] = joined;
    else children.push(plain);
    wasParted = plain !== child || joined !== null;
    isOther ||= plain !== child;
  }
  return isOther ? { ...bare, children } : node;
}

function storedThreads({ $: states }: StoredNode): unknown {
  return typeof states === 'object' && states !== null
    ? (states as Record<string, unknown>)[COMMENTS]
    : undefined;
}

function withoutOwn({ $: states, ...node }: StoredNode): StoredNode {
  const { [COMMENTS]: _threads, ...others } = states as Record<string, unknown>;
  return Object.keys(others).length > 0 ? { ...node, $: others } : node;
}

/** Two texts as one where nothing but the words tells them apart, else null. */
function joinedText(first: StoredNode, second: StoredNode): StoredNode | null {
  const { text, ...node } = first;
  const { text: more, ...next } = second;
  if (node.type !== 'text' || typeof text !== 'string' || typeof more !== 'string') return null;
  const names = new Set([...Object.keys(node), ...Object.keys(next)]);
  for (const name of names) if (JSON.stringify(node[name]) !== JSON.stringify(next[name])) return null;
  return { ...first, text: text + more };
}
