import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { type ReaderSource, selectedPlace, selectedRange, showsText } from './readerSelection.ts';

/** Where the selection's actions are to be shown, in window coordinates. */
export interface SelectionPlace {
  x: number;
  top: number;
  bottom: number;
}

/**
 * Lets `selectedPlace` tell what is selected inside `body`, and follows where it stands. The place is null while
 * nothing is selected or the pointer is still down.
 */
export function useReaderSelection(
  body: RefObject<HTMLElement | null>,
  source: ReaderSource | null,
): SelectionPlace | null {
  const [place, setPlace] = useState<SelectionPlace | null>(null);

  // From the moment that the text is there: keys are at once.
  useLayoutEffect(() => {
    if (source === null || body.current === null) return undefined;
    return showsText({ body: body.current, source });
  }, [body, source]);

  useEffect(() => {
    let pointerDown = false;

    const read = (): void => {
      const range = selectedPlace() === null ? null : selectedRange(body.current);
      setPlace(pointerDown || range === null ? null : placeOf(range));
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
    };
  }, [body, source]);

  return place;
}

function placeOf(range: Range): SelectionPlace | null {
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
  const last = boxes.at(-1);
  const first = boxes[0];
  if (first === undefined || last === undefined) return null;
  return { x: (last.left + last.right) / 2, top: first.top, bottom: last.bottom };
}
