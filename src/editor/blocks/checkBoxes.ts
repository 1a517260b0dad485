/** Boxes of check lists that are read from right to left: Lexical looks for all at the left of their items. */
import { $isListItemNode } from '@lexical/list';
import { $getNearestNodeFromDOMNode, type LexicalEditor, registerEventListener } from 'lexical';

/** Returns what ends it. */
export function registerBoxesAtTheRight(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    const view = root?.ownerDocument.defaultView;
    if (root === null || !view) return undefined;
    const onClick = (event: MouseEvent): void => {
      const item = event.target;
      if (!(item instanceof HTMLElement) || !item.classList.contains('check-item') || !root.contains(item))
        return;
      if (getComputedStyle(item).direction !== 'rtl') return;
      event.stopImmediatePropagation();
      const width = Number.parseFloat(getComputedStyle(item, '::before').width);
      if (event.clientX < item.getBoundingClientRect().right - width || !editor.isEditable()) return;
      event.preventDefault();
      editor.update(() => {
        const node = $getNearestNodeFromDOMNode(item);
        if ($isListItemNode(node)) node.toggleChecked();
      });
    };
    // Before Lexical, which listens at the root as the event comes down.
    return registerEventListener(view, 'click', onClick, true);
  });
}
