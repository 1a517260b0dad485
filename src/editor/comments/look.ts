/** How a leaf that is commented on looks, and what is read out with it. */
import type { ThreadLook } from './CommentsExtension.ts';

/** On the element of a leaf: all its threads, parted by spaces. */
export const THREADS = 'data-threads';
/** Beside it: those that are shown. */
export const SHOWN_THREADS = 'data-comments';
/** And where the current thread is one of them. */
const CURRENT = 'data-comments-current';

export function drawThreads(
  element: HTMLElement,
  ids: readonly string[],
  threads: ReadonlyMap<string, ThreadLook>,
  current: string | null,
): void {
  if (ids.length > 0) element.setAttribute(THREADS, ids.join(' '));
  else element.removeAttribute(THREADS);
  const shown = ids.filter((id) => {
    const thread = threads.get(id);
    return thread !== undefined && (id === current || !thread.resolved);
  });
  const [first] = shown;
  if (first === undefined) {
    if (!element.hasAttribute(SHOWN_THREADS)) return;
    element.removeAttribute(SHOWN_THREADS);
    element.removeAttribute(CURRENT);
    element.removeAttribute('aria-description');
    if (element.getAttribute('role') === 'mark') element.removeAttribute('role');
    return;
  }
  const isCurrent = current !== null && shown.includes(current);
  element.setAttribute(SHOWN_THREADS, shown.join(' '));
  element.toggleAttribute(CURRENT, isCurrent);
  element.setAttribute(
    'aria-description',
    threads.get(isCurrent ? current : first)?.description ?? 'Comment',
  );
  // Other elements have a role already that says more.
  if (element.tagName === 'SPAN' && !element.hasAttribute('role')) element.setAttribute('role', 'mark');
}
