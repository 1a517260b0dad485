import { type RefObject, useLayoutEffect } from 'react';

/**
 * In `scroller`, Alt with an arrow key selects the next or the previous passage of `body`; the browser then
 * changes the selection by Shift with arrow keys. `drawn` tells that both are there.
 */
export function usePassageKeys(
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  drawn: boolean,
): void {
  // From the moment that the text is there: keys are at once.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || !drawn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || body.current === null) return;
      event.preventDefault();
      selectPassage(body.current, step);
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [scroller, body, drawn]);
}

function selectPassage(body: HTMLElement, step: number): void {
  const blocks = [...body.querySelectorAll<HTMLElement>('[data-block]')];
  const selection = document.getSelection();
  if (selection === null || blocks.length === 0) return;
  const at = blocks.findIndex((block) => block.contains(selection.anchorNode));
  const next = at >= 0 ? blocks[at + step] : firstInView(blocks);
  if (next === undefined) return;
  selection.selectAllChildren(next);
  next.scrollIntoView({ block: 'nearest' });
}

function firstInView(blocks: HTMLElement[]): HTMLElement | undefined {
  const top = blocks[0]?.closest('[tabindex]')?.getBoundingClientRect().top ?? 0;
  return blocks.find((block) => block.getBoundingClientRect().top >= top) ?? blocks[0];
}
