/** What is typed behind an `@` at the caret: words that a source is looked for by. */
import { $isCodeNode } from '@lexical/code';
import { $isLinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  HISTORY_PUSH_TAG,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { CitationCluster } from '#domain/citation.ts';
import { $caretInText } from '../caretText.ts';
import { $citeAround } from './cite.ts';

export interface AtQuery {
  query: string;
  /** The text node and the offset of the `@` in it. */
  key: NodeKey;
  offset: number;
  /** `-@`: without the author's name. */
  suppressAuthor: boolean;
  /** It stands in a bracket that is still open: `[see @sm`. */
  inBrackets: boolean;
}

/** An `@` that begins a word, so none of a mail address, and words and a locator behind it. */
const AT =
  /(?:^|[\s([{"'“”‘’„«»¿¡–—;])(-?)@((?:[\p{L}\p{N}\p{M}_§¶][\p{L}\p{N}\p{M}_§¶ ,.:'’&()/–-]{0,99})?)$/u;

/** Null where the caret does not stand behind such an `@`. Only inside a read. */
export function $atQuery(): AtQuery | null {
  const place = $caretInText();
  if (place === null) return null;
  const { node, selection } = place;
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  const match = AT.exec(before);
  if (match === null) return null;
  const [, minus = '', query = ''] = match;
  const offset = before.length - query.length - 1;
  const previous = node.getPreviousSibling();
  if (offset - minus.length === 0 && $isTextNode(previous) && /\S$/u.test(previous.getTextContent()))
    return null;
  if (/ {2}/u.test(query) || $isClosedToCitations(node)) return null;
  return {
    query,
    key: node.getKey(),
    offset,
    suppressAuthor: minus !== '',
    inBrackets: before.lastIndexOf('[', offset) > before.lastIndexOf(']', offset),
  };
}

/** Whether an `@` is a sign like any other there: in code and in links. */
export function $isClosedToCitations(node: LexicalNode): boolean {
  return $findMatchingParent(node, (parent) => $isCodeNode(parent) || $isLinkNode(parent)) !== null;
}

/** Puts `text` in the place of the words behind the `@`, which stays unless `withSign`. */
export function replaceAtQuery(editor: LexicalEditor, text: string, withSign = false): void {
  editor.update(
    () => {
      const found = $atQuery();
      const place = $caretInText();
      if (found === null || place === null) return;
      const { offset, query } = found;
      if (withSign) place.node.spliceText(offset, query.length + 1, text, true);
      else place.node.spliceText(offset + 1, query.length, text, true);
    },
    { discrete: true },
  );
}

/** Whether `at` still stands in the text as it was typed. Only inside a read. */
function $stands({ key, offset, query }: AtQuery): boolean {
  const node = $getNodeByKey(key);
  return $isTextNode(node) && node.getTextContent().startsWith(`@${query}`, offset);
}

/** Puts `text` in the place of the words behind the `@` of `at`, where they still stand; the caret stays behind them. */
export function replaceWords(editor: LexicalEditor, at: AtQuery, text: string): void {
  editor.update(
    () => {
      const node = $getNodeByKey(at.key);
      if (!$stands(at) || !$isTextNode(node)) return;
      const caret = $getSelection();
      const from = at.offset + 1;
      const behind =
        $isRangeSelection(caret) && caret.isCollapsed() && caret.anchor.key === at.key
          ? caret.anchor.offset - from - at.query.length
          : -1;
      node.spliceText(from, at.query.length, text);
      const to = from + text.length + behind;
      if (behind >= 0) node.select(to, to);
    },
    { discrete: true },
  );
}

/**
 * Cites in the place of the `@` of `at` and the words behind it, where they still stand; one step of undo brings them
 * back. Whoever typed on meanwhile goes on there. `onCited` is told the citation's key once it is there: from the
 * handler of a key, that is behind the handler.
 */
export function citeAt(
  editor: LexicalEditor,
  at: AtQuery,
  items: CitationCluster,
  onCited: (key: NodeKey) => void,
): void {
  editor.update(
    () => {
      if (!$stands(at)) return;
      const { key, offset, query, suppressAuthor } = at;
      const from = suppressAuthor ? offset - 1 : offset;
      const to = offset + 1 + query.length;
      const citation = $citeAround({ key, offset: from }, { key, offset: to }, items);
      $onUpdate(() => onCited(citation));
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** A new paragraph behind the words of `at`, where they still stand; whoever typed on goes on in it. */
export function breakBehind(editor: LexicalEditor, at: AtQuery): void {
  editor.update(
    () => {
      const node = $getNodeByKey(at.key);
      if (!$stands(at) || !$isTextNode(node)) return;
      const caret = $getSelection()?.clone() ?? null;
      const end = at.offset + 1 + at.query.length;
      const behind =
        $isRangeSelection(caret) && caret.isCollapsed() && caret.anchor.key === at.key
          ? caret.anchor.offset - end
          : -1;
      node.select(end, end).insertParagraph();
      const rest = $getSelection()?.getNodes()[0];
      if (behind > 0 && $isTextNode(rest)) rest.select(behind, behind);
      else if (behind < 0) $setSelection(caret);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
