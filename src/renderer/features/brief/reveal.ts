import type { LexicalEditor, NodeKey } from 'lexical';

/** Frames in a row in which a node has to stay where it was scrolled to, and for how many that is seen to. */
const STILL_FRAMES = 3;
const MOST_FRAMES = 30;

/**
 * Scrolls a node into view, and calls back with its element once it is there. Blocks out of view are laid out when
 * they come into view, those around them a frame or two later: it is scrolled to until nothing moves it any more.
 */
export function reveal(
  editor: LexicalEditor,
  key: NodeKey,
  block: 'center' | 'nearest' | 'start',
  onShown?: (element: HTMLElement | null) => void,
): void {
  let top: number | undefined;
  let still = 0;
  const settle = (left: number): void => {
    const element = editor.getElementByKey(key);
    still = element?.getBoundingClientRect().top === top ? still + 1 : 0;
    if (still >= STILL_FRAMES || left === 0) {
      onShown?.(element);
      return;
    }
    if (still === 0) element?.scrollIntoView({ block });
    top = element?.getBoundingClientRect().top;
    requestAnimationFrame(() => settle(left - 1));
  };
  settle(MOST_FRAMES);
}
