/**
 * What is selected in the reader. It is read when it is asked for: a browser tells of a selection only some time
 * after it was made, and the next key may come sooner.
 */
import type { ArticleContent } from '#domain/article.ts';
import { textRangeOf } from './domRange.ts';
import { trimRange } from './runs.ts';

/** A stretch of an article: UTF-16 offsets in the text of one version. */
export interface TextPlace {
  articleId: number;
  versionId: number;
  start: number;
  end: number;
}

/** The text that the reader shows. */
export interface ReaderSource {
  articleId: number;
  versionId: number;
  content: ArticleContent;
}

interface ShownText {
  body: HTMLElement;
  source: ReaderSource;
}

let shown: ShownText | null = null;

/** Tells which text stands in the reader, and where. Returns the function that takes it back. */
export function showsText(text: ShownText): () => void {
  shown = text;
  return () => {
    if (shown === text) shown = null;
  };
}

/** What is selected in the reader, without white space at the ends. */
export function selectedPlace(): TextPlace | null {
  if (shown === null) return null;
  const { body, source } = shown;
  const range = selectedRange(body);
  const found = range === null ? null : textRangeOf(body, range);
  const trimmed = found === null ? null : trimRange(source.content.text, found.start, found.end);
  if (trimmed === null) return null;
  const { articleId, versionId } = source;
  return { articleId, versionId, ...trimmed };
}

/**
 * Holds what is selected in the reader while a field has the focus, which takes the window's selection along.
 * Returns the function that selects it again.
 */
export function holdSelection(): () => void {
  const range = selectedRange(shown?.body ?? null)?.cloneRange();
  return () => {
    const selection = document.getSelection();
    if (range === undefined || selection === null) return;
    selection.removeAllRanges();
    selection.addRange(range);
  };
}

/** The selection, where it was begun or ended inside `body`. */
export function selectedRange(body: HTMLElement | null): Range | null {
  const selection = document.getSelection();
  if (selection === null || body === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  if (!body.contains(selection.anchorNode) && !body.contains(selection.focusNode)) return null;
  return selection.getRangeAt(0);
}

/** The words of the article that are selected in the reader. */
export function selectedWords(): string | null {
  const place = selectedPlace();
  return place === null || shown === null ? null : shown.source.content.text.slice(place.start, place.end);
}
