import type { LexicalEditor, NodeKey } from 'lexical';

/**
 * Scrolls a node into view, and calls back with its element once it is there. Blocks out of view are laid out when
 * they come into view: the place is right at the second attempt.
 */
export function reveal(
  editor: LexicalEditor,
  key: NodeKey,
  block: 'center' | 'nearest' | 'start',
  onShown?: (element: HTMLElement | null) => void,
): void {
  const scroll = (): void => editor.getElementByKey(key)?.scrollIntoView({ block });
  scroll();
  requestAnimationFrame(() => {
    scroll();
    requestAnimationFrame(() => {
      scroll();
      onShown?.(editor.getElementByKey(key));
    });
  });
}
