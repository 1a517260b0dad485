/** Citations: their nodes, and the keys that act on a citation once it is selected. */
import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $createNodeSelection,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  createCommand,
  defineExtension,
  KEY_DOWN_COMMAND,
  configExtension,
  mergeRegister,
  type LexicalCommand,
  type NodeKey,
} from 'lexical';
import { $isCitationNode, CitationNode } from './CitationNode.ts';
import { typesText } from '../keys.ts';
import { $citationAtCaret } from './caret.ts';
import { fitCitations } from './fit.ts';
import { citationAt } from './view.ts';

/** Sent with the citation's key when the analyst clicks it or presses Enter on it. */
export const OPEN_CITATION_COMMAND: LexicalCommand<NodeKey> = createCommand('OPEN_CITATION_COMMAND');
/** Shows what a citation, or the attribution of a quote, says and where it is from. */
export const SHOW_CITATION_COMMAND: LexicalCommand<NodeKey> = createCommand('SHOW_CITATION_COMMAND');
/** Sent with the key of a citation or quote when the analyst presses F2 on it, or with the caret beside it. */
export const EDIT_CITATION_COMMAND: LexicalCommand<NodeKey> = createCommand('EDIT_CITATION_COMMAND');

export const CitationExtension = defineExtension({
  name: 'dossier/citation',
  nodes: () => [CitationNode],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [CitationNode] })],
  register: (editor) =>
    mergeRegister(
      fitCitations(editor),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const mark = citationAt(event.target);
          if (mark === null) return false;
          const node = $getNodeByKey(mark.key);
          if ($isCitationNode(node)) $selectCitation(node);
          event.preventDefault();
          return editor.dispatchCommand(OPEN_CITATION_COMMAND, mark.key);
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const citation = $selectedCitation();
          if (citation === null) {
            const beside = event.key === 'F2' ? $citationAtCaret() : null;
            if (beside === null) return false;
            event.preventDefault();
            return editor.dispatchCommand(EDIT_CITATION_COMMAND, beside);
          }
          if (event.key === 'Enter' || event.key === 'F2') {
            event.preventDefault();
            const command = event.key === 'Enter' ? OPEN_CITATION_COMMAND : EDIT_CITATION_COMMAND;
            editor.dispatchCommand(command, citation.getKey());
            return true;
          }
          // Words typed while a citation is selected go behind it; without a caret they would be lost.
          if (typesText(event)) citation.selectNext(0, 0);
          if (event.key === 'Escape' || event.key === 'End' || event.key === 'Home')
            citation.selectNext(0, 0);
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
});

/** The citation that is selected on its own. */
export function $selectedCitation(): CitationNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  return others.length === 0 && $isCitationNode(node) ? node : null;
}

function $selectCitation(node: CitationNode): void {
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}
