/** Whether what is written becomes a suggestion, and whose. */
import type { LexicalEditor } from 'lexical';
import { newBlockId } from '#domain/document/blockId.ts';
import type { SuggestionMark } from '#domain/document/suggestions/marks.ts';

const authors = new WeakMap<LexicalEditor, string>();

/** From now on changes are suggestions of `author`; null: they are made at once. What is pending stays so. */
export function setSuggesting(editor: LexicalEditor, author: string | null): void {
  if (author === null) authors.delete(editor);
  else authors.set(editor, author);
}

/** Null where changes are made at once. */
export function suggestingAuthor(editor: LexicalEditor): string | null {
  return authors.get(editor) ?? null;
}

/** On updates whose changes are no suggestions: accepting, rejecting, going back to a version. */
export const NO_SUGGESTION_TAG = 'dossier-no-suggestion';

/** Milliseconds within which edits beside each other are one change. */
const ONE_CHANGE = 10 * 60_000;

/** `neighbour` where an edit beside it by `author` at `now` continues it. */
export function continues(neighbour: SuggestionMark, author: string, now: number): boolean {
  return neighbour.author === author && Math.abs(now - Date.parse(neighbour.at)) < ONE_CHANGE;
}

export function newMark(author: string, now: number): SuggestionMark {
  return { id: newBlockId(), author, at: new Date(now).toISOString() };
}
