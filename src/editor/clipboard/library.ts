/**
 * Copies know the library that their sources are in: the number of an article means nothing, or another article, in
 * any other one.
 */
import type { LexicalEditor } from 'lexical';

const libraries = new WeakMap<LexicalEditor, string>();

/** `library` tells the editor's library from all others. */
export function setLibrary(editor: LexicalEditor, library: string): void {
  libraries.set(editor, library);
}

/** Null where it is not known. */
export function libraryOf(editor: LexicalEditor): string | null {
  return libraries.get(editor) ?? null;
}
