/** Quotes: their node, the way out of them by keyboard, and the walls that keep other words out of them. */
import {
  $createParagraphNode,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  defineExtension,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalNode,
  mergeRegister,
  registerEventListener,
} from 'lexical';
import { touchedKeys } from '../document/replaced.ts';
import { $standsAt } from '../edges.ts';
import { redrawAttributions } from './attribution.ts';
import { $isSnippetNode, SnippetNode } from './SnippetNode.ts';

export const SnippetExtension = defineExtension({
  name: 'dossier/snippet',
  nodes: () => [SnippetNode],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveByEnter, COMMAND_PRIORITY_LOW),
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(command, $deleteAtBorder, COMMAND_PRIORITY_HIGH),
      ),
      editor.registerNodeTransform(SnippetNode, (node) => {
        if (node.isEmpty()) node.append($createParagraphNode());
        const outer = $findMatchingParent(node.getParentOrThrow(), $isSnippetNode);
        if (outer !== null) outer.insertAfter(node);
      }),
      editor.registerUpdateListener((update) => {
        const dirty = update.editorState.read(() =>
          [...touchedKeys(update)].filter((key) => $isSnippetNode($getNodeByKey(key))),
        );
        if (dirty.length > 0) redrawAttributions(editor, dirty);
      }),
      // Chromium answers a press on the attribution by moving the caret to the document's start.
      editor.registerRootListener((root) => {
        if (root === null) return undefined;
        return registerEventListener(root, 'mousedown', (event) => {
          if (event.target instanceof Element && event.target.closest('figcaption') !== null)
            event.preventDefault();
        });
      }),
    ),
});

/** The quote that the selection stands in. */
export function $enclosingSnippet(node: LexicalNode): SnippetNode | null {
  return $findMatchingParent(node, $isSnippetNode);
}

/** Enter at the very end of a quote goes on behind it, at the very start before it. */
function $leaveByEnter(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const snippet = $enclosingSnippet(selection.anchor.getNode());
  if (snippet === null) return false;
  if ($standsAt(selection, snippet, 'end')) {
    const last = snippet.getLastChild();
    // A paragraph that was opened by Enter and left empty is not part of the quote.
    if ($isElementNode(last) && last.isEmpty() && snippet.getChildrenSize() > 1) last.remove();
    const paragraph = $createParagraphNode();
    snippet.insertAfter(paragraph);
    paragraph.select();
    return true;
  }
  if ($standsAt(selection, snippet, 'start')) {
    snippet.insertBefore($createParagraphNode());
    return true;
  }
  return false;
}

/** Deleting across the border of a quote would put words into it or take its own out: it stops there. */
function $deleteAtBorder(backward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $blockOf(selection.anchor.getNode());
  if (block === null) return false;
  const snippet = $enclosingSnippet(block);
  if (snippet !== null) {
    if (!$standsAt(selection, snippet, backward ? 'start' : 'end')) return false;
    if (snippet.getTextContent().trim() === '' && snippet.getChildrenSize() === 1) {
      const paragraph = $createParagraphNode();
      snippet.replace(paragraph);
      paragraph.select();
      return true;
    }
    const neighbour = backward ? snippet.getPreviousSibling() : snippet.getNextSibling();
    if ($isElementNode(neighbour) && neighbour.isEmpty()) neighbour.remove();
    return true;
  }
  if (!$standsAt(selection, block, backward ? 'start' : 'end')) return false;
  const neighbour = backward ? block.getPreviousSibling() : block.getNextSibling();
  if (!$isSnippetNode(neighbour)) return false;
  if (block.isEmpty()) block.remove();
  if (backward) neighbour.selectEnd();
  else neighbour.selectStart();
  return true;
}

function $blockOf(node: LexicalNode): ElementNode | null {
  return $findMatchingParent(node, (parent): parent is ElementNode => {
    return $isElementNode(parent) && !parent.isInline();
  });
}
