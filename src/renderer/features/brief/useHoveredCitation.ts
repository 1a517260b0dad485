/** Which citation the pointer rests on, or is selected by keyboard. */
import { $selectedCitation, SHOW_CITATION_COMMAND } from '#editor/citation/CitationExtension.ts';
import { citationAt } from '#editor/citation/view.ts';
import { COMMAND_PRIORITY_EDITOR, type LexicalEditor, type NodeKey } from 'lexical';
import { useEffect, useMemo, useRef, useState } from 'react';

/** Milliseconds that the pointer has to rest, and that it may be away on its way to the preview. */
const OPEN_AFTER = 250;
const CLOSE_AFTER = 200;

interface Hover {
  /** The pointer is in the preview. */
  stay: () => void;
  leave: (now?: boolean) => void;
}

export function useHoveredCitation(editor: LexicalEditor): [NodeKey | null, Hover] {
  const [key, setKey] = useState<NodeKey | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hover = useMemo<Hover>(
    () => ({
      stay: () => clearTimeout(timer.current),
      leave(now = false) {
        clearTimeout(timer.current);
        if (now) setKey(null);
        else timer.current = setTimeout(() => setKey(null), CLOSE_AFTER);
      },
    }),
    [],
  );

  useEffect(() => {
    const onOver = (event: PointerEvent): void => {
      const mark = event.buttons === 0 ? citationAt(event.target) : null;
      if (mark === null) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setKey(mark.key), OPEN_AFTER);
    };
    const onOut = (event: PointerEvent): void => {
      if (citationAt(event.target) !== null) hover.leave();
    };
    let selected: NodeKey | null = null;
    // A click opens the source; what it says need not cover the text then.
    let byKeyboard = false;
    const onKey = (): void => void (byKeyboard = true);
    const onPress = (): void => {
      byKeyboard = false;
      hover.leave(true);
    };
    const listeners = [
      ['pointerover', onOver],
      ['pointerout', onOut],
      ['pointerdown', onPress],
      ['keydown', onKey],
    ] as [string, EventListener][];
    const stops = [
      editor.registerCommand(
        SHOW_CITATION_COMMAND,
        (shown) => {
          clearTimeout(timer.current);
          setKey(shown);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerRootListener((root, previous) => {
        for (const [name, listener] of listeners) {
          previous?.removeEventListener(name, listener);
          root?.addEventListener(name, listener);
        }
      }),
      editor.registerUpdateListener(() => {
        const now = editor.read(() => $selectedCitation()?.getKey() ?? null);
        if (now === selected) return;
        selected = now;
        clearTimeout(timer.current);
        setKey(byKeyboard ? now : null);
      }),
    ];
    return () => {
      clearTimeout(timer.current);
      for (const stop of stops) stop();
    };
  }, [editor, hover]);
  return [key, hover];
}
