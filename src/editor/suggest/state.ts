/** The mark of what was put in as a suggestion, on the node itself. Only inside a read or an update. */
import { INSERTED, readMark, type SuggestionMark } from '#domain/document/suggestions/marks.ts';
import { $getState, $setState, createState, type LexicalNode } from 'lexical';

/** Stored as `$.inserted`. Text with different marks stays apart; text that is split keeps its mark in both parts. */
const insertedState = createState(INSERTED, {
  parse: readMark,
  isEqual: isSameMark,
  resetOnCopyNode: true,
});

/** Null where the node is no suggestion of its own. */
export function $insertedMark(node: LexicalNode): SuggestionMark | null {
  return $getState(node, insertedState);
}

export function $setInserted<Node extends LexicalNode>(node: Node, mark: SuggestionMark | null): Node {
  return isSameMark($insertedMark(node), mark) ? node : $setState(node, insertedState, mark);
}

function isSameMark(left: SuggestionMark | null, right: SuggestionMark | null): boolean {
  return (
    left === right || (left?.id === right?.id && left?.author === right?.author && left?.at === right?.at)
  );
}
