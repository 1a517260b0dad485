/** Lists: Tab nests an item, Shift+Tab brings it back, wherever in the item the caret is. */
import {
  $getListDepth,
  $isListItemNode,
  $isListNode,
  CheckListExtension,
  ListExtension,
  type ListItemNode,
} from '@lexical/list';
import type { TextMatchTransformer } from '@lexical/markdown';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';

/** Deepest nesting of lists, as exports can show it. */
const MAX_DEPTH = 8;

export const ListsExtension = defineExtension({
  name: 'dossier/lists',
  dependencies: [
    configExtension(ListExtension, { hasStrictIndent: true, shouldPreserveNumbering: true }),
    configExtension(CheckListExtension, { disableTakeFocusOnClick: true }),
  ],
  register: (editor) =>
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const item = $currentItem();
        if (item === null) return false;
        event.preventDefault();
        if (event.shiftKey) return editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined);
        const list = item.getParent();
        if ($isListNode(list) && $getListDepth(list) >= MAX_DEPTH) return true;
        return editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined);
      },
      COMMAND_PRIORITY_LOW,
    ),
});

function $currentItem(): ListItemNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
    : null;
}

/** `[ ] ` or `[x] ` at the beginning of a list item gives its list check boxes. */
export const CHECK_BOX: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [],
  regExp: /^\[([ x]?)\]\s$/i,
  trigger: ' ',
  replace(node, match) {
    const item = node.getParent();
    if (!$isListItemNode(item) || node.getPreviousSibling() !== null) return;
    const list = item.getParent();
    if (!$isListNode(list)) return;
    list.setListType('check');
    item.setChecked(match[1]?.toLowerCase() === 'x');
    node.remove();
    if (item.isEmpty()) item.select();
    else item.selectStart();
  },
};
