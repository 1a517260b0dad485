/** Whether words of the text were selected by the pointer just now. */
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { useCallback, useEffect, useState } from 'react';

export function usePointerSelection(editor: LexicalEditor): [boolean, hide: () => void] {
  const [isShown, setShown] = useState(false);
  const hide = useCallback(() => setShown(false), []);
  useEffect(() => {
    if (!isShown) return undefined;
    return editor.registerUpdateListener(({ editorState }) => {
      if (!editorState.read(() => $selectsWords())) setShown(false);
    });
  }, [editor, isShown]);
  useEffect(() => {
    let isDown = false;
    const onDown = (event: PointerEvent): void => {
      isDown = event.button === 0;
      setShown(false);
    };
    const onUp = (): void => {
      if (!isDown) return;
      isDown = false;
      // The editor takes over the selection after this event.
      setTimeout(() => setShown(editor.read(() => $selectsWords())));
    };
    const stop = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('pointerdown', onDown);
      root?.addEventListener('pointerdown', onDown);
    });
    const onKey = (event: KeyboardEvent): void => {
      if (!['Control', 'Shift', 'Alt', 'Meta'].includes(event.key) && !event.ctrlKey && !event.metaKey)
        setShown(false);
    };
    document.addEventListener('pointerup', onUp);
    document.addEventListener('keydown', onKey);
    return () => {
      stop();
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('keydown', onKey);
    };
  }, [editor]);
  return [isShown, hide];
}

function $selectsWords(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && !selection.isCollapsed() && selection.getTextContent().trim() !== '';
}

/** Where the selected words stand in the window. */
export function selectionRect(editor: LexicalEditor): DOMRect {
  const selection = document.getSelection();
  const root = editor.getRootElement();
  if (selection === null || selection.rangeCount === 0 || root?.contains(selection.anchorNode) !== true)
    return root?.getBoundingClientRect() ?? new DOMRect();
  return selection.getRangeAt(0).getBoundingClientRect();
}
