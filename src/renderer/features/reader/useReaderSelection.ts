import { type RefObject, useEffect, useState } from 'react';
import { type ArticleContent, pagesOf } from '#domain/article.ts';
import { readerSelection } from './citeActions.ts';
import { textRangeOf } from './domRange.ts';
import { trimRange } from './runs.ts';

/** Where the selection's actions are to be shown, in window coordinates. */
export interface SelectionPlace {
  x: number;
  top: number;
  bottom: number;
}

/** The text that the reader shows. */
export interface ReaderSource {
  articleId: number;
  versionId: number;
  content: ArticleContent;
}

/**
 * Keeps `readerSelection` in step with what is selected inside `body`. The place is null while nothing is
 * selected or the pointer is still down.
 */
export function useReaderSelection(
  body: RefObject<HTMLElement | null>,
  source: ReaderSource | null,
): SelectionPlace | null {
  const [place, setPlace] = useState<SelectionPlace | null>(null);

  useEffect(() => {
    let pointerDown = false;

    const read = (): void => {
      const range = selectedRange(body.current);
      const found = range === null || body.current === null ? null : textRangeOf(body.current, range);
      const trimmed =
        found === null || source === null ? null : trimRange(source.content.text, found.start, found.end);
      if (range === null || trimmed === null || source === null) {
        readerSelection.set(null);
        setPlace(null);
        return;
      }
      const { articleId, versionId, content } = source;
      const pages = pagesOf(content, trimmed) ?? undefined;
      readerSelection.set({ articleId, versionId, ...trimmed, pages });
      setPlace(pointerDown ? null : placeOf(range));
    };
    const onPointerDown = (): void => {
      pointerDown = true;
    };
    const onPointerUp = (): void => {
      pointerDown = false;
      // A click that empties the selection does so after this event.
      setTimeout(read);
    };

    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('pointerup', onPointerUp);
    document.addEventListener('pointercancel', onPointerUp);
    window.addEventListener('resize', read);
    document.addEventListener('scroll', read, { capture: true, passive: true });
    read();
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('pointerup', onPointerUp);
      document.removeEventListener('pointercancel', onPointerUp);
      window.removeEventListener('resize', read);
      document.removeEventListener('scroll', read, { capture: true });
      readerSelection.set(null);
    };
  }, [body, source]);

  return place;
}

/** The selection, where it was begun or ended inside `body`. */
export function selectedRange(body: HTMLElement | null): Range | null {
  const selection = document.getSelection();
  if (selection === null || body === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  if (!body.contains(selection.anchorNode) && !body.contains(selection.focusNode)) return null;
  return selection.getRangeAt(0);
}

function placeOf(range: Range): SelectionPlace | null {
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
  const last = boxes.at(-1);
  const first = boxes[0];
  if (first === undefined || last === undefined) return null;
  return { x: (last.left + last.right) / 2, top: first.top, bottom: last.bottom };
}
