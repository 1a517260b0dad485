/**
 * Suggested changes as they are stored. What was put in carries a mark, in the document's own nodes; what was taken
 * out is in a node of its own, which holds it as it was. So the words of a document, as everything reads them, are
 * those that it has once all suggestions are accepted.
 *
 * Marked are text, citations and whatever else stands in a line; the block before which a paragraph was parted or
 * joined by (its beginning was put in); and whole blocks such as tables, with all that is in them.
 */
import { z } from 'zod';
import { CAPTION_TYPE } from '../figures.ts';
import { type StoredNode, storedNodeSchema } from '../stored.ts';

/** The member of `$`, where Lexical keeps the states of a node, by which it is marked as put in. */
export const INSERTED = 'inserted';
/** Words that were taken out, where they stood in a line: member `content`. */
export const DELETION_TYPE = 'deletion';
/** Blocks that were taken out as a whole, where they stood: member `content`. */
export const DELETED_BLOCKS_TYPE = 'deletedBlocks';
/** In the content of a deletion: the beginning of a block, which is member `block` without its children. */
const BREAK_TYPE = 'blockBreak';

/** Who suggested a change, and when. Pieces with the same id are one change. */
export interface SuggestionMark {
  id: string;
  author: string;
  /** ISO 8601, of the last edit to it. */
  at: string;
}

const markSchema = z.object({ id: z.string().min(1), author: z.string(), at: z.string() });
const nodesSchema = z.array(storedNodeSchema);

/** Null for what is no mark. */
export function readMark(value: unknown): SuggestionMark | null {
  const read = markSchema.safeParse(value);
  return read.success ? read.data : null;
}

/** The mark of a node that was put in. */
export function insertedMark({ $: states }: StoredNode): SuggestionMark | null {
  return typeof states === 'object' && states !== null
    ? readMark((states as Record<string, unknown>)[INSERTED])
    : null;
}

/** The node without its mark of having been put in. */
export function withoutInserted(node: StoredNode): StoredNode {
  const { $: states, ...rest } = node;
  const { [INSERTED]: _mark, ...others } = (states ?? {}) as Record<string, unknown>;
  return Object.keys(others).length > 0 ? { ...rest, $: others } : rest;
}

/** The node with this mark of having been put in, or with none. */
export function withInserted(node: StoredNode, mark: SuggestionMark | null): StoredNode {
  if (mark === null) return insertedMark(node) === null ? node : withoutInserted(node);
  return { ...node, $: { ...(node['$'] as object | undefined), [INSERTED]: mark } };
}

/** What was taken out; `notes` are the author's footnotes that its marks name. */
export interface Deletion {
  mark: SuggestionMark;
  content: StoredNode[];
  notes: StoredNode[];
}

/** Null where the node is no deletion, or one that cannot be read. */
export function readDeletion(node: StoredNode): Deletion | null {
  if (node.type !== DELETION_TYPE && node.type !== DELETED_BLOCKS_TYPE) return null;
  const mark = readMark(node['mark']);
  const content = nodesSchema.safeParse(node['content']);
  const notes = nodesSchema.safeParse(node['notes'] ?? []);
  if (mark === null || !content.success) return null;
  return { mark, content: content.data, notes: notes.success ? notes.data : [] };
}

/** Stands in the content of a deletion for the beginning of this block. */
export function blockBreak({ children: _children, ...block }: StoredNode): StoredNode {
  return { type: BREAK_TYPE, version: 1, block };
}

/** The block that begins here, without children; null where the node is no such place. */
export function brokenBlock(node: StoredNode): StoredNode | null {
  if (node.type !== BREAK_TYPE) return null;
  const block = storedNodeSchema.safeParse(node['block']);
  return block.success ? block.data : { type: 'paragraph', version: 1 };
}

const TEXTUAL = new Set(['paragraph', 'heading', 'quote', CAPTION_TYPE]);

/** Whether a block holds nothing but lines of text, so that it can be parted and joined with others of its kind. */
export function isTextual({ type, children = [] }: StoredNode): boolean {
  return TEXTUAL.has(type) || (type === 'listitem' && children.every((child) => child.type !== 'list'));
}
