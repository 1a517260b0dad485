/** Which footnote's mark the pointer rests on. */
import { markAt } from '#editor/footnote/view.ts';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

/** Milliseconds that the pointer has to rest. */
const OPEN_AFTER = 250;

export interface HoveredMark {
  id: string;
  element: HTMLElement;
}

/** Null where it rests on none; the function takes it back. */
export function useHoveredFootnote(editor: LexicalEditor): [HoveredMark | null, () => void] {
  const [mark, setMark] = useState<HoveredMark | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = (): void => {
      clearTimeout(timer);
      setMark(null);
    };
    const listeners = [
      [
        'pointerover',
        (event: PointerEvent) => {
          const found = event.buttons === 0 ? markAt(event.target) : null;
          if (found === null) return;
          clearTimeout(timer);
          timer = setTimeout(() => setMark(found.element.isConnected ? found : null), OPEN_AFTER);
        },
      ],
      ['pointerout', (event: PointerEvent) => void (markAt(event.target) !== null && leave())],
      ['pointerdown', leave],
      ['keydown', leave],
    ] as [string, EventListener][];
    const stop = editor.registerRootListener((root, previous) => {
      for (const [name, listener] of listeners) {
        previous?.removeEventListener(name, listener);
        root?.addEventListener(name, listener);
      }
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return [mark, () => setMark(null)];
}
