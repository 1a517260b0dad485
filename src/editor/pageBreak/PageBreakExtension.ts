/** Page breaks: their node, what inserts them, and the keys that act on one that is selected. */
import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  defineExtension,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { $goBehind, $selectBlock, $writeBehind } from '../blocks/selectable.ts';
import { $createPageBreakNode, $isPageBreakNode, PageBreakNode } from './PageBreakNode.ts';

export const PageBreakExtension = defineExtension({
  name: 'dossier/page-break',
  nodes: () => [PageBreakNode],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [PageBreakNode] })],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(PageBreakNode, $settlePageBreak),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (event === null || event.isComposing || event.altKey || event.shiftKey) return false;
          if (!event.ctrlKey && !event.metaKey) return false;
          event.preventDefault();
          $insertPageBreak();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const element = event.target instanceof Element ? event.target.closest('.page-break') : null;
          const node = element === null ? null : $getNearestNodeFromDOMNode(element);
          if (!$isPageBreakNode(node)) return false;
          $selectBlock(node);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => $writeBehind(event, $isPageBreakNode),
        COMMAND_PRIORITY_HIGH,
      ),
    ),
});

/** Whether the page may be broken at the selection: among the blocks of the text itself. Also inside a read. */
export function $mayBreakPage(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const holder = $findMatchingParent(
    selection.focus.getNode(),
    (node): node is LexicalNode => $isElementNode(node) && node.isShadowRoot(),
  );
  return holder === null;
}

/** Breaks the page at the caret; what stands behind it goes on the new page. Only inside an update. */
export function $insertPageBreak(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$mayBreakPage()) return;
  if (!selection.isCollapsed()) selection.removeText();
  const block = $rootChild(selection.focus.getNode());
  if (!$isElementNode(block)) return;
  const node = $createPageBreakNode();
  if (block.isEmpty()) block.insertBefore(node);
  else {
    const behind = selection.insertParagraph();
    const split = behind === null ? null : $rootChild(behind);
    // In a list that is not left by Enter, the break goes behind the list.
    if (split === null || split.is(block)) block.insertAfter(node);
    else split.insertBefore(node);
  }
  $goBehind(node);
}

/** The page itself is broken: a break that comes into a cell or a callout goes behind it. */
function $settlePageBreak(node: PageBreakNode): void {
  const block = $rootChild(node);
  if (block !== null && !node.is(block)) block.insertAfter(node);
}

function $rootChild(node: LexicalNode): LexicalNode | null {
  return $findMatchingParent(node, (parent): parent is LexicalNode => $getRoot().is(parent.getParent()));
}
