/** Where the window was, kept between starts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';

/** Bounds in device-independent pixels, as they are when not maximised. */
export interface WindowState extends Partial<Rectangle> {
  width: number;
  height: number;
  maximised: boolean;
}

export const MIN_SIZE = { width: 720, height: 480 };
const DEFAULT: WindowState = { width: 1440, height: 900, maximised: false };
/** So much of the title bar has to be on a display for the window to be caught and moved. */
const VISIBLE = { width: 120, height: 40 };

/** The stored state; the default where there is none or it is not to be read. */
export function readWindowState(file: string): WindowState {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const { x, y, width, height, maximised } = stored;
    if (!isWhole(width) || !isWhole(height)) return DEFAULT;
    const place = isWhole(x) && isWhole(y) ? { x, y } : {};
    return { ...place, width, height, maximised: maximised === true };
  } catch {
    return DEFAULT;
  }
}

/** Losing the place of the window is no reason to disturb the analyst: failures are ignored. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The next start uses an older place.
  }
}

/**
 * Fits a state to the work areas that there are now, the main display's first: no larger than its display,
 * and centred (no x and y) where its title bar would be on none.
 */
export function fitToDisplays(state: WindowState, workAreas: readonly Rectangle[]): WindowState {
  const { x, y, maximised } = state;
  const home =
    x === undefined || y === undefined ? undefined : workAreas.find((area) => catches(area, state));
  const area = home ?? workAreas[0];
  if (area === undefined) return { ...DEFAULT, maximised };
  const width = Math.max(MIN_SIZE.width, Math.min(state.width, area.width));
  const height = Math.max(MIN_SIZE.height, Math.min(state.height, area.height));
  return home === undefined ? { width, height, maximised } : { x: x!, y: y!, width, height, maximised };
}

function catches(area: Rectangle, { x = 0, y = 0, width }: WindowState): boolean {
  const left = Math.max(area.x, x);
  const right = Math.min(area.x + area.width, x + width);
  return right - left >= VISIBLE.width && y >= area.y && y + VISIBLE.height <= area.y + area.height;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
