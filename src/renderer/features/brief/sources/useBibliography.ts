/** The block of the list of sources in a document, as components show it. */
import { $bibliography } from '#editor/bibliography/actions.ts';
import {
  BibliographyNode,
  type BibliographySettings,
  NO_SETTINGS,
} from '#editor/bibliography/BibliographyNode.ts';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

export interface BibliographyView {
  /** The element of the block; null where the document has none. */
  host: HTMLElement | null;
  settings: BibliographySettings;
}

const NONE: BibliographyView = { host: null, settings: NO_SETTINGS };

export function useBibliography(editor: LexicalEditor): BibliographyView {
  const [view, setView] = useState(NONE);
  useEffect(() => editor.registerMutationListener(BibliographyNode, () => setView(read(editor))), [editor]);
  return view;
}

function read(editor: LexicalEditor): BibliographyView {
  return editor.read(() => {
    const node = $bibliography();
    if (node === null) return NONE;
    return { host: editor.getElementByKey(node.getKey()), settings: node.getSettings() };
  });
}
