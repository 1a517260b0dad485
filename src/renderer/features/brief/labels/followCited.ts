/** Tells when a document no longer cites what it did, or in another order. */
import { BibliographyNode } from '#editor/bibliography/BibliographyNode.ts';
import { CitationNode } from '#editor/citation/CitationNode.ts';
import { changesElements } from '#editor/document/replaced.ts';
import { FootnoteMarkNode } from '#editor/footnote/FootnoteMarkNode.ts';
import { type CitedPlaces, citedPlaces } from '#editor/footnote/places.ts';
import { SnippetNode } from '#editor/snippet/SnippetNode.ts';
import {
  type EditorState,
  type LexicalEditor,
  mergeRegister,
  type MutationListener,
  type NodeKey,
} from 'lexical';
import { $itemsOf } from './readCited.ts';

export interface CitedListener {
  /** Citations, quotes or footnotes came, went, changed or moved. Before the window draws the change. */
  onCited(places: CitedPlaces): void;
  /** The list of sources was set in another way. */
  onListed(): void;
}

export function followCited(editor: LexicalEditor, listener: CitedListener): () => void {
  let isOver = false;
  let isTelling = false;
  let moveTimer: ReturnType<typeof setTimeout> | undefined;
  /** As it was told last. */
  let order = '';
  /** Once for all that one update changes. */
  const changed = (): void => {
    if (isTelling) return;
    isTelling = true;
    queueMicrotask(() => {
      isTelling = false;
      if (isOver) return;
      const places = citedPlaces(editor);
      order = orderOf(places);
      listener.onCited(places);
    });
  };
  /** Words typed in a quote change its node too, and nothing that it cites. */
  const onNodes: MutationListener = (nodes, { prevEditorState }) => {
    const itemsIn = (state: EditorState, key: NodeKey) => state.read(() => $itemsOf(key));
    const isSame = [...nodes].every(
      ([key, kind]) =>
        kind === 'updated' && itemsIn(prevEditorState, key) === itemsIn(editor.getEditorState(), key),
    );
    if (!isSame) changed();
  };
  /** A moved block takes its citations along without touching them; only their order changes. */
  const onMove = (): void => {
    clearTimeout(moveTimer);
    moveTimer = setTimeout(() => {
      if (orderOf(citedPlaces(editor)) !== order) changed();
    });
  };
  const later = { skipInitialization: true };
  return mergeRegister(
    editor.registerMutationListener(CitationNode, onNodes, later),
    editor.registerMutationListener(SnippetNode, onNodes, later),
    editor.registerMutationListener(FootnoteMarkNode, onNodes, later),
    editor.registerMutationListener(BibliographyNode, () => listener.onListed(), later),
    editor.registerUpdateListener((update) => {
      if (changesElements(update)) onMove();
    }),
    () => {
      isOver = true;
      clearTimeout(moveTimer);
    },
  );
}

function orderOf({ keys, ids }: CitedPlaces): string {
  return [...keys, ...ids].join();
}
