/** Which section is written or read: that of the caret while it is in view, else the one at the top of the view. */
import type { Heading } from '#editor/outline/headings.ts';
import { $getSelection, $isRangeSelection, type LexicalEditor, type NodeKey } from 'lexical';

/** A heading counts as reached once it is in this upper part of the view. */
const UPPER_PART = 0.25;

export function currentHeading(editor: LexicalEditor, headings: readonly Heading[]): NodeKey | null {
  const view = viewOf(editor.getRootElement());
  if (view === null) return null;
  const elements = headings.map(({ key }) => editor.getElementByKey(key));
  const caret = caretElement(editor);
  if (caret !== null && isInView(caret, view)) {
    if (caret.closest('.footnotes') !== null) return null;
    return keyOfLast(headings, elements, (element) => isBefore(element, caret));
  }
  const line = view.top + view.height * UPPER_PART;
  return keyOfLast(headings, elements, (element) => element.getBoundingClientRect().top <= line);
}

/** By halves: `holds` is true up to some heading and false from there on. */
function keyOfLast(
  headings: readonly Heading[],
  elements: readonly (HTMLElement | null)[],
  holds: (element: HTMLElement) => boolean,
): NodeKey | null {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element !== null && element !== undefined && holds(element)) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1]?.key ?? null;
}

function caretElement(editor: LexicalEditor): HTMLElement | null {
  const key = editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? selection.focus.key : (selection?.getNodes()[0]?.getKey() ?? null);
  });
  return key === null || key === 'root' ? null : editor.getElementByKey(key);
}

function isBefore(heading: HTMLElement, caret: HTMLElement): boolean {
  if (heading.contains(caret)) return true;
  return (heading.compareDocumentPosition(caret) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isInView(element: HTMLElement, view: DOMRect): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > view.top && top < view.bottom;
}

/** The part of the page that is seen: of the nearest element around the text that scrolls. */
function viewOf(root: HTMLElement | null): DOMRect | null {
  let element = root?.parentElement ?? null;
  while (element !== null && !/auto|scroll/.test(getComputedStyle(element).overflowY))
    element = element.parentElement;
  return element?.getBoundingClientRect() ?? null;
}
