/** Where in the text something is dropped. */
import { $lastBodyBlock } from '#editor/footnote/section.ts';
import {
  $createRangeSelectionFromDom,
  $getNearestNodeFromDOMNode,
  $setSelection,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';

export interface DropPlace {
  /** A quote stands between blocks, a citation at a caret. */
  kind: 'quote' | 'citation';
  /** The block beside which a quote goes. */
  block: NodeKey;
  side: 'before' | 'after';
  /** The line to draw, in the window. */
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Point {
  clientX: number;
  clientY: number;
  altKey: boolean;
}

/** Null where nothing can be dropped. */
export function placeAt(editor: LexicalEditor, { clientX, clientY, altKey }: Point): DropPlace | null {
  const block = blockAt(editor, clientY);
  if (block === null) return null;
  const { left, top, bottom, width } = block.element.getBoundingClientRect();
  const side = clientY < (top + bottom) / 2 ? 'before' : 'after';
  const caret = altKey ? caretRange(editor, clientX, clientY) : null;
  if (caret !== null) {
    const at = caret.getBoundingClientRect();
    return {
      kind: 'citation',
      block: block.key,
      side,
      left: at.left,
      top: at.top,
      width: 2,
      height: at.height,
    };
  }
  return {
    kind: 'quote',
    block: block.key,
    side,
    left,
    top: side === 'before' ? top - 2 : bottom + 2,
    width,
    height: 2,
  };
}

/** Puts the caret where the pointer is. Returns whether there is text. */
export function caretAt(editor: LexicalEditor, { clientX, clientY }: Point): boolean {
  const range = caretRange(editor, clientX, clientY);
  const selection = document.getSelection();
  if (range === null || selection === null) return false;
  selection.removeAllRanges();
  selection.addRange(range);
  let isSet = false;
  editor.update(
    () => {
      const caret = $createRangeSelectionFromDom(selection, editor);
      if (caret === null) return;
      $setSelection(caret);
      isSet = true;
    },
    { discrete: true },
  );
  return isSet;
}

function caretRange(editor: LexicalEditor, x: number, y: number): Range | null {
  const range = document.caretRangeFromPoint(x, y);
  return range !== null && editor.getRootElement()?.contains(range.startContainer) === true ? range : null;
}

/** The block of the text, outermost, that is at a height of the window; the nearest where that is none. */
function blockAt(editor: LexicalEditor, y: number): { key: NodeKey; element: HTMLElement } | null {
  const root = editor.getRootElement();
  if (root === null) return null;
  return editor.read(() => {
    const last = $lastBodyBlock();
    const lastElement = last === null ? null : editor.getElementByKey(last.getKey());
    let found: Element | null = null;
    for (const element of root.children) {
      found = element;
      if (element === lastElement || element.getBoundingClientRect().bottom >= y) break;
    }
    const node = found === null ? null : $getNearestNodeFromDOMNode(found);
    const block = node?.getTopLevelElement() ?? null;
    const element = block === null ? null : editor.getElementByKey(block.getKey());
    return block === null || element === null ? null : { key: block.getKey(), element };
  });
}
