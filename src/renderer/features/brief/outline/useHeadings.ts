import { type Heading, observeHeadings } from '#editor/outline/headings.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { currentHeading } from './currentHeading.ts';

/** The headings of a brief in their order; null before they are known. */
export function useHeadings(editor: LexicalEditor): readonly Heading[] | null {
  const [headings, setHeadings] = useState<readonly Heading[] | null>(null);
  useEffect(() => observeHeadings(editor, setHeadings), [editor]);
  return headings;
}

/** Milliseconds without a change of caret or view before the place is looked for. */
const SETTLE = 100;

/** The heading of the section that is written or read; null before the first. */
export function useCurrentHeading(
  editor: LexicalEditor,
  headings: readonly Heading[] | null,
): NodeKey | null {
  const [current, setCurrent] = useState<NodeKey | null>(null);
  useEffect(() => {
    if (headings === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setCurrent(currentHeading(editor, headings)), SETTLE);
    };
    soon();
    const stop = editor.registerUpdateListener(soon);
    // Of whichever element scrolls: the event does not bubble.
    document.addEventListener('scroll', soon, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      stop();
      document.removeEventListener('scroll', soon, { capture: true });
    };
  }, [editor, headings]);
  return current;
}
