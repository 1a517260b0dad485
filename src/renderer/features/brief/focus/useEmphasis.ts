import { $wordsAtCaret } from '#editor/caretSentence.ts';
import { matchRange } from '#editor/find/highlights.ts';
import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import type { Emphasis } from '../../../app/settings.ts';

/** Named in the style sheet as `::highlight(focus-here)`. */
const NAME = 'focus-here';

/** Marks the sentence or paragraph with the caret, without touching the document; `none` marks nothing. */
export function useEmphasis(editor: LexicalEditor, emphasis: Emphasis, language: string): void {
  useEffect(() => {
    if (emphasis === 'none' || !('highlights' in CSS)) return undefined;
    let frame = 0;
    const mark = (): void => {
      frame = 0;
      const words = editor.read(() => $wordsAtCaret(emphasis, language));
      const range = words === null ? null : matchRange(editor, words);
      if (range === null) CSS.highlights.delete(NAME);
      else CSS.highlights.set(NAME, new Highlight(range));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(mark);
    };
    mark();
    const stop = editor.registerUpdateListener(soon);
    return () => {
      cancelAnimationFrame(frame);
      stop();
      CSS.highlights.delete(NAME);
    };
  }, [editor, emphasis, language]);
}
