/**
 * What citations show. It is derived from the whole document and from the library, so it lives beside the
 * document and never enters undo history or storage.
 */
import { insideSentence, partsFromCitation, plainText, type RichText } from '#domain/citation.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { richHtml } from '../clipboard/rich.ts';

export interface CitationView {
  /** The note's number, or what the citation puts into the text. */
  label: string;
  /** The name that stands in the text before a note's number. */
  lead?: string;
  /** The label is a note number. */
  note: boolean;
  /** The formatted citation, for those who do not see the page; empty until it is known. */
  description: string;
  /** The same, and what stands in the text, with italics and all. */
  rich?: RichText;
}

const KEY_ATTRIBUTE = 'data-cite-key';
/** What tells the mark of a citation, and the attribution of a quote, in the DOM. */
export const CITATIONS = `[${KEY_ATTRIBUTE}]`;

const views = new WeakMap<LexicalEditor, ReadonlyMap<NodeKey, CitationView>>();

/** Labels that are drawn at once; what is more waits for moments in which the window has nothing else to do. */
const AT_ONCE = 60;

/**
 * Sets the labels of all citations, and draws those that changed, those of `first` before the others where there are many; those without a view show
 * that their label is on its way.
 */
export function setCitationViews(
  editor: LexicalEditor,
  next: ReadonlyMap<NodeKey, CitationView>,
  first: () => Iterable<NodeKey> = () => [],
): void {
  const before = views.get(editor) ?? new Map<NodeKey, CitationView>();
  views.set(editor, next);
  const changed = new Set<NodeKey>();
  for (const [key, view] of next) if (!isDrawnAlike(before.get(key), view)) changed.add(key);
  for (const key of before.keys()) if (!next.has(key)) changed.add(key);
  const atOnce = changed.size <= AT_ONCE ? [...changed] : [...first()].filter((key) => changed.has(key));
  for (const key of atOnce) {
    drawCitationOf(editor, key);
    changed.delete(key);
  }
  drawLater(editor, changed);
}

function isDrawnAlike(before: CitationView | undefined, next: CitationView): boolean {
  return (
    before === next ||
    (before !== undefined &&
      before.note === next.note &&
      before.label === next.label &&
      (before.lead ?? '') === (next.lead ?? '') &&
      before.description === next.description)
  );
}

/** What waits to be drawn. */
const waiting = new WeakMap<LexicalEditor, Set<NodeKey>>();
/** Milliseconds after which a part is drawn although the window is busy. */
const PATIENCE = 100;
/** Milliseconds for which a part is drawn, least where the window is busy: a key may come at any time. */
const MIN_SLICE = 2;
const MAX_SLICE = 6;

function drawLater(editor: LexicalEditor, keys: ReadonlySet<NodeKey>): void {
  if (keys.size === 0) return;
  const queue = waiting.get(editor) ?? new Set();
  const isWaiting = queue.size > 0;
  for (const key of keys) queue.add(key);
  waiting.set(editor, queue);
  if (isWaiting) return;
  const draw = (deadline: IdleDeadline): void => {
    const end = performance.now() + Math.min(Math.max(MIN_SLICE, deadline.timeRemaining()), MAX_SLICE);
    for (const key of queue) {
      if (performance.now() >= end) break;
      queue.delete(key);
      drawCitationOf(editor, key);
    }
    if (queue.size > 0) requestIdleCallback(draw, { timeout: PATIENCE });
  };
  requestIdleCallback(draw, { timeout: PATIENCE });
}

/** Draws the label of a citation anew where something about it changed. */
export function drawCitationOf(editor: LexicalEditor, key: NodeKey): void {
  const element = editor.getElementByKey(key);
  // A quote is marked where its attribution stands, and may hold other citations.
  const mark = element?.hasAttribute(KEY_ATTRIBUTE)
    ? element
    : element?.querySelector<HTMLElement>(`[${KEY_ATTRIBUTE}="${key}"]`);
  if (mark) drawCitation(mark, editor);
}

const incomplete = new WeakMap<LexicalEditor, ReadonlySet<NodeKey>>();

/** Marks the citations whose sources lack something that is printed. */
export function setIncomplete(editor: LexicalEditor, keys: ReadonlySet<NodeKey>): void {
  const before = incomplete.get(editor) ?? new Set<NodeKey>();
  incomplete.set(editor, keys);
  for (const key of new Set([...before, ...keys]))
    if (before.has(key) !== keys.has(key)) drawCitationOf(editor, key);
}

/** Null until the citation has been formatted for the first time. */
export function citationView(editor: LexicalEditor, key: NodeKey): CitationView | null {
  return views.get(editor)?.get(key) ?? null;
}

/** The key of the citation that `target` stands in, and its mark. */
export function citationAt(target: EventTarget | null): { key: NodeKey; element: HTMLElement } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>(CITATIONS) : null;
  return element === null ? null : { key: keyOfCitation(element), element };
}

export function keyOfCitation(element: Element): NodeKey {
  return element.getAttribute(KEY_ATTRIBUTE)!;
}

export function markCitation(element: HTMLElement, key: NodeKey): void {
  element.setAttribute(KEY_ATTRIBUTE, key);
}

/** Writes the label into a mark, and only where it changed. */
export function drawCitation(element: HTMLElement, editor: LexicalEditor): void {
  const view = citationView(editor, keyOfCitation(element));
  const slot = element.querySelector<HTMLElement>('.citation-label') ?? element;
  const label = labelOf(view, element);
  const lead = view?.lead ?? '';
  const isText = view !== null && (!view.note || lead !== '');
  const rich = view === null || view.note ? null : richLabel(view, element);
  if (rich !== null) {
    if (slot.innerHTML !== rich) slot.innerHTML = rich;
  } else if (slot.textContent !== lead + label || (slot.firstElementChild === null) !== (lead === ''))
    writeLabel(slot, lead, label);
  const note = String(!isText);
  if (slot.dataset['note'] !== note) slot.dataset['note'] = note;
  const apart = String(isText && partsFromCitation(element.previousSibling?.textContent ?? ''));
  if (slot.dataset['apart'] !== apart) slot.dataset['apart'] = apart;
  const isIncomplete = incomplete.get(editor)?.has(keyOfCitation(element)) === true;
  const gaps = String(isIncomplete);
  if (slot.dataset['incomplete'] !== gaps) slot.dataset['incomplete'] = gaps;
  const name = ['Citation', lead, view?.label].filter(Boolean).join(' ');
  const spoken = [name, view?.description, isIncomplete ? 'details are missing' : '']
    .filter(Boolean)
    .join(': ');
  if (slot.getAttribute('aria-label') !== spoken) slot.setAttribute('aria-label', spoken);
}

/** What stands inside a sentence gives up its own stop. */
function labelOf(view: CitationView | null, element: HTMLElement): string {
  if (view === null) return '…';
  if (view.note) return view.label;
  return plainText(insideSentence([{ text: view.label }], element.nextSibling?.textContent ?? ''));
}

/** Titles in it are in italics; null for a label that has nothing of the kind. An address is no link in a link. */
function richLabel({ rich = [] }: CitationView, element: HTMLElement): string | null {
  if (rich.every(({ marks }) => marks === undefined)) return null;
  const inside = insideSentence(rich, element.nextSibling?.textContent ?? '');
  return richHtml(inside.map(({ url: _url, ...run }) => run));
}

function writeLabel(slot: HTMLElement, lead: string, label: string): void {
  if (lead === '') {
    slot.textContent = label;
    return;
  }
  const mark = slot.ownerDocument.createElement('sup');
  mark.textContent = label;
  slot.replaceChildren(lead, mark);
}
