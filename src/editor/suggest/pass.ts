/** One look at what an update changed. */
import { marksIn } from '#domain/document/suggestions/notes.ts';
import type { Decide } from '#domain/document/suggestions/settle.ts';
import type { SuggestionMark } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { $getNodeByKey, type EditorState, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical';
import { $noteWithId } from '../footnote/section.ts';
import { continues, newMark } from './mode.ts';
import { $stored } from './stored.ts';

export interface Pass {
  editor: LexicalEditor;
  /** The state before the update. */
  base: EditorState;
  author: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Keys of nodes in which something may have changed. */
  touched: ReadonlySet<NodeKey>;
  /** Null where something is selected, or nothing. */
  caret: { key: NodeKey; offset: number; type: 'text' | 'element' } | null;
  /** Marks of footnotes that were put in, by the id of the note. */
  newNotes: Map<string, SuggestionMark>;
  /** Blocks that were told of as a whole already: what they were before stands beside them. */
  told: Set<NodeKey>;
}

/** What `$read` finds in the state before the update. */
export function before<T>({ base, editor }: Pass, $read: () => T): T {
  return base.read($read, { editor });
}

/** Nodes of the state before by their keys. Only inside `before`. */
export function $nodes(keys: readonly NodeKey[]): LexicalNode[] {
  return keys.flatMap((key) => $getNodeByKey(key) ?? []);
}

/** Taking out what oneself has put in leaves nothing; what others suggested stays theirs inside the deletion. */
export function ownAway({ author }: Pass): Decide {
  return (mark) => (mark.author === author ? 'reject' : 'keep');
}

/** A mark for a change beside these, which it may continue. */
export function markBeside({ author, now }: Pass, marks: readonly (SuggestionMark | null)[]): SuggestionMark {
  const neighbour = marks.find((mark) => mark !== null && continues(mark, author, now));
  return neighbour ?? newMark(author, now);
}

/** The footnotes that marks in `content` named before the update. */
export function notesOf(pass: Pass, content: readonly StoredNode[]): StoredNode[] {
  const ids = marksIn(content);
  if (ids.length === 0) return [];
  return before(pass, () =>
    ids.flatMap((id) => {
      const note = typeof id === 'string' ? $noteWithId(id) : null;
      return note === null ? [] : [$stored(note)];
    }),
  );
}
