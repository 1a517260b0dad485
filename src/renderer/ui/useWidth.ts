import { type RefObject, useLayoutEffect, useState } from 'react';

/** Widths of what was there last, by name. */
const lastWidths = new Map<string, number>();

/**
 * The width of an element, in CSS pixels, from its first painting on. It is drawn at first for the width that the element
 * of this name had last: another in its place mostly has the same, and what fits into it is not drawn twice.
 */
export function useWidth(element: RefObject<HTMLElement | null>, name: string): number {
  const [width, setWidth] = useState(() => lastWidths.get(name) ?? 0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const { clientWidth } = element.current!;
      lastWidths.set(name, clientWidth);
      setWidth(clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element, name]);
  return width;
}
