/** Citations that are typed or pasted in Pandoc's syntax, before they are citations. */
import type { CitationCluster } from '#domain/citation.ts';
import type { TermReader } from '#domain/locators.ts';
import { findPandocCitations, type PandocCite } from '#domain/pandocCitation.ts';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  PASTE_TAG,
  type TextNode,
  type UpdateListenerPayload,
} from 'lexical';
import { $isClosedToCitations } from './atQuery.ts';
import { $citeAround, type TextPlace } from './cite.ts';

export interface TypedCitation {
  cites: PandocCite[];
  /** As it was typed. */
  text: string;
  from: TextPlace;
  to: TextPlace;
}

export interface TypedCitationsListener {
  /** Terms of locators in the language of the text. */
  readTerm: () => TermReader;
  /** A bracket was closed by a key, and a citation with it. */
  onTyped: (citation: TypedCitation) => void;
  /** What was pasted holds these, in order. */
  onPasted: (citations: TypedCitation[]) => void;
}

/** Returns the function that ends it. Undone and redone text counts as neither typed nor pasted. */
export function registerTypedCitations(editor: LexicalEditor, listener: TypedCitationsListener): () => void {
  return editor.registerUpdateListener((update) => {
    const { tags, editorState, dirtyLeaves } = update;
    if (dirtyLeaves.size === 0 || tags.has(HISTORIC_TAG) || editor.isComposing()) return;
    if (tags.has(PASTE_TAG)) {
      const found = editorState.read(() => $citationsIn(dirtyLeaves, listener.readTerm()));
      if (found.length > 0) listener.onPasted(found);
      return;
    }
    const typed = editorState.read(() => $closedByKey(update, listener.readTerm));
    if (typed !== null) listener.onTyped(typed);
  });
}

/** Puts citations in the place of what was typed, where it still stands so; one step of undo brings it back. */
export function citeTyped(
  editor: LexicalEditor,
  citations: readonly { typed: TypedCitation; items: CitationCluster }[],
): void {
  editor.update(
    () => {
      // From the last to the first: those before keep their places.
      for (const { typed, items } of citations.toReversed()) {
        if ($textBetween(typed.from, typed.to) !== typed.text) continue;
        $citeAround(typed.from, typed.to, items);
      }
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

function $closedByKey(
  { prevEditorState, dirtyLeaves }: UpdateListenerPayload,
  readTerm: () => TermReader,
): TypedCitation | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || !dirtyLeaves.has(selection.anchor.key))
    return null;
  const { key, offset } = selection.anchor;
  const node = $getNodeByKey(key);
  if (!$isTextNode(node) || node.getTextContent()[offset - 1] !== ']') return null;
  const before = prevEditorState.read(() => $getNodeByKey(key)?.getTextContentSize() ?? 0);
  if (before >= node.getTextContentSize()) return null;
  const run = $runAround(node);
  if (run === null) return null;
  return $found(run, readTerm()).find(({ to }) => to.key === key && to.offset === offset) ?? null;
}

function $citationsIn(keys: Iterable<NodeKey>, readTerm: TermReader): TypedCitation[] {
  const found: TypedCitation[] = [];
  const seen = new Set<NodeKey>();
  for (const key of keys) {
    const node = $getNodeByKey(key);
    if (seen.has(key) || !$isTextNode(node)) continue;
    const run = $runAround(node);
    if (run === null) continue;
    for (const own of run.starts.keys()) seen.add(own);
    found.push(...$found(run, readTerm));
  }
  return found;
}

/** Text nodes that stand side by side, as one text. */
interface Run {
  text: string;
  /** Where each begins in it, in order. */
  starts: Map<NodeKey, number>;
}

/** Null in code and in links. */
function $runAround(node: TextNode): Run | null {
  if (!isPlain(node) || $isClosedToCitations(node)) return null;
  let first: TextNode = node;
  for (let before = first.getPreviousSibling(); isPlain(before); before = before.getPreviousSibling())
    first = before;
  const starts = new Map<NodeKey, number>();
  let text = '';
  for (let next: LexicalNode | null = first; isPlain(next); next = next.getNextSibling()) {
    starts.set(next.getKey(), text.length);
    text += next.getTextContent();
  }
  return { text, starts };
}

function isPlain(node: LexicalNode | null): node is TextNode {
  return $isTextNode(node) && node.isSimpleText() && !node.hasFormat('code');
}

function $found(run: Run, readTerm: TermReader): TypedCitation[] {
  const starts = [...run.starts];
  return findPandocCitations(run.text, readTerm).map(({ start, end, cites }) => {
    const [fromKey, fromStart] = starts.findLast(([, at]) => at <= start)!;
    const [toKey, toStart] = starts.findLast(([, at]) => at < end)!;
    return {
      cites,
      text: run.text.slice(start, end),
      from: { key: fromKey, offset: start - fromStart },
      to: { key: toKey, offset: end - toStart },
    };
  });
}

/** Empty where there is no such text any more. */
function $textBetween(from: TextPlace, to: TextPlace): string {
  const first = $getNodeByKey(from.key);
  if (!$isTextNode(first)) return '';
  if (from.key === to.key) return first.getTextContent().slice(from.offset, to.offset);
  let text = first.getTextContent().slice(from.offset);
  for (let next = first.getNextSibling(); $isTextNode(next); next = next.getNextSibling()) {
    if (next.getKey() === to.key) return text + next.getTextContent().slice(0, to.offset);
    text += next.getTextContent();
  }
  return '';
}
