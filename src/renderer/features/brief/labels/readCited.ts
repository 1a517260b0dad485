/** What a brief cites where, as its editor shows it now. */
import type { CitationCluster, Cited } from '#domain/citation.ts';
import { $bibliography } from '#editor/bibliography/actions.ts';
import { $isCitationNode } from '#editor/citation/CitationNode.ts';
import { citedPlaces } from '#editor/footnote/places.ts';
import { $isSnippetNode } from '#editor/snippet/SnippetNode.ts';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';

export interface CitedNow {
  cited: Cited;
  /** The citations and quotes of `cited.clusters`. */
  keys: NodeKey[];
  /** The ids of `cited.footnotes`. */
  ids: string[];
}

/** `places` are those of the document as it is now. */
export function readCited(editor: LexicalEditor, places = citedPlaces(editor)): CitedNow {
  const { keys, footnotes, ids } = places;
  return editor.read(() => ({
    cited: {
      clusters: keys.map((key) => $itemsOf(key)!),
      footnotes,
      uncited: [...($bibliography()?.getSettings().uncited ?? [])],
    },
    keys,
    ids,
  }));
}

/** The sources of a citation or a quote; null where the node is gone. Only inside a read or an update. */
export function $itemsOf(key: NodeKey): CitationCluster | null {
  const node = $getNodeByKey(key);
  return $isCitationNode(node) || $isSnippetNode(node) ? node.getItems() : null;
}
