import { type RefObject, useCallback, useEffect, useMemo } from 'react';
import type { PlacedHighlight } from '#contract/annotations.ts';
import { useStore } from '../../app/store.ts';
import { domRangeOf } from './domRange.ts';
import { HighlightCard } from './HighlightCard.tsx';
import { openHighlight } from './highlightActions.ts';
import { clearHighlights, drawHighlights, highlightAt } from './highlightMarks.ts';
import type { ReaderSource } from './readerSelection.ts';

interface HighlightLayerProps {
  body: RefObject<HTMLElement | null>;
  source: ReaderSource;
  /** Null until they are known. */
  highlights: readonly PlacedHighlight[] | null;
}

/** Draws the highlights into the text, and shows the card of the one that is clicked. */
export function HighlightLayer({ body, source, highlights }: HighlightLayerProps) {
  const open = useStore(openHighlight);

  useEffect(() => {
    if (body.current !== null && highlights !== null) drawHighlights(body.current, highlights);
  }, [body, highlights]);
  useEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const onClick = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.closest('a, button') !== null) return;
      if (document.getSelection()?.isCollapsed === false) return;
      const hit = highlightAt(element, highlights ?? [], event);
      if (hit !== null) openHighlight.set({ id: hit.id, takesFocus: false });
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [body, highlights]);
  useEffect(
    () => () => {
      clearHighlights();
      openHighlight.set(null);
    },
    [],
  );

  const highlight = highlights?.find(({ id }) => id === open?.id);
  const range = highlight?.place ?? null;
  const anchor = useMemo(() => {
    const element = body.current;
    if (element === null || range === null) return null;
    return {
      contextElement: element,
      // Its last line: a highlight may be longer than the window.
      getBoundingClientRect: (): DOMRect =>
        [...(domRangeOf(element, range)?.getClientRects() ?? [])].at(-1) ?? element.getBoundingClientRect(),
    };
    // oxlint-disable-next-line react/exhaustive-deps -- The place is given anew with every answer.
  }, [body, range?.start, range?.end]);
  const close = useCallback(() => openHighlight.set(null), []);

  if (highlight === undefined || range === null || anchor === null || open === null) return null;
  const { articleId, versionId } = source;
  return (
    <HighlightCard
      key={highlight.id}
      highlight={highlight}
      place={{ articleId, versionId, ...range }}
      anchor={anchor}
      takesFocus={open.takesFocus}
      onClose={close}
    />
  );
}
