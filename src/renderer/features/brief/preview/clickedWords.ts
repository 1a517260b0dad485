/** The words that were clicked on a page. */

/** Letters on each side of the click that are looked for in the text. */
const AROUND = 18;

/** A piece of the line at a point of the window, and how far into it the point is; empty where no words are there. */
export function clickedWords(x: number, y: number): { text: string; offset: number } {
  const none = { text: '', offset: 0 };
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null || !(caret.offsetNode instanceof Text)) return none;
  const line = caret.offsetNode.data;
  // A hyphen at the end of a line may be the page's own.
  const end = Math.min(line.endsWith('-') ? line.length - 1 : line.length, caret.offset + AROUND);
  const start = Math.max(0, caret.offset - AROUND);
  if (start >= end) return none;
  return { text: line.slice(start, end), offset: Math.min(caret.offset, end) - start };
}
