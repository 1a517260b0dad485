/**
 * The numbers of footnotes. They follow from the whole document and from the citation style, so they live beside
 * the document and never enter undo history or storage.
 */
import type { RichText } from '#domain/citation.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { drawnText } from '../clipboard/rich.ts';

const MARK_ATTRIBUTE = 'data-footnote-mark';
const NOTE_ATTRIBUTE = 'data-footnote';
const ID_ATTRIBUTE = 'data-footnote-id';
/** What tells the mark of a footnote in the DOM. */
export const MARKS = `[${MARK_ATTRIBUTE}]`;
export const NOTES = `[${NOTE_ATTRIBUTE}]`;

const numbers = new WeakMap<LexicalEditor, ReadonlyMap<string, number>>();

/** Draws the numbers of all footnotes, by their ids; the others show that theirs is on its way. */
export function setFootnoteNumbers(editor: LexicalEditor, next: ReadonlyMap<string, number>): void {
  if (next.size === 0 && (numbers.get(editor)?.size ?? 0) === 0) return;
  numbers.set(editor, next);
  const root = editor.getRootElement();
  for (const mark of root?.querySelectorAll<HTMLElement>(MARKS) ?? []) drawMark(mark, editor);
  for (const note of root?.querySelectorAll<HTMLElement>(NOTES) ?? []) drawNote(note, editor);
}

/** Null until it is known, and for a note whose mark is gone. */
export function numberOf(editor: LexicalEditor, id: string): number | null {
  return numbers.get(editor)?.get(id) ?? null;
}

export function tagMark(element: HTMLElement, key: NodeKey, id: string): void {
  element.setAttribute(MARK_ATTRIBUTE, key);
  element.setAttribute(ID_ATTRIBUTE, id);
}

export function tagNote(element: HTMLElement, key: NodeKey, id: string): void {
  element.setAttribute(NOTE_ATTRIBUTE, key);
  element.setAttribute(ID_ATTRIBUTE, id);
}

export function drawMark(element: HTMLElement, editor: LexicalEditor): void {
  const number = numberOf(editor, element.getAttribute(ID_ATTRIBUTE)!);
  write(element, number === null ? '…' : String(number), `Footnote ${number ?? ''}`.trim());
}

export function drawNote(element: HTMLElement, editor: LexicalEditor): void {
  const number = numberOf(editor, element.getAttribute(ID_ATTRIBUTE)!);
  write(
    element.firstElementChild as HTMLElement,
    number === null ? '–' : String(number),
    `Back to the mark of footnote ${number ?? ''}`.trim(),
  );
}

/** The key and id of the mark that `target` stands in. */
export function markAt(
  target: EventTarget | null,
): { key: NodeKey; id: string; element: HTMLElement } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>(MARKS) : null;
  return element === null ? null : { ...markOf(element), element };
}

/** The id of the note whose number `target` is. */
export function numberAt(target: EventTarget | null): string | null {
  const number = target instanceof Element ? target.closest('.footnote-number') : null;
  return number?.parentElement?.getAttribute(ID_ATTRIBUTE) ?? null;
}

/** All marks in the order of the document. */
export function drawnMarks(editor: LexicalEditor): { key: NodeKey; id: string }[] {
  return [...(editor.getRootElement()?.querySelectorAll(MARKS) ?? [])].map(markOf);
}

/** A note as it is shown: its number and its words on one line; null where there is none. */
export function drawnNote(editor: LexicalEditor, id: string): { number: string; text: RichText } | null {
  const note = editor
    .getRootElement()
    ?.querySelector<HTMLElement>(`${NOTES}[${ID_ATTRIBUTE}="${CSS.escape(id)}"]`);
  if (!note) return null;
  const blocks = [...(note.lastElementChild?.children ?? [])].map((block) => drawnText(block));
  return {
    number: note.firstElementChild?.textContent ?? '',
    text: blocks
      .filter((block) => block.length > 0)
      .flatMap((block, at) => (at === 0 ? block : [{ text: ' ' }, ...block])),
  };
}

/** The ids of all notes in the order of their section. */
export function idsOfNotes(editor: LexicalEditor): string[] {
  return [...(editor.getRootElement()?.querySelectorAll(NOTES) ?? [])].map(idOf);
}

function markOf(element: Element): { key: NodeKey; id: string } {
  return { key: element.getAttribute(MARK_ATTRIBUTE)!, id: element.getAttribute(ID_ATTRIBUTE)! };
}

export function idOf(element: Element): string {
  return element.getAttribute(ID_ATTRIBUTE)!;
}

function write(element: HTMLElement, label: string, spoken: string): void {
  if (element.textContent !== label) element.textContent = label;
  if (element.getAttribute('aria-label') !== spoken) element.setAttribute('aria-label', spoken);
}
