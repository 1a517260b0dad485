import type { LexicalEditor } from 'lexical';
import { type RefObject, useEffect } from 'react';
import { caretTop } from '../caretTop.ts';

/** Height in the view at which the line with the caret stays: above the middle, where the eye rests. */
const LINE = 0.42;
/** Pixels that are not worth a movement. */
const SLACK = 3;

/** Keeps the line that is written at one height: the text moves instead. The pointer moves nothing. */
export function useTypewriter(
  editor: LexicalEditor,
  scroller: RefObject<HTMLElement | null>,
  on: boolean,
): void {
  useEffect(() => {
    if (!on) return undefined;
    let frame = 0;
    let byKeyboard = true;
    const settle = (): void => {
      frame = 0;
      const view = scroller.current;
      const top = caretTop(editor);
      if (view === null || top === null) return;
      const { top: above, height } = view.getBoundingClientRect();
      const off = top - above - height * LINE;
      if (Math.abs(off) > SLACK) view.scrollTop += off;
    };
    const soon = (): void => {
      if (byKeyboard && frame === 0) frame = requestAnimationFrame(settle);
    };
    const onKey = (): void => void (byKeyboard = true);
    const onPointer = (): void => void (byKeyboard = false);
    soon();
    // Blocks that come into view take their true heights, some frames later.
    const heights = new ResizeObserver(soon);
    const stops = [
      editor.registerUpdateListener(soon),
      editor.registerRootListener((root, previous) => {
        // Before the editor takes the key, which may update it at once.
        previous?.removeEventListener('keydown', onKey, { capture: true });
        previous?.removeEventListener('pointerdown', onPointer);
        root?.addEventListener('keydown', onKey, { capture: true });
        root?.addEventListener('pointerdown', onPointer);
        heights.disconnect();
        if (root !== null) heights.observe(root);
      }),
    ];
    return () => {
      cancelAnimationFrame(frame);
      heights.disconnect();
      for (const stop of stops) stop();
    };
  }, [editor, scroller, on]);
}
