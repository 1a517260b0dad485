/** The menu of the selected articles: for which of them it was opened, and where. */
import type { ArticleSummary } from '#domain/article.ts';
import { createStore } from '../../app/store.ts';

export interface OpenMenu {
  /** The article that it was opened on; the menu acts on all that are selected. */
  article: ArticleSummary;
  /** Where it opens, in CSS pixels of the window. */
  at: DOMRect;
}

export const articleMenu = createStore<OpenMenu | null>(null);

/** Opens the menu at the pointer, or below an element for who has come by keys. */
export function openArticleMenu(
  article: ArticleSummary,
  at: { clientX: number; clientY: number } | Element | null,
): void {
  articleMenu.set({ article, at: placeOf(at) });
}

/** Where a menu opens. */
export function placeOf(at: { clientX: number; clientY: number } | Element | null): DOMRect {
  if (at === null) return new DOMRect();
  if (!(at instanceof Element)) return new DOMRect(at.clientX, at.clientY, 0, 0);
  const { x, y, width, height } = at.getBoundingClientRect();
  return new DOMRect(x + 24, y, Math.max(0, width - 24), height);
}
