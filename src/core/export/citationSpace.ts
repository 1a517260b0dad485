/** How a citation that stands in the text joins the words around it. */
import { insideSentence, partsFromCitation, type RichText } from '#domain/citation.ts';
import type { Inline } from '#domain/document/ast.ts';

/**
 * Whether a space is to be put before the citation at `index`. The mark of a note stands right behind its word,
 * so that is how citations are written; in an in-text style "(Kim, 2019)" stands there instead.
 */
export function wantsSpaceBefore(siblings: Inline[], index: number): boolean {
  const before = siblings[index - 1];
  if (before === undefined || before.type === 'break') return false;
  if (['citation', 'footnote', 'crossReference'].includes(before.type)) return true;
  return partsFromCitation(lastText(before));
}

/** `content` of the citation at `index` as it is set there. */
export function contentInText(content: RichText, siblings: Inline[], index: number): RichText {
  return insideSentence(content, firstText(siblings[index + 1]));
}

function firstText(inline: Inline | undefined): string {
  if (inline?.type === 'text') return inline.text;
  return inline?.type === 'link' ? firstText(inline.children[0]) : '';
}

function lastText(inline: Inline | undefined): string {
  if (inline?.type === 'text') return inline.text;
  return inline?.type === 'link' ? lastText(inline.children.at(-1)) : '';
}
