/** What is done with callouts. Only inside an update, but for what says otherwise. */
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $isBibliographyNode } from '../bibliography/BibliographyNode.ts';
import { $selectedBlocks } from '../blocks/selectedBlocks.ts';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $enclosingNote } from '../footnote/section.ts';
import { $enclosingSnippet } from '../snippet/SnippetExtension.ts';
import { $createCalloutNode, $isCalloutNode, type CalloutNode } from './CalloutNode.ts';

/** The callout that the selection begins in. Also inside a read. */
export function $currentCallout(): CalloutNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $enclosingCallout(selection.anchor.getNode()) : null;
}

/** Also inside a read. */
export function $enclosingCallout(node: LexicalNode): CalloutNode | null {
  return $findMatchingParent(node, $isCalloutNode);
}

/** Whether blocks at the selection may become a callout: not in a quote, nor in a footnote. Also inside a read. */
export function $mayHoldCallout(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const node = selection.anchor.getNode();
  return $enclosingSnippet(node) === null && $enclosingNote(node) === null;
}

/** Sets the kind of the callout at the caret, or makes one of the selected blocks; one of that kind is unwrapped. */
export function $toggleCallout(kind: string): void {
  const callout = $currentCallout();
  if (callout === null) $wrapInCallout(kind);
  else if (callout.getKind() === kind) $unwrapCallout(callout);
  else callout.setKind(kind);
}

function $wrapInCallout(kind: string): void {
  const blocks = $selectedBlocks().filter((block) => !$isFootnotesNode(block) && !$isBibliographyNode(block));
  if (!$mayHoldCallout() || blocks.length === 0) return;
  const callout = $createCalloutNode(kind);
  blocks[0]!.insertBefore(callout);
  for (const block of blocks) {
    if ($isCalloutNode(block)) {
      callout.append(...block.getChildren());
      block.remove();
    } else callout.append(block);
  }
  const next = callout.getNextSibling();
  if (next === null || $isFootnotesNode(next)) callout.insertAfter($createParagraphNode(), false);
}

/** Takes the frame away; its blocks stay where they are. */
export function $unwrapCallout(callout: CalloutNode): void {
  for (const block of callout.getChildren()) callout.insertBefore(block);
  callout.remove();
}

/** A callout holds blocks, at least one. */
export function $settleCallout(callout: CalloutNode): void {
  let run: ElementNode | null = null;
  for (const child of callout.getChildren()) {
    if (($isElementNode(child) || $isDecoratorNode(child)) && !child.isInline()) {
      run = null;
      continue;
    }
    if (run === null) {
      run = $createParagraphNode();
      child.insertBefore(run);
    }
    run.append(child);
  }
  if (callout.isEmpty()) callout.append($createParagraphNode());
}
