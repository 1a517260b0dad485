import { type PendingChange, changesAtSelection, pendingChanges } from '#editor/suggest/changes.ts';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

/** Milliseconds without a key before the list is drawn anew. */
const SETTLE = 150;

export interface ShownChanges {
  changes: readonly PendingChange[];
  /** Ids of those that are selected, or at the caret. */
  current: ReadonlySet<string>;
}

/** The pending changes in the order of the text; null before they are known. */
export function usePendingChanges(editor: LexicalEditor): ShownChanges | null {
  const [shown, setShown] = useState<ShownChanges | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = (): void =>
      setShown({ changes: pendingChanges(editor), current: changesAtSelection(editor) });
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(update, SETTLE);
    };
    update();
    const stop = editor.registerUpdateListener(soon);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return shown;
}
