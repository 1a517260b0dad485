import { $getNodeByKey, $getSelection, $isRangeSelection, type EditorState, type TextNode } from 'lexical';
import { $setInserted } from './state.ts';

/** What is written at once into text that somebody suggests is no part of the suggestion. Only inside an update. */
export function $keepApart(node: TextNode, base: EditorState): void {
  const was = base.read(() => $getNodeByKey(node.getKey())?.getTextContent());
  const is = node.getTextContent();
  if (was === undefined || was === is) return;
  const selection = $getSelection();
  const caret =
    $isRangeSelection(selection) && selection.isCollapsed() && selection.anchor.key === node.getKey()
      ? selection.anchor.offset
      : is.length;
  const least = Math.min(was.length, is.length);
  let end = 0;
  while (end < Math.min(least, is.length - caret) && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  let start = 0;
  while (start < least - end && was[start] === is[start]) start += 1;
  if (is.length - end <= start) return;
  const parts = node.splitText(...new Set([start, is.length - end]));
  $setInserted(start === 0 ? parts[0]! : parts[1]!, null);
}
