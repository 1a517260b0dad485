import { createStore } from './store.ts';

/** Nothing is shown but the text of the brief. */
export const focusMode = createStore(false);

/** For whatever shows something beside the text. */
export function leaveFocusMode(): void {
  focusMode.set(false);
}
