/** What an analyst does to a quote: leaves words out, marks words of the own, takes the source's back. Only inside an update. */
import { LEFT_OUT } from '#domain/quotation.ts';
import {
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type RangeSelection,
} from 'lexical';
import { $beside } from '../caretText.ts';
import { $createCitationNode } from '../citation/CitationNode.ts';
import { missingMarks } from './marks.ts';
import { $enclosingSnippet } from './SnippetExtension.ts';
import type { SnippetNode } from './SnippetNode.ts';
import { $quotedWords, quotedParagraphs } from './words.ts';

/** The quote that the whole selection stands in. Also inside a read. */
export function $selectedQuote(): SnippetNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const quote = $enclosingSnippet(selection.anchor.getNode());
  return quote !== null && quote.is($enclosingSnippet(selection.focus.getNode())) ? quote : null;
}

/** Takes the selected words out of their quote, and says so. Returns whether there were any. */
export function $leaveOut(): boolean {
  const selection = $wordsInQuote();
  if (selection === null || selection.isCollapsed()) return false;
  selection.removeText();
  const before = $besideCaret(selection, -1);
  const after = $besideCaret(selection, 1);
  const space = (character: string): string => (character === '' || /\s/u.test(character) ? '' : ' ');
  $insertPlain(selection, `${space(before)}${LEFT_OUT}${space(after)}`);
  return true;
}

/** Puts brackets around the selected words, which then are the analyst's, or empty ones around the caret. */
export function $bracket(): boolean {
  const selection = $wordsInQuote();
  if (selection === null) return false;
  if (selection.isCollapsed()) {
    $insertPlain(selection, '[]');
    const { anchor } = selection;
    selection.anchor.set(anchor.key, anchor.offset - 1, 'text');
    selection.focus.set(anchor.key, anchor.offset, 'text');
    return true;
  }
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const first = start.getNode();
  const last = end.getNode();
  if (!$isTextNode(first) || !$isTextNode(last)) return false;
  const startAt = start.offset;
  const endAt = end.offset;
  last.spliceText(endAt, 0, ']');
  first.spliceText(startAt, 0, '[');
  const behind = first.is(last) ? endAt + 2 : endAt + 1;
  selection.anchor.set(last.getKey(), behind, 'text');
  selection.focus.set(last.getKey(), behind, 'text');
  return true;
}

/** Marks every change that the words of a quote have and `exact`, those of the source, have not. */
export function $markChanges(quote: SnippetNode, exact: string): void {
  const { text, parts } = $quotedWords(quote);
  // From the end, so that the places of those before stay right.
  for (const { at, text: added } of missingMarks(exact, text).toReversed()) {
    const isBehind = added !== '[' && at > 0;
    const part = parts.findLast(({ from, node }) =>
      isBehind ? from < at && at <= from + node.getTextContentSize() : from <= at,
    );
    part?.node.spliceText(at - part.from, 0, added);
  }
}

/** Gives a quote the words of its source again. */
export function $restoreWords(quote: SnippetNode, exact: string): void {
  quote.clear();
  for (const text of quotedParagraphs(exact))
    quote.append($createParagraphNode().append($createTextNode(text)));
  quote.selectEnd();
}

/**
 * Makes a quote running text, its words selected to be written over; the citation behind them still leads to the
 * passage. `spaced` sets a space before the citation, as those in running text need.
 */
export function $paraphrase(quote: SnippetNode, spaced: boolean): void {
  const items = quote.getItems();
  const blocks = quote.getChildren<ElementNode>();
  const first = blocks[0]!;
  const last = blocks.at(-1)!;
  for (const block of blocks) quote.insertBefore(block);
  const target = $isParagraphNode(last) ? last : $createParagraphNode();
  if (target !== last) last.insertAfter(target);
  if (spaced && target.getTextContent().trim() !== '') target.append($createTextNode(' '));
  const citation = $createCitationNode(items);
  target.append(citation);
  quote.remove();
  const selection = first.selectStart();
  selection.focus.set(target.getKey(), citation.getIndexWithinParent(), 'element');
}

/** Whether the emphasis in a quote is the analyst's, which is said then, or the source's. */
export function $tellEmphasis(quote: SnippetNode, isSources: boolean): void {
  quote.setEmphasis(isSources ? 'original' : null);
}

function $wordsInQuote(): RangeSelection | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) && $selectedQuote() !== null ? selection : null;
}

/** The character beside a caret within its text node, or in the next one; empty at the end of a paragraph. */
function $besideCaret(selection: RangeSelection, step: -1 | 1): string {
  const { anchor } = selection;
  const node = anchor.getNode();
  if ($isTextNode(node)) {
    const text = node.getTextContent();
    const inside = step < 0 ? text[anchor.offset - 1] : text[anchor.offset];
    if (inside !== undefined) return inside;
  }
  const next = $beside(anchor)[step < 0 ? 0 : 1];
  return next === null ? '' : edgeOf(next.getTextContent(), step);
}

function edgeOf(text: string, step: -1 | 1): string {
  return (step < 0 ? text.at(-1) : text[0]) ?? '';
}

/** Without the format of the words around: emphasis of a mark would be nobody's. */
function $insertPlain(selection: RangeSelection, text: string): void {
  const format = selection.format;
  selection.format = 0;
  selection.insertNodes([$createTextNode(text)]);
  selection.format = format;
}
