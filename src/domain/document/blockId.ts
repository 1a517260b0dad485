/**
 * The id of a block: a short random name that stays with the words of a top-level block for ever, so that versions
 * can be compared and cross references find it. Stored where Lexical keeps the states of a node, as `$.blockId`.
 */
import { unwrap } from './fromStoredText.ts';
import type { StoredNode } from './stored.ts';

/** The member of `$` that holds the id. */
export const BLOCK_ID = 'blockId';

/** Letters and digits that are not taken for one another (Crockford's base 32). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/** 50 random bits. */
export function newBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => LETTERS[byte & 31]).join('');
}

/** The id of a stored block; null where it has none, as in documents that were written before there were ids. */
export function storedBlockId(node: StoredNode): string | null {
  const id = statesOf(unwrap(node))[BLOCK_ID];
  return typeof id === 'string' && id !== '' ? id : null;
}

/** Names a block without an id by where it stands at the root: such a document was not edited since there are ids. */
export function placeholderId(index: number): string {
  return `#${index}`;
}

/** The block under this id. The rest of it is shared with the argument. */
export function withBlockId(node: StoredNode, id: string): StoredNode {
  return { ...node, $: { ...statesOf(node), [BLOCK_ID]: id } };
}

function statesOf(node: StoredNode): Record<string, unknown> {
  const states = node['$'];
  return typeof states === 'object' && states !== null ? (states as Record<string, unknown>) : {};
}
