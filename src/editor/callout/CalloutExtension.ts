/** Callouts: their node, the keys at their edges, and the label that opens their menu. */
import {
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  createCommand,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  defineExtension,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  mergeRegister,
  type NodeKey,
  registerEventListener,
} from 'lexical';
import { $settleCallout } from './actions.ts';
import { $deleteAtCalloutBorder, $leaveByEnter } from './borders.ts';
import { CalloutNode } from './CalloutNode.ts';
import { calloutLabelAt } from './view.ts';

/** Sent with a callout's key when its label is pressed. */
export const OPEN_CALLOUT_COMMAND: LexicalCommand<NodeKey> = createCommand('OPEN_CALLOUT_COMMAND');

export const CalloutExtension = defineExtension({
  name: 'dossier/callout',
  nodes: () => [CalloutNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(CalloutNode, $settleCallout),
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveByEnter, COMMAND_PRIORITY_LOW),
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(command, $deleteAtCalloutBorder, COMMAND_PRIORITY_HIGH),
      ),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const label = calloutLabelAt(event.target);
          return label !== null && editor.dispatchCommand(OPEN_CALLOUT_COMMAND, label.key);
        },
        COMMAND_PRIORITY_HIGH,
      ),
      // Chromium answers a press on the label by moving the caret to the document's start.
      editor.registerRootListener((root) => {
        if (root === null) return undefined;
        return registerEventListener(root, 'mousedown', (event) => {
          if (calloutLabelAt(event.target) !== null) event.preventDefault();
        });
      }),
    ),
});
