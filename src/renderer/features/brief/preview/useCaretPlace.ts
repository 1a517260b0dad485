import { $caretPlace, type TextPlace } from '#editor/document/textPlace.ts';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import type { BlockPlace } from '#contract/export.ts';

/** Milliseconds without a move of the caret before its place is looked for: that walks through its block. */
const SETTLE = 60;

/** The caret's place among the blocks that are on the pages; null where it is in none of them. */
export function useCaretPlace(
  editor: LexicalEditor,
  places: readonly BlockPlace[] | undefined,
): TextPlace | null {
  const [place, setPlace] = useState<TextPlace | null>(null);
  useEffect(() => {
    if (places === undefined) return undefined;
    const known = new Set(places.map(({ blockId }) => blockId));
    const look = (): void => {
      const next = editor.read(() => $caretPlace((blockId) => known.has(blockId)));
      setPlace((before) => (isSame(before, next) ? before : next));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.registerUpdateListener(() => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE);
    });
    look();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor, places]);
  return place;
}

function isSame(one: TextPlace | null, other: TextPlace | null): boolean {
  return one?.blockId === other?.blockId && one?.share === other?.share;
}
