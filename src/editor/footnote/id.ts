/** What ties a footnote's mark to its words. */
import { createState } from 'lexical';

/** Stored as the node's own member `id`. */
export const idState = createState('id', { parse: (value) => (typeof value === 'string' ? value : '') });

/** Unique among the notes of every brief, so that notes may be pasted from one into another. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
