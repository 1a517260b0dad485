import { type RefObject, useEffect, useState } from 'react';

export interface RowsInView {
  /** The first and the last row that have to be in the page; `last` is below `first` where there is none. */
  first: number;
  last: number;
}

/** Rows that are in the page beyond those in view. */
const BEYOND = 6;

/** Of `count` rows of the same height (CSS pixels) in a box that scrolls, those to be in the page. */
export function useRowsInView(box: RefObject<HTMLElement | null>, count: number, height: number): RowsInView {
  const [view, setView] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [box]);
  return {
    first: Math.max(0, Math.floor(view.top / height) - BEYOND),
    last: Math.min(count - 1, Math.ceil((view.top + view.height) / height) + BEYOND),
  };
}

/** Scrolls as little as needed; the row itself may not be in the page yet. */
export function bringRowIntoView(box: HTMLElement, row: number, height: number): void {
  const top = row * height;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
}
