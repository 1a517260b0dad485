/** The list of sources as a block: its node, and what keys and clicks do to it. */
import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  configExtension,
  defineExtension,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical';
import { $selectBlock, $writeBehind } from '../blocks/selectable.ts';
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
          $selectBlock(node);
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      // Keys that are pressed on a control in the list are not for the text.
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) =>
          (blockAt(event.target) !== null && isControl(event.target)) ||
          $writeBehind(event, $isBibliographyNode),
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
