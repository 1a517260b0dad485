/** Changes of one citation or quote, by its key. */
import type { CitationCluster, CitationItem } from '#domain/citation.ts';
import { $isCitationNode } from '#editor/citation/CitationNode.ts';
import { $isSnippetNode } from '#editor/snippet/SnippetNode.ts';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';

export function setCitationItems(editor: LexicalEditor, key: NodeKey, items: CitationCluster): void {
  editor.update(() => {
    const node = $getNodeByKey(key);
    if ($isCitationNode(node) || $isSnippetNode(node)) node.setItems(items.map(withoutEmpty));
  });
}

/** Deletes a citation, or a quote with its words; undo brings them back. */
export function removeCitation(editor: LexicalEditor, key: NodeKey): void {
  editor.update(() => {
    const node = $getNodeByKey(key);
    if ($isCitationNode(node)) node.selectPrevious();
    else if ($isSnippetNode(node)) node.selectNext();
    node?.remove();
  });
}

/** A field that was cleared is left out; a locator label means nothing without a locator. */
export function withoutEmpty(item: CitationItem): CitationItem {
  const filled = Object.entries(item).filter(
    ([member, value]) =>
      value !== undefined &&
      value !== false &&
      !(typeof value === 'string' && value.trim() === '') &&
      !(member === 'label' && (item.locator ?? '').trim() === ''),
  );
  return Object.fromEntries(filled) as CitationItem;
}
