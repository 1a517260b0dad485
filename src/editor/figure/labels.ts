/**
 * The numbers of captions. They follow from the order of the document, so they are drawn beside its words and are no
 * part of them.
 */
import { captionLabel, captionName } from '#domain/document/figures.ts';
import type { Caption } from '#domain/document/ast.ts';
import { $getNearestNodeFromDOMNode, type ElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { briefFacts } from '../derived/facts.ts';
import { $isCaptionNode } from './CaptionNode.ts';
import { $captionPlaces } from './captions.ts';

const CAPTIONS = '.caption';

type Numbered = Pick<Caption, 'of' | 'number' | 'side'>;

const drawn = new WeakMap<LexicalEditor, ReadonlyMap<NodeKey, Numbered>>();
const NONE: ReadonlyMap<NodeKey, Numbered> = new Map();

/** The captions as they are drawn, in the order of the text. */
export function numberedCaptions(editor: LexicalEditor): ReadonlyMap<NodeKey, Numbered> {
  return drawn.get(editor) ?? NONE;
}

/** What stands before the words of a caption: `Figure 2. `; empty for one that names nothing. */
function labelOf(editor: LexicalEditor, key: NodeKey): string {
  const caption = numberedCaptions(editor).get(key);
  if (caption === undefined) return '';
  const { language } = briefFacts(editor);
  const { name, stop, gap } = captionLabel(caption, language);
  return name + stop + gap;
}

const listeners = new WeakMap<LexicalEditor, Set<() => void>>();

/** Calls back whenever captions were numbered anew. Returns the function that ends it. */
export function onCaptionsDrawn(editor: LexicalEditor, listener: () => void): () => void {
  const all = listeners.get(editor) ?? new Set();
  listeners.set(editor, all.add(listener));
  return () => void all.delete(listener);
}

/** Numbers all captions anew. For after an update. */
export function drawCaptions(editor: LexicalEditor): void {
  const elements = [...(editor.getRootElement()?.querySelectorAll<HTMLElement>(CAPTIONS) ?? [])];
  if (elements.length === 0 && numberedCaptions(editor).size === 0) return;
  const captions = editor.read(() => $number(elements));
  drawn.set(editor, captions);
  for (const key of captions.keys()) {
    const element = editor.getElementByKey(key);
    const label = labelOf(editor, key);
    if (element !== null && element.dataset['label'] !== label) element.dataset['label'] = label;
  }
  nameTables(editor);
  for (const listener of listeners.get(editor) ?? []) listener();
}

/** A table is called as its caption is, for those who come upon it by a screen reader. */
function nameTables(editor: LexicalEditor): void {
  const { language } = briefFacts(editor);
  const names = new Map<Element | null | undefined, string>();
  for (const [key, caption] of numberedCaptions(editor)) {
    const element = caption.of === 'table' ? editor.getElementByKey(key) : null;
    const beside = caption.side === 'above' ? element?.nextElementSibling : element?.previousElementSibling;
    names.set(beside?.querySelector('table'), captionName(caption, language));
  }
  for (const table of editor.getRootElement()?.querySelectorAll('table') ?? []) {
    const name = names.get(table);
    if (name === undefined) table.removeAttribute('aria-label');
    else if (table.getAttribute('aria-label') !== name) table.setAttribute('aria-label', name);
  }
}

function $number(elements: HTMLElement[]): Map<NodeKey, Numbered> {
  const counts = { figure: 0, table: 0 };
  const numbered = new Map<NodeKey, Numbered>();
  const known = new Map<ElementNode, ReturnType<typeof $captionPlaces>>();
  for (const element of elements) {
    const caption = $getNearestNodeFromDOMNode(element);
    const parent = caption?.getParent() ?? null;
    if (!$isCaptionNode(caption) || parent === null) continue;
    let places = known.get(parent);
    if (places === undefined) known.set(parent, (places = $captionPlaces(parent)));
    const place = places.get(caption);
    if (place !== undefined) numbered.set(caption.getKey(), { ...place, number: (counts[place.of] += 1) });
  }
  return numbered;
}
