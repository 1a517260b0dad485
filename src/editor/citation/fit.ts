/** A label in the text is fitted to the words around it: a space before it, its stop before what goes on. */
import { type LexicalEditor, mergeRegister, type NodeKey } from 'lexical';
import { touchedKeys } from '../document/replaced.ts';
import { CitationNode } from './CitationNode.ts';
import { CITATIONS, drawCitation, drawCitationOf } from './view.ts';

/** Keeps labels fitted while words around them change. */
export function fitCitations(editor: LexicalEditor): () => void {
  return mergeRegister(
    // What is made anew is drawn before it stands among its words.
    editor.registerMutationListener(CitationNode, (nodes) => {
      for (const [key, kind] of nodes) if (kind === 'created') drawCitationOf(editor, key);
    }),
    editor.registerUpdateListener((update) => {
      for (const key of touchedKeys(update)) if (key !== 'root') fitWithin(editor, key);
    }),
  );
}

function fitWithin(editor: LexicalEditor, key: NodeKey): void {
  for (const child of editor.getElementByKey(key)?.children ?? [])
    if (child instanceof HTMLElement && child.matches(CITATIONS)) drawCitation(child, editor);
}
