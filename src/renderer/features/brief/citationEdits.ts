/** Changes of one citation or quote, by its key. */
import type { CitationCluster, CitationItem } from '#domain/citation.ts';
import { pageLocator } from '#domain/locators.ts';
import { $isCitationNode } from '#editor/citation/CitationNode.ts';
import { $isSnippetNode } from '#editor/snippet/SnippetNode.ts';
import { $getNodeByKey, HISTORY_MERGE_TAG, type LexicalEditor, type NodeKey } from 'lexical';

export function setCitationItems(editor: LexicalEditor, key: NodeKey, items: CitationCluster): void {
  editor.update(() => {
    const node = $getNodeByKey(key);
    if ($isCitationNode(node) || $isSnippetNode(node)) node.setItems(items.map(withoutEmpty));
  });
}

/**
 * Gives the first source of a citation that is this article, and cited as a whole, the passage that it is cited for, with
 * its pages where none were typed.
 */
export function setCitedPassage(
  editor: LexicalEditor,
  key: NodeKey,
  { articleId, snippetId, pages }: { articleId: number; snippetId: number; pages: string | null },
): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (!$isCitationNode(node)) return;
      const items = node.getItems();
      const place = items.findIndex((item) => item.articleId === articleId && item.snippetId === undefined);
      const item = items[place];
      if (item === undefined) return;
      const locator = item.locator === undefined ? pageLocator(pages) : {};
      node.setItems(items.with(place, { ...item, snippetId, ...locator }));
    },
    // One step of undo with the citation.
    { tag: HISTORY_MERGE_TAG },
  );
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
