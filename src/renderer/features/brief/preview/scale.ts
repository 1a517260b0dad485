/** How large the pages of the preview are: as wide as the panel, or at a zoom that was chosen. */
import { createStore } from '../../../app/store.ts';

/** CSS pixels per point at a zoom of 1: a page has its size on paper. */
export const POINT = 96 / 72;

export const ZOOMS = [0.25, 0.35, 0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** Null: as wide as the panel. For as long as the window is open. */
export const chosenZoom = createStore<number | null>(null);

/** The next step from `zoom` in a direction; the last one where there is none. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  // A fitting zoom is seldom a step itself: what is nearly the same is no step.
  const next =
    direction === 1 ? ZOOMS.find((step) => step > zoom * 1.02) : ZOOMS.findLast((step) => step < zoom * 0.98);
  return next ?? (direction === 1 ? ZOOMS.at(-1)! : ZOOMS[0]);
}
