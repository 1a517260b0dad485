/** How changes look: what the style sheet, screen readers and the list of changes find them by. */
import type { SuggestionMark } from '#domain/document/suggestions/marks.ts';

/** On every piece of a change in the DOM. */
export const CHANGE_ATTRIBUTE = 'data-change';
const HUES = 6;

export function tagChange(
  element: HTMLElement,
  { id, author, at }: SuggestionMark,
  kind: 'insertion' | 'deletion',
): void {
  element.setAttribute(CHANGE_ATTRIBUTE, id);
  element.dataset['changeKind'] = kind;
  element.dataset['changeAuthor'] = author;
  element.dataset['changeAt'] = at;
  element.dataset['changeHue'] = String(hueOf(author));
}

export function untagChange(element: HTMLElement): void {
  if (!element.hasAttribute(CHANGE_ATTRIBUTE)) return;
  element.removeAttribute(CHANGE_ATTRIBUTE);
  for (const name of ['changeKind', 'changePart', 'changeAuthor', 'changeAt', 'changeHue'])
    delete element.dataset[name];
}

/** The same colour for the same name: a number below HUES, which the style sheet gives a colour. */
function hueOf(author: string): number {
  let sum = 0;
  for (const letter of author) sum = (sum * 31 + letter.codePointAt(0)!) % 9973;
  return sum % HUES;
}
