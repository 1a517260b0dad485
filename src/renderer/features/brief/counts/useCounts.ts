import { addCounts, countText, type TextCounts } from '#domain/counts.ts';
import { countDocument, type DocumentCounts } from '#editor/document/BlocksExtension.ts';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

/** Milliseconds without an edit before it is counted. */
const COUNT_AFTER = 250;

export interface Counts extends DocumentCounts {
  /** Text and notes together. */
  all: TextCounts;
  /** Null where nothing is selected. */
  selection: TextCounts | null;
}

/** Counted when typing pauses. Null at first: a text is shown before it is counted. */
export function useCounts(editor: LexicalEditor): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = '';
    const count = (): void => {
      const { text, notes } = countDocument(editor);
      const next = { text, notes, all: addCounts(text, notes), selection: countSelection(editor) };
      const words = JSON.stringify(next);
      if (words === shown) return;
      shown = words;
      setCounts(next);
    };
    const countSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(count, COUNT_AFTER);
    };
    countSoon();
    const stop = editor.registerUpdateListener(countSoon);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return counts;
}

function countSelection(editor: LexicalEditor): TextCounts | null {
  return editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && !selection.isCollapsed()
      ? countText(selection.getTextContent())
      : null;
  });
}
