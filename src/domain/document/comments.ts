/**
 * Comments in a stored document: each text, citation or other leaf that a comment is on names its threads, where Lexical
 * keeps the states of a node, as `$.comments`. What is said in a thread stands in the library, not in the document.
 */
import { z } from 'zod';
import type { StoredNode } from './stored.ts';

/** The member of `$` that holds the ids. */
export const COMMENTS = 'comments';

/** Names a thread for ever; drawn at random by the window that begins it. */
const threadIdSchema = z.string().regex(/^[\da-z]{16}$/u);

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
export function storedThreadIds({ $: states }: StoredNode): readonly string[] {
  return typeof states === 'object' && states !== null
    ? readThreadIds((states as Record<string, unknown>)[COMMENTS])
    : [];
}
