/**
 * Marks matches on the page by CSS Custom Highlights: no element of the document changes.
 * https://www.w3.org/TR/css-highlight-api-1/
 */
import type { LexicalEditor, NodeKey } from 'lexical';
import type { TextMatch } from './matches.ts';

/** Named in the style sheet as `::highlight(found)` and `::highlight(found-here)`. */
const FOUND = 'found';
const HERE = 'found-here';
/** Matches marked at most. */
const MOST_MARKED = 3000;

export function markMatches(editor: LexicalEditor, matches: readonly TextMatch[], current: number): void {
  if (!('highlights' in CSS)) return;
  const around = Math.max(0, Math.min(current - MOST_MARKED / 2, matches.length - MOST_MARKED));
  const all = new Highlight();
  const here = new Highlight();
  here.priority = 1;
  for (const [index, match] of matches.slice(around, around + MOST_MARKED).entries()) {
    const range = matchRange(editor, match);
    if (range !== null) (index + around === current ? here : all).add(range);
  }
  CSS.highlights.set(FOUND, all);
  CSS.highlights.set(HERE, here);
}

export function clearMarks(): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(FOUND);
  CSS.highlights.delete(HERE);
}

/** Null where the page does not show it any more. */
export function matchRange(
  editor: LexicalEditor,
  { start, end }: Pick<TextMatch, 'start' | 'end'>,
): Range | null {
  const first = textOf(editor, start.key);
  const last = textOf(editor, end.key);
  if (first === null || last === null || start.offset > first.length || end.offset > last.length) return null;
  const range = document.createRange();
  range.setStart(first, start.offset);
  range.setEnd(last, end.offset);
  return range;
}

function textOf(editor: LexicalEditor, key: NodeKey): Text | null {
  const element = editor.getElementByKey(key);
  if (element === null) return null;
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
}
