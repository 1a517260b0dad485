/**
 * Keys in code blocks. Lexical's own for indenting take highlighted code for granted, and throw on plain text, which
 * is what ours holds.
 */
import { $isCodeNode, type CodeNode } from '@lexical/code';
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTabNode,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalNode,
  mergeRegister,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { $standsAt } from '../edges.ts';

/** One level. */
const INDENT = '  ';
/** What one level takes away. */
const LEVEL = /^(?:\t| {1,2})/u;

export const CodeKeysExtension = defineExtension({
  name: 'dossier/code-keys',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $keepIndent, COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          if (!$indent(event.shiftKey)) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      ...(['start', 'end'] as const).map((edge) =>
        editor.registerCommand(
          edge === 'start' ? KEY_ARROW_UP_COMMAND : KEY_ARROW_DOWN_COMMAND,
          (event) => {
            if (event.shiftKey || event.altKey || !$leave(edge)) return false;
            event.preventDefault();
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    ),
});

/** A new line begins below the beginning of the one before. Two blank ones at the end lead out of the code. */
function $keepIndent(): boolean {
  const place = $place();
  if (place === null || !place.selection.isCollapsed()) return false;
  const line = $lineBefore(place.selection.anchor);
  const indent = line.trim() === '' ? '' : /^[ \t]*/u.exec(line)![0];
  if (indent === '') return false;
  place.selection.insertLineBreak();
  place.selection.insertRawText(indent);
  return true;
}

/** Tab writes a level at the caret, and before every line of what is selected; with Shift it takes one away. */
function $indent(back: boolean): boolean {
  const place = $place();
  if (place === null) return false;
  const { selection, code } = place;
  if (!code.is($codeOf(selection.focus.getNode()))) return false;
  if (selection.isCollapsed() && !back) {
    selection.insertRawText(INDENT);
    return true;
  }
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const children = code.getChildren();
  let first = $index(start);
  while (first > 0 && !$isLineBreakNode(children[first - 1])) first -= 1;
  const last = $index(end);
  for (let index = first; index <= last; index += 1) {
    const node = children[index];
    if (index > first && !$isLineBreakNode(children[index - 1])) continue;
    if (back) $takeLevel(node, selection);
    else if ($isTextNode(node) && !$isTabNode(node)) $replaceStart(node, 0, INDENT, selection);
    else if ($isTabNode(node)) node.insertBefore($createTextNode(INDENT));
  }
  return true;
}

function $takeLevel(node: LexicalNode | undefined, selection: RangeSelection): void {
  if ($isTabNode(node)) node.remove();
  else if ($isTextNode(node)) {
    const level = LEVEL.exec(node.getTextContent());
    if (level === null) return;
    if (level[0].length === node.getTextContentSize()) node.remove();
    else $replaceStart(node, level[0].length, '', selection);
  }
}

/** Puts `text` in place of the first `count` characters; the selection stays with the words that it is in. */
function $replaceStart(node: TextNode, count: number, text: string, { anchor, focus }: RangeSelection): void {
  node.spliceText(0, count, text);
  for (const point of [anchor, focus])
    if (point.key === node.getKey())
      point.set(point.key, Math.max(0, point.offset + text.length - count), 'text');
}

/** An arrow at the edge of code that has nothing beyond it writes on there. */
function $leave(edge: 'start' | 'end'): boolean {
  const place = $place();
  if (place === null || !place.selection.isCollapsed()) return false;
  const { selection, code } = place;
  const beyond = edge === 'start' ? code.getPreviousSibling() : code.getNextSibling();
  if (beyond !== null || !$standsAt(selection, code, edge)) return false;
  const paragraph = $createParagraphNode();
  if (edge === 'start') code.insertBefore(paragraph);
  else code.insertAfter(paragraph);
  paragraph.select();
  return true;
}

function $place(): { selection: RangeSelection; code: CodeNode } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const code = $codeOf(selection.anchor.getNode());
  return code === null ? null : { selection, code };
}

function $codeOf(node: LexicalNode): CodeNode | null {
  return $findMatchingParent(node, $isCodeNode);
}

/** The index of the child of the code that a point stands in or before. */
function $index(point: PointType): number {
  const node = point.getNode();
  if (!$isCodeNode(node)) return node.getIndexWithinParent();
  return Math.max(0, Math.min(point.offset, node.getChildrenSize() - 1));
}

/** What stands before the caret in its line of code. */
function $lineBefore(point: PointType): string {
  const node: LexicalNode = point.getNode();
  let text = $isCodeNode(node) ? '' : node.getTextContent().slice(0, point.offset);
  let before = $isCodeNode(node) ? node.getChildAtIndex(point.offset - 1) : node.getPreviousSibling();
  for (; before !== null && !$isLineBreakNode(before); before = before.getPreviousSibling())
    text = before.getTextContent() + text;
  return text;
}
