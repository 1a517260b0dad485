/** Lists: Tab nests an item, Shift+Tab brings it back, wherever in the item the caret is. */
import {
  $createListNode,
  $getListDepth,
  $isListItemNode,
  $isListNode,
  CheckListExtension,
  ListExtension,
  ListItemNode,
  ListNode,
} from '@lexical/list';
import type { TextMatchTransformer } from '@lexical/markdown';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  COMMAND_PRIORITY_HIGH,
  INDENT_CONTENT_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { $setPoint, $standsAt } from '../edges.ts';
import { registerBoxesAtTheRight } from './checkBoxes.ts';
import { $partList } from './partLists.ts';

/** Deepest nesting of lists, as exports can show it. */
export const MAX_DEPTH = 8;

export const ListsExtension = defineExtension({
  name: 'dossier/lists',
  dependencies: [
    configExtension(ListExtension, { hasStrictIndent: true, shouldPreserveNumbering: true }),
    configExtension(CheckListExtension, { disableTakeFocusOnClick: true }),
  ],
  register: (editor) =>
    mergeRegister(
      editor.registerMutationListener(ListNode, (changed) => {
        for (const [key, mutation] of changed)
          if (mutation !== 'destroyed') nameRole(editor.getElementByKey(key));
      }),
      editor.registerMutationListener(ListItemNode, (changed) => {
        for (const [key, mutation] of changed)
          if (mutation !== 'destroyed') nameBox(editor.getElementByKey(key));
      }),
      registerBoxesAtTheRight(editor),
      editor.registerNodeTransform(ListItemNode, $partList),
      editor.registerCommand(SELECTION_CHANGE_COMMAND, $enterLists, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_BACKSPACE_COMMAND, $keepNumbering, COMMAND_PRIORITY_HIGH),
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
    ),
});

/** A list holds items, as assistive technology has it; what holds boxes is a group. */
function nameRole(list: HTMLElement | null): void {
  if (list?.classList.contains('check-list') === true) list.setAttribute('role', 'group');
  else list?.removeAttribute('role');
}

/** A box is called by the words beside it; where there are none yet it still needs a name. */
function nameBox(item: HTMLElement | null): void {
  if (item?.getAttribute('role') === 'checkbox' && item.textContent === '')
    item.setAttribute('aria-label', 'Empty item');
  else item?.removeAttribute('aria-label');
}

/** An item that holds a list has no words beside it: what stands at the edge of the list stands in it. */
function $enterLists(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  for (const point of [selection.anchor, selection.focus]) {
    const item = point.getNode();
    const list = $isListItemNode(item) ? item.getChildAtIndex(Math.max(0, point.offset - 1)) : null;
    if ($isListNode(list)) $setPoint(point, list, point.offset === 0 ? 'start' : 'end');
  }
  return false;
}

/** An item that Backspace takes out of a numbered list parts it: what stands behind goes on with its numbers. */
function $keepNumbering(): boolean {
  const selection = $getSelection();
  const item = $currentItem();
  if (item === null || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const list = item.getParent();
  const rest = item.getNextSiblings();
  if (!$isListNode(list) || list.getListType() !== 'number' || $isListItemNode(list.getParent()))
    return false;
  if (rest.length === 0 || !$standsAt(selection, item, 'start')) return false;
  list.insertAfter($createListNode('number', item.getValue()).append(...rest));
  return false;
}

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
