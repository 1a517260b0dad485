/** The words of a quote, without the citations that stand in it. Only inside a read or an update. */
import { $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode, type TextNode } from 'lexical';
import type { SnippetNode } from './SnippetNode.ts';

interface QuotedWords {
  /** Paragraphs and line breaks are parted by a space. */
  text: string;
  /** Where the words of each text node begin in `text`. */
  parts: { node: TextNode; from: number }[];
}

export function $quotedWords(snippet: SnippetNode): QuotedWords {
  const parts: QuotedWords['parts'] = [];
  let text = '';
  const read = (node: LexicalNode): void => {
    if ($isTextNode(node)) {
      parts.push({ node, from: text.length });
      text += node.getTextContent();
    } else if ($isLineBreakNode(node)) text += ' ';
    else if ($isElementNode(node)) {
      for (const child of node.getChildren()) read(child);
      if (!node.isInline()) text += ' ';
    }
  };
  read(snippet);
  return { text, parts };
}

const EMPHASIS = ['bold', 'italic', 'underline', 'highlight'] as const;

/**
 * Whose emphasis the words of a quote have: the analyst's, as quoted words come without any, unless told otherwise.
 * Null where they have none.
 */
export function $emphasisOf(snippet: SnippetNode): 'added' | 'original' | null {
  const { parts } = $quotedWords(snippet);
  const hasEmphasis = parts.some(({ node }) => EMPHASIS.some((format) => node.hasFormat(format)));
  return hasEmphasis ? (snippet.getEmphasis() ?? 'added') : null;
}

/** The paragraphs of quoted text, which blank lines part; other white space is one space each, as in the reader. */
export function quotedParagraphs(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
