/** Fields: their node, and the keys that act on one that is selected. */
import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  createCommand,
  defineExtension,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { $selectBlock } from '../blocks/selectable.ts';
import { typesText } from '../keys.ts';
import { $isFieldNode, FieldNode } from './FieldNode.ts';
import { fieldAt } from './view.ts';

/** Sent with a field's key when the analyst clicks it or presses Enter or F2 on it. */
export const OPEN_FIELD_COMMAND: LexicalCommand<NodeKey> = createCommand('OPEN_FIELD_COMMAND');

export const FieldExtension = defineExtension({
  name: 'dossier/field',
  nodes: () => [FieldNode],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [FieldNode] })],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const key = fieldAt(event.target);
          const node = key === null ? null : $getNodeByKey(key);
          if (!$isFieldNode(node)) return false;
          $selectBlock(node);
          event.preventDefault();
          return editor.dispatchCommand(OPEN_FIELD_COMMAND, node.getKey());
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const node = $selectedField();
          if (node === null) return false;
          if (event.key === 'Enter' || event.key === 'F2') {
            event.preventDefault();
            editor.dispatchCommand(OPEN_FIELD_COMMAND, node.getKey());
            return true;
          }
          // Words typed while a field is selected go behind it; without a caret they would be lost.
          if (typesText(event) || ['Escape', 'End', 'Home'].includes(event.key)) node.selectNext(0, 0);
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
});

function $selectedField(): FieldNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  return others.length === 0 && $isFieldNode(node) ? node : null;
}
