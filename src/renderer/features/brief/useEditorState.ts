/** What components show of the editor. Values change only where what they say has changed. */
import { $selectionFormat, type SelectionFormat } from '#editor/format.ts';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

/** Format, block and link at the caret. */
export function useSelectionFormat(editor: LexicalEditor): SelectionFormat {
  const [format, setFormat] = useState(() => editor.read($selectionFormat));
  useEffect(() => {
    let shown = '';
    const update = (): void => {
      const next = editor.read($selectionFormat);
      const key = JSON.stringify(next);
      if (key === shown) return;
      shown = key;
      setFormat(next);
    };
    update();
    return editor.registerUpdateListener(update);
  }, [editor]);
  return format;
}

export function useHistory(editor: LexicalEditor): { canUndo: boolean; canRedo: boolean } {
  const [history, setHistory] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    const { canUndo, canRedo } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
    const update = (): void => setHistory({ canUndo: canUndo.peek(), canRedo: canRedo.peek() });
    const stops = [canUndo.subscribe(update), canRedo.subscribe(update)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
  return history;
}

/** Whether the document is one empty paragraph. */
export function useEmptyDocument(editor: LexicalEditor): boolean {
  const [empty, setEmpty] = useState(false);
  useEffect(() => {
    const update = (): void =>
      setEmpty(
        editor.read(() => {
          const root = $getRoot();
          const first = root.getFirstChild();
          return (
            root.getChildrenSize() === 1 &&
            $isElementNode(first) &&
            first.getType() === 'paragraph' &&
            first.isEmpty()
          );
        }),
      );
    update();
    return editor.registerUpdateListener(update);
  }, [editor]);
  return empty;
}
