/** What menus and commands do with callouts. */
import { $currentCallout, $mayHoldCallout, $toggleCallout, $unwrapCallout } from '#editor/callout/actions.ts';
import { $isCalloutNode, type CalloutNode } from '#editor/callout/CalloutNode.ts';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';

/** Makes a callout of the selected blocks, changes the kind of the one at the caret, or unwraps one of that kind. */
export function toggleCallout(editor: LexicalEditor, kind: string): void {
  editor.update(() => $toggleCallout(kind));
}

export function mayHoldCallout(editor: LexicalEditor): boolean {
  return editor.read($mayHoldCallout);
}

export function hasCallout(editor: LexicalEditor): boolean {
  return editor.read(() => $currentCallout() !== null);
}

export function isJudgment(editor: LexicalEditor): boolean {
  return editor.read(() => $currentCallout()?.getKind() === 'judgment');
}

/** Without a key the callout at the caret is meant. */
export function setCalloutKind(editor: LexicalEditor, kind: string, key?: NodeKey): void {
  editor.update(() => void $callout(key)?.setKind(kind));
}

/** Empty for none. */
export function setConfidence(editor: LexicalEditor, confidence: string, key?: NodeKey): void {
  editor.update(() => void $callout(key)?.setConfidence(confidence));
}

export function unwrapCallout(editor: LexicalEditor, key?: NodeKey): void {
  editor.update(() => {
    const callout = $callout(key);
    if (callout !== null) $unwrapCallout(callout);
  });
}

function $callout(key: NodeKey | undefined): CalloutNode | null {
  if (key === undefined) return $currentCallout();
  const node = $getNodeByKey(key);
  return $isCalloutNode(node) ? node : null;
}
