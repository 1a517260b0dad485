/** The cell of a table that the pointer is on, and where in the window its row, its column and the table stand. */
import type { LexicalEditor } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds that what is drawn at the edges waits for the pointer to come to it. */
const LEAVE_AFTER = 250;
/** CSS pixels beside a border in which the pointer is on it. */
const BORDER = 4;

export interface HoveredCell {
  cell: HTMLTableCellElement;
  /** What of the table can be seen. */
  table: DOMRect;
  rect: DOMRect;
  /** The row that a new one would stand above, and the column that it would stand before: this cell's, or the next. */
  before: { row: boolean; column: boolean };
  /** The cell whose right border the pointer is on; null where it is on none that can be moved, as in tables that run from right to left. */
  border: HTMLTableCellElement | null;
}

/** Null where the pointer is on none; the functions keep it while the pointer is at the edges, and take it back. */
export function useHoveredCell(
  editor: LexicalEditor,
): [HoveredCell | null, keep: () => void, leave: () => void] {
  const [hovered, setHovered] = useState<HoveredCell | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useCallback(() => clearTimeout(timer.current), []);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    setHovered(null);
  }, []);
  useEffect(() => {
    let frame = 0;
    const leaveSoon = (): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(leave, LEAVE_AFTER);
    };
    const onMove = (event: PointerEvent): void => {
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
        if (!(cell instanceof HTMLTableCellElement)) return leaveSoon();
        clearTimeout(timer.current);
        setHovered(measure(cell, event.clientX, event.clientY));
      });
    };
    const listeners = [
      ['pointermove', onMove],
      ['pointerleave', leaveSoon],
      ['keydown', leave],
    ] as [string, EventListener][];
    const stop = editor.registerRootListener((root, previous) => {
      for (const [name, listener] of listeners) {
        previous?.removeEventListener(name, listener);
        root?.addEventListener(name, listener);
      }
    });
    window.addEventListener('scroll', leave, { capture: true, passive: true });
    window.addEventListener('resize', leave);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer.current);
      stop();
      window.removeEventListener('scroll', leave, { capture: true });
      window.removeEventListener('resize', leave);
    };
  }, [editor, leave]);
  return [hovered, keep, leave];
}

function measure(cell: HTMLTableCellElement, x: number, y: number): HoveredCell {
  const rect = cell.getBoundingClientRect();
  const table = cell.closest('table')!;
  const whole = table.getBoundingClientRect();
  const seen = (table.parentElement ?? table).getBoundingClientRect();
  const left = Math.max(whole.left, seen.left);
  const right = Math.min(whole.right, seen.right);
  const mayDrag = getComputedStyle(table).direction === 'ltr';
  const onRight = rect.right - x < BORDER && cell.nextElementSibling !== null;
  const onLeft = x - rect.left < BORDER ? cell.previousElementSibling : null;
  return {
    cell,
    table: new DOMRect(left, whole.top, right - left, whole.height),
    rect,
    before: { row: y < rect.top + rect.height / 2, column: x < rect.left + rect.width / 2 },
    border: !mayDrag ? null : onRight ? cell : (onLeft as HTMLTableCellElement | null),
  };
}
