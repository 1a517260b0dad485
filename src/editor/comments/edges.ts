/**
 * Words that are typed at the edge of a comment are not in it, those that are typed between its words are; as in Word.
 */
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  SELECTION_CHANGE_COMMAND,
  type TextNode,
} from 'lexical';
import { leafClasses } from '../leafMarks/followLeaves.ts';
import { $isLeaf, $nextLeaf, $previousLeaf, $selectedLeaves } from '../leafMarks/leaves.ts';
import { $setThreads, $threadsOf } from './threads.ts';

/** Returns the function that stops it. */
export function keepEdges(editor: LexicalEditor): () => void {
  /** What text held before an input method began to write in it: until that is through no transform runs. */
  let composed: { key: NodeKey; text: string } | null = null;
  /** Where words end that are being typed over others: what follows belongs to them until the caret goes elsewhere. */
  let typing: { key: NodeKey; offset: number } | null = null;
  /** Null for what is new. */
  const $before = (key: NodeKey): string | null =>
    editor.getEditorState().read(() => $getNodeByKey(key)?.getTextContent() ?? null);
  const $mend = (node: LexicalNode): void => {
    const key = node.getKey();
    const before = $before(key);
    if (before === null) return $joinBetween(node);
    if (!$isTextNode(node) || $threadsOf(node).length === 0) return;
    const was = composed?.key === key ? composed.text : before;
    composed = null;
    const size = node.getTextContentSize();
    // A transform may run again after its own change.
    if (typing?.key === key && [was.length, size].includes(typing.offset)) typing = { key, offset: size };
    else $leaveOutTyped(node, was);
  };
  return mergeRegister(
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        const selection = $getSelection();
        const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
        composed = $isTextNode(node) ? { key: node.getKey(), text: node.getTextContent() } : null;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (typed) => {
        const part = $typeOver(typed);
        if (part !== null) typing = { key: part.getKey(), offset: part.getTextContentSize() };
        return part !== null;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      SELECTION_CHANGE_COMMAND,
      () => {
        const selection = $getSelection();
        const stays =
          $isRangeSelection(selection) &&
          selection.isCollapsed() &&
          selection.anchor.key === typing?.key &&
          selection.anchor.offset === typing.offset;
        if (!stays) typing = null;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    ...leafClasses(editor).map((klass) => editor.registerNodeTransform(klass, $mend)),
  );
}

/**
 * Words that take the place of others are in the threads that all of those were in. Null where there are none such, and
 * nothing was done.
 */
function $typeOver(typed: InputEvent | string): TextNode | null {
  const text = typeof typed === 'string' ? typed : replacement(typed);
  const selection = $getSelection();
  if (text === null || text === '' || !$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const [first, ...others] = $selectedLeaves();
  const ids = others
    .map($threadsOf)
    .reduce((all, own) => all.filter((id) => own.includes(id)), first === undefined ? [] : $threadsOf(first));
  if (ids.length === 0) return null;
  selection.insertText(text);
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node)) return null;
  const from = anchor.offset - text.length;
  const ends = [from, anchor.offset].filter((at) => at > 0 && at < node.getTextContentSize());
  const part = node.splitText(...ends)[from > 0 ? 1 : 0]!;
  $setThreads(part, ids);
  part.selectEnd();
  return part;
}

/** What the checker of spelling puts in. */
function replacement({ inputType, dataTransfer }: InputEvent): string | null {
  return inputType === 'insertReplacementText' ? (dataTransfer?.getData('text/plain') ?? null) : null;
}

/** A new leaf between two leaves of a thread is in the thread. */
function $joinBetween(node: LexicalNode): void {
  if (!$isLeaf(node)) return;
  const previous = $previousLeaf(node);
  const next = previous === null || $threadsOf(previous).length === 0 ? null : $nextLeaf(node);
  if (previous === null || next === null) return;
  const own = $threadsOf(node);
  const around = $shared(previous, next).filter((id) => !own.includes(id));
  if (around.length > 0) $setThreads(node, [...own, ...around]);
}

/** `was`: the text before it was typed into. */
function $leaveOutTyped(node: TextNode, was: string): void {
  const text = node.getTextContent();
  const selection = $getSelection();
  const added = text.length - was.length;
  if (added <= 0 || was === '' || !$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const { anchor } = selection;
  if (anchor.key !== node.getKey()) return;
  const atEnd = anchor.offset === text.length && text.startsWith(was);
  const atStart = anchor.offset === added && text.endsWith(was);
  if (!atEnd && !atStart) return;
  const neighbour = atEnd ? $nextLeaf(node) : $previousLeaf(node);
  const kept = neighbour === null ? [] : $shared(node, neighbour);
  if (kept.length === $threadsOf(node).length) return;
  const [first, second] = node.splitText(atEnd ? was.length : added);
  const typed = atEnd ? second : first;
  if (typed !== undefined) $setThreads(typed, kept);
}

function $shared(
  a: Parameters<typeof $threadsOf>[0],
  b: Parameters<typeof $threadsOf>[0],
): readonly string[] {
  const others = $threadsOf(b);
  return $threadsOf(a).filter((id) => others.includes(id));
}
