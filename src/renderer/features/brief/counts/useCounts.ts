import { addCounts, countText, NO_COUNTS, type TextCounts } from '#domain/counts.ts';
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

/** Counted when typing pauses. */
export function useCounts(editor: LexicalEditor): Counts {
  const [counts, setCounts] = useState<Counts>(NOTHING);
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
    count();
    const stop = editor.registerUpdateListener(() => {
      clearTimeout(timer);
      timer = setTimeout(count, COUNT_AFTER);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return counts;
}

const NOTHING: Counts = { text: NO_COUNTS, notes: NO_COUNTS, all: NO_COUNTS, selection: null };

function countSelection(editor: LexicalEditor): TextCounts | null {
  return editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && !selection.isCollapsed()
      ? countText(selection.getTextContent())
      : null;
  });
}
