/** The words around the caret. */
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';

export interface CaretWords {
  /** The paragraph, heading, list item or line of a table that they stand in. */
  block: NodeKey;
  /** Without the labels of citations and notes. */
  text: string;
  start: { key: NodeKey; offset: number };
  end: { key: NodeKey; offset: number };
  /** The inline nodes that are no text and stand among them, as citations do. */
  atoms: LexicalNode[];
}

interface Part {
  node: LexicalNode;
  from: number;
  length: number;
}

/**
 * The sentence or the paragraph with the caret; where something is selected, with the end that moves. Null where
 * there are no words. `language` is a BCP 47 tag. Only inside a read.
 */
export function $wordsAtCaret(what: 'sentence' | 'paragraph', language: string): CaretWords | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { focus } = selection;
  const block = $findMatchingParent(
    focus.getNode(),
    (node): node is ElementNode => $isElementNode(node) && !node.isInline(),
  );
  if (block === null) return null;
  const parts: Part[] = [];
  let text = '';
  let caret = 0;
  const read = (node: LexicalNode): void => {
    if ($isElementNode(node)) {
      for (const [index, child] of node.getChildren().entries()) {
        if (focus.key === node.getKey() && focus.offset === index) caret = text.length;
        if ($isElementNode(child) && !child.isInline()) continue;
        read(child);
      }
      if (focus.key === node.getKey() && focus.offset >= node.getChildrenSize()) caret = text.length;
      return;
    }
    const words = $isTextNode(node) ? node.getTextContent() : $isLineBreakNode(node) ? '\n' : '';
    if (focus.key === node.getKey()) caret = text.length + focus.offset;
    parts.push({ node, from: text.length, length: words.length });
    text += words;
  };
  read(block);
  const [from, to] = what === 'paragraph' ? [0, text.length] : sentenceAt(text, caret, language);
  const inside = parts.filter((part) => part.from < to && part.from + part.length > from);
  const texts = inside.filter(({ node }) => $isTextNode(node));
  const first = texts[0];
  const last = texts.at(-1);
  if (first === undefined || last === undefined || text.slice(from, to).trim() === '') return null;
  return {
    block: block.getKey(),
    text: text.slice(from, to).trim(),
    start: { key: first.node.getKey(), offset: Math.max(0, from - first.from) },
    end: { key: last.node.getKey(), offset: Math.min(last.length, to - last.from) },
    atoms: parts
      .filter((part) => part.length === 0 && part.from >= from && part.from <= to)
      .map(({ node }) => node),
  };
}

/** The sentence that a caret is in or right behind. */
function sentenceAt(text: string, caret: number, language: string): [from: number, to: number] {
  let from = 0;
  for (const { index, segment } of segmenterOf(language).segment(text)) {
    from = index;
    if (index + segment.length >= caret) return [index, index + segment.length];
  }
  return [from, text.length];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
