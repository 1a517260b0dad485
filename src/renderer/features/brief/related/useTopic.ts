import { $topicAtCaret, type CaretTopic } from '#editor/caretTopic.ts';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

/** Milliseconds without a key before it is looked at what is written about. */
const SETTLE = 600;
/** Milliseconds after which idle time is waited for no longer. */
const AT_LATEST = 1000;

/** What is written about at the caret; null for nothing yet. A key costs a timer. */
export function useTopic(editor: LexicalEditor, language: string): CaretTopic | null {
  const [topic, setTopic] = useState<CaretTopic | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    let shown = '';
    const look = (): void => {
      const next = editor.read(() => $topicAtCaret(language));
      const words = JSON.stringify(next);
      if (words === shown) return;
      shown = words;
      setTopic(next);
    };
    const soon = (): void => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      timer = setTimeout(() => {
        idle = requestIdleCallback(look, { timeout: AT_LATEST });
      }, SETTLE);
    };
    look();
    const stop = editor.registerUpdateListener(soon);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      stop();
    };
  }, [editor, language]);
  return topic;
}
