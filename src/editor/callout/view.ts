/** What stands above a callout: derived from its kind and from the language of the brief, and never stored. */
import { calloutTitle } from '#domain/document/callouts.ts';
import { $getDocument, type LexicalEditor, type NodeKey, setDOMUnmanaged } from 'lexical';
import { briefFacts } from '../derived/facts.ts';

const KEY_ATTRIBUTE = 'data-callout-key';
/** What tells a callout in the DOM. */
export const CALLOUTS = `[${KEY_ATTRIBUTE}]`;

/** The element of a callout: a button that names it, which the document does not own, and the place of its blocks. */
export function calloutElement(key: NodeKey): HTMLElement {
  const document = $getDocument();
  const element = document.createElement('section');
  element.className = 'callout';
  element.setAttribute('role', 'group');
  element.setAttribute(KEY_ATTRIBUTE, key);
  const head = document.createElement('div');
  head.className = 'callout-head';
  head.contentEditable = 'false';
  setDOMUnmanaged(head, { captureSelection: true });
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.setAttribute('aria-haspopup', 'menu');
  button.append(document.createElement('b'), document.createElement('span'));
  head.append(button);
  const body = document.createElement('div');
  body.className = 'callout-body';
  element.append(head, body);
  return element;
}

/** Says of which kind a callout is, and how sure. */
export function tagCallout(element: HTMLElement, kind: string, confidence: string): void {
  element.dataset['kind'] = kind;
  element.dataset['confidence'] = confidence;
}

export function drawCallout(element: HTMLElement, editor: LexicalEditor): void {
  const { kind = '', confidence = '' } = element.dataset;
  const { language } = briefFacts(editor);
  const title = calloutTitle({ kind, confidence: confidence === '' ? null : confidence }, language);
  const button = element.querySelector('button')!;
  button.lang = language;
  button.children[0]!.textContent = title.label;
  button.children[1]!.textContent = title.confidence ?? '';
  element.setAttribute('aria-label', [title.label, title.confidence].filter(Boolean).join(', '));
}

/** The callout whose label `target` is, and that label. */
export function calloutLabelAt(target: EventTarget | null): { key: NodeKey; element: HTMLElement } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('.callout-head button') : null;
  const key = element?.closest(CALLOUTS)?.getAttribute(KEY_ATTRIBUTE);
  return element === null || !key ? null : { key, element };
}
