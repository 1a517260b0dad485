/** What a field reads: derived from the brief, and never stored. */
import { fieldText } from '#domain/document/fields.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { briefFacts } from '../derived/facts.ts';

const KEY_ATTRIBUTE = 'data-field-key';
/** What tells a field in the DOM. */
export const FIELD_MARKS = `[${KEY_ATTRIBUTE}]`;

/** Of which node an element is the field, and what it shows. */
export function tagField(element: HTMLElement, key: NodeKey, field: string, value: string): void {
  element.setAttribute(KEY_ATTRIBUTE, key);
  element.dataset['field'] = field;
  element.dataset['value'] = value;
}

/** Writes what a field reads, and only where that changed. */
export function drawField(element: HTMLElement, editor: LexicalEditor): void {
  const { field = '', value = '' } = element.dataset;
  const facts = briefFacts(editor);
  const text = fieldText({ field, value }, facts);
  if (element.textContent !== text) element.textContent = text;
  element.lang = facts.language;
}

/** The field that `target` stands in. */
export function fieldAt(target: EventTarget | null): NodeKey | null {
  const element = target instanceof Element ? target.closest(FIELD_MARKS) : null;
  return element?.getAttribute(KEY_ATTRIBUTE) ?? null;
}
