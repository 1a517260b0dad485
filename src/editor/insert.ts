/** What other panes put into a brief. Only inside an update. */
import type { CitationItem } from '#domain/citation.ts';
import { $isCodeNode } from '@lexical/code';
import { $insertNodeToNearestRoot } from '@lexical/utils';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $beside, $restOfWord } from './caretText.ts';
import { $createCitationNode, $isCitationNode, type CitationNode } from './citation/CitationNode.ts';
import { $selectBodyEnd } from './footnote/realm.ts';
import { $enclosingSnippet } from './snippet/SnippetExtension.ts';
import { $createSnippetNode, type SnippetNode } from './snippet/SnippetNode.ts';
import { quotedParagraphs } from './snippet/words.ts';

/** Beside which block of the document something goes. */
export interface BesideBlock {
  block: NodeKey;
  side: 'before' | 'after';
}

/**
 * Quotes `text` as a block of its own at `place`, else at the caret, or at the document's end where there was none, and
 * puts the caret behind it. Blank lines part its paragraphs. Returns the key of the quote.
 */
export function $insertQuote(item: CitationItem, text: string, place?: BesideBlock): NodeKey {
  const snippet = $createSnippetNode([item], quotedParagraphs(text));
  const beside = place === undefined ? null : $getNodeByKey(place.block);
  if (beside === null) $putAtCaret(snippet);
  else if ($isParagraphNode(beside) && beside.isEmpty()) beside.replace(snippet);
  else if (place!.side === 'before') beside.insertBefore(snippet);
  else beside.insertAfter(snippet);
  const next = snippet.getNextSibling();
  if ($isParagraphNode(next) && (next.isEmpty() || place !== undefined)) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    snippet.insertAfter(paragraph);
    paragraph.select();
  }
  return snippet.getKey();
}

function $putAtCaret(snippet: SnippetNode): void {
  const selection = $getSelection();
  // A citation that is selected was opened to read on: its sentence is not torn apart.
  const selected = $isNodeSelection(selection) ? selection.getNodes()[0] : undefined;
  const caret = selected ?? $collapsedCaret().anchor.getNode();
  const outer = selected === undefined ? $enclosingSnippet(caret) : $blockOrSnippet(selected);
  const block = outer === null ? $findMatchingParent(caret, $isParagraphNode) : null;
  if (outer !== null) outer.insertAfter(snippet);
  else if (block !== null && block.isEmpty()) block.replace(snippet);
  else {
    // A caret within a word was left there by a look at the text: nobody means to part the word.
    if ($restOfWord($collapsedCaret().anchor) > 0) $blockAround(caret)?.selectEnd();
    $insertNodeToNearestRoot(snippet);
  }
}

function $blockAround(node: LexicalNode): ElementNode | null {
  return $findMatchingParent(
    node,
    (other) => $isElementNode(other) && !other.isInline(),
  ) as ElementNode | null;
}

function $blockOrSnippet(node: LexicalNode): LexicalNode | null {
  return $enclosingSnippet(node) ?? node.getTopLevelElement();
}

/**
 * Cites `item` at the caret, behind the word that it stands within, behind the selected words, or at the document's end where there was no caret.
 * Beside another citation it joins that one. `spaced` sets a space before it, as citations in running text
 * need. Returns the key of the citation.
 */
export function $insertCitation(item: CitationItem, spaced: boolean): NodeKey {
  const selection = $getSelection();
  const selected = $isNodeSelection(selection) ? selection.getNodes().find($isCitationNode) : undefined;
  if (selected !== undefined) return $joinCitation(selected, item);
  const wasCaret = selection?.isCollapsed() === true;
  const caret = $collapsedCaret();
  if (wasCaret) $leaveWord(caret);
  const code = $findMatchingParent(caret.anchor.getNode(), $isCodeNode);
  if (code !== null) {
    const paragraph = $createParagraphNode();
    code.insertAfter(paragraph);
    paragraph.select();
    return $insertCitation(item, spaced);
  }
  const [before, after] = $beside(caret.anchor);
  const neighbour = [before, after].find($isCitationNode);
  if (neighbour !== undefined) {
    neighbour.selectNext(0, 0);
    return $joinCitation(neighbour, item);
  }
  if (spaced && $followsLetter(caret.anchor)) caret.insertText(' ');
  const citation = $createCitationNode([item]);
  caret.insertNodes([citation]);
  citation.selectNext(0, 0);
  return citation.getKey();
}

function $joinCitation(citation: CitationNode, item: CitationItem): NodeKey {
  const items = citation.getItems();
  const same = items.some(
    (other) => other.articleId === item.articleId && other.snippetId === item.snippetId,
  );
  if (!same) citation.setItems([...items, item]);
  return citation.getKey();
}

/** The caret, at the end of what is selected. */
function $collapsedCaret(): RangeSelection {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) {
    const end = selection.isBackward() ? selection.anchor : selection.focus;
    const { key, offset, type } = end;
    selection.anchor.set(key, offset, type);
    selection.focus.set(key, offset, type);
    return selection;
  }
  if ($isNodeSelection(selection)) {
    const last = selection.getNodes().at(-1);
    if (last !== undefined) return last.selectNext();
  }
  return $selectBodyEnd();
}

/** To the end of the word that the caret stands within. */
function $leaveWord({ anchor, focus }: RangeSelection): void {
  const end = anchor.offset + $restOfWord(anchor);
  if (end === anchor.offset) return;
  anchor.set(anchor.key, end, 'text');
  focus.set(anchor.key, end, 'text');
}

function $followsLetter(point: PointType): boolean {
  const node = point.getNode();
  if ($isTextNode(node))
    return point.offset > 0 && !/\s$/u.test(node.getTextContent().slice(0, point.offset));
  const before = $isElementNode(node) ? node.getChildAtIndex(point.offset - 1) : null;
  return $isTextNode(before) && !/\s$/u.test(before.getTextContent());
}
