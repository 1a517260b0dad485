/** What cross references read: it follows from the whole document, so it is drawn and no part of its words. */
import { UNKNOWN_REFERENCE } from '#domain/document/crossReferences.ts';
import { $getNearestNodeFromDOMNode, type LexicalEditor, type NodeKey } from 'lexical';
import { $isCrossReferenceNode } from './CrossReferenceNode.ts';
import { $nameOf, $targetsById } from './targets.ts';

const REFERENCES = '.cross-reference';

/** The blocks that the drawn references lead to: what each is called, and what references to it read. */
export type DrawnTargets = Map<NodeKey, { id: string; name: string }>;

/** Writes all references anew. For after an update. */
export function drawReferences(editor: LexicalEditor): DrawnTargets {
  const targets: DrawnTargets = new Map();
  const elements = editor.getRootElement()?.querySelectorAll<HTMLElement>(REFERENCES) ?? [];
  if (elements.length === 0) return targets;
  editor.read(() => {
    const blocks = $targetsById();
    for (const element of elements) {
      const node = $getNearestNodeFromDOMNode(element);
      if (!$isCrossReferenceNode(node)) continue;
      const target = blocks.get(node.getTarget()) ?? null;
      const name = target === null ? '' : $nameOf(editor, target);
      if (target !== null) targets.set(target.getKey(), { id: node.getTarget(), name });
      write(element, name, node.getLast());
    }
  });
  return targets;
}

function write(element: HTMLElement, name: string, last: string): void {
  const isBroken = name === '';
  const words = isBroken ? last || UNKNOWN_REFERENCE : name;
  if (element.textContent !== words) element.textContent = words;
  element.toggleAttribute('data-broken', isBroken);
  const told = isBroken ? `${words}: what this refers to is not in the brief any more` : words;
  if (element.getAttribute('aria-label') !== told) element.setAttribute('aria-label', told);
  element.title = isBroken ? 'What this refers to is not in the brief any more.' : '';
}

/** The element of the reference that `target` belongs to. */
export function referenceAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(REFERENCES) : null;
}
