/** The list of sources as a block: its node, and what keys and clicks do to it. */
import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $createNodeSelection,
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  configExtension,
  defineExtension,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical';
import { typesText } from '../keys.ts';
import { $settleBibliography } from './actions.ts';
import { $isBibliographyNode, BibliographyNode } from './BibliographyNode.ts';

export const BibliographyExtension = defineExtension({
  name: 'dossier/bibliography',
  nodes: () => [BibliographyNode],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [BibliographyNode] })],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(BibliographyNode, $settleBibliography),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const block = blockAt(event.target);
          if (block === null) return false;
          // The controls in the list answer for themselves.
          if (isControl(event.target)) return true;
          const node = $getNearestNodeFromDOMNode(block);
          if (!$isBibliographyNode(node)) return false;
          const selection = $createNodeSelection();
          selection.add(node.getKey());
          $setSelection(selection);
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      // Keys that are pressed on a control in the list are not for the text.
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => (blockAt(event.target) !== null && isControl(event.target)) || $goOnBehind(event),
        COMMAND_PRIORITY_CRITICAL,
      ),
    ),
});

function blockAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('.bibliography') : null;
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, input') !== null;
}

/** Words typed while the block is selected go behind it; without a caret they would be lost. */
function $goOnBehind(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  const [node, ...others] = $isNodeSelection(selection) ? selection.getNodes() : [];
  if (others.length > 0 || !$isBibliographyNode(node)) return false;
  if (event.key !== 'Enter' && !typesText(event)) return false;
  const paragraph = $createParagraphNode();
  node.insertAfter(paragraph);
  paragraph.select();
  if (event.key === 'Enter') event.preventDefault();
  return event.key === 'Enter';
}
