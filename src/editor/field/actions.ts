/** What is done with fields. Only inside an update, but for what says otherwise. */
import { $isCodeNode } from '@lexical/code';
import {
  $createTextNode,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $enclosingSnippet } from '../snippet/SnippetExtension.ts';
import { $createFieldNode, $isFieldNode, type FieldNode } from './FieldNode.ts';

/** Whether a field may stand at the caret: not in code, nor in a quote, whose words are another's. Also inside a read. */
export function $mayInsertField(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const node = selection.focus.getNode();
  return $enclosingSnippet(node) === null && $findMatchingParent(node, $isCodeNode) === null;
}

/** Puts a field in place of what is selected, in the format of the text there, and the caret behind it. */
export function $insertField(field: string, value = ''): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$mayInsertField()) return;
  const { format } = selection;
  const node = $createFieldNode(field, value).setFormat(format);
  selection.insertNodes([node]);
  // What is written on keeps the format too.
  node.selectNext(0, 0).format = format;
}

/** Changes what a field shows; `value` is the ISO date of a fixed one. */
export function $changeField(key: NodeKey, field: string, value = ''): void {
  $field(key)?.setField(field, value);
}

/** Turns a field into the text that it reads now, with the caret behind it. */
export function $fieldToText(key: NodeKey, editor: LexicalEditor): void {
  const node = $field(key);
  if (node === null) return;
  const text = $createTextNode(node.textFor(editor)).setFormat(node.getFormat());
  node.replace(text);
  text.selectEnd();
}

function $field(key: NodeKey): FieldNode | null {
  const node = $getNodeByKey(key);
  return $isFieldNode(node) ? node : null;
}
