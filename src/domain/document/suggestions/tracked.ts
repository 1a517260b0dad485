/** The document with its suggestions side by side: what was taken out stands in the text again, and each piece says what it is. */
import { SECTION_TYPE } from '../footnotes.ts';
import type { StoredNode } from '../stored.ts';
import {
  brokenBlock,
  DELETED_BLOCKS_TYPE,
  DELETION_TYPE,
  insertedMark,
  readDeletion,
  type SuggestionMark,
  withoutInserted,
} from './marks.ts';

/** The member of `$` by which `fromStored.ts` reads what a piece is; never stored. */
const CHANGE = 'trackedChange';

export interface TrackedChange {
  kind: 'insertion' | 'deletion';
  author: string;
  /** ISO 8601. */
  at: string;
}

/** What a node of such a document is; null where it is no suggestion. */
export function trackedChange({ $: states }: StoredNode): TrackedChange | null {
  const change =
    typeof states === 'object' && states !== null ? (states as Record<string, unknown>)[CHANGE] : null;
  return (change as TrackedChange | undefined) ?? null;
}

export function trackedRoot<Root extends StoredNode>(root: Root): Root {
  const notes: StoredNode[] = [];
  const children = (root.children ?? []).flatMap((block) => tracked(block, notes));
  if (notes.length === 0) return { ...root, children };
  const section = children.findLast(({ type }) => type === SECTION_TYPE);
  const body = children.filter((block) => block !== section);
  const kept = section?.children ?? [];
  return {
    ...root,
    children: [...body, { ...(section ?? { type: SECTION_TYPE }), children: [...kept, ...notes] }],
  };
}

function tracked(node: StoredNode, notes: StoredNode[]): StoredNode[] {
  const deletion = readDeletion(node);
  if (deletion !== null) {
    notes.push(...deletion.notes);
    return deletion.content.map((gone) => marked(gone, 'deletion', deletion.mark, notes));
  }
  const mark = insertedMark(node);
  const own = mark === null ? node : change(withoutInserted(node), 'insertion', mark);
  if (own.children === undefined) return [own];
  const children = own.children.flatMap((child) => tracked(child, notes));
  return inBlocks({ ...own, children });
}

/** A node that was taken out, with all that is in it. */
function marked(
  node: StoredNode,
  kind: TrackedChange['kind'],
  mark: SuggestionMark,
  notes: StoredNode[],
): StoredNode {
  const begun = brokenBlock(node);
  if (begun !== null) return { ...node, block: change(begun, kind, mark) };
  if (node.type === DELETION_TYPE || node.type === DELETED_BLOCKS_TYPE)
    notes.push(...(readDeletion(node)?.notes ?? []));
  const own = change(withoutInserted(node), kind, mark);
  const inside = readDeletion(node)?.content ?? node.children;
  if (inside === undefined) return own;
  const { type } = node;
  const isHolder = type === DELETION_TYPE || type === DELETED_BLOCKS_TYPE;
  const children = inside.map((child) => marked(child, kind, mark, notes));
  return isHolder ? { type: 'group', children } : { ...own, children };
}

function change(node: StoredNode, kind: TrackedChange['kind'], { author, at }: SuggestionMark): StoredNode {
  const states = typeof node['$'] === 'object' && node['$'] !== null ? node['$'] : {};
  return { ...node, $: { ...states, [CHANGE]: { kind, author, at } satisfies TrackedChange } };
}

/** A block of text is parted where blocks begin in it that were joined to it. */
function inBlocks(block: StoredNode): StoredNode[] {
  const blocks: StoredNode[] = [{ ...block, children: [] }];
  for (const child of block.children ?? []) {
    const begun = brokenBlock(child);
    if (begun === null) blocks.at(-1)!.children!.push(child);
    else blocks.push({ ...begun, children: [] });
  }
  return blocks;
}
