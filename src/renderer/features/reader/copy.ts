import type { ClipboardEvent } from 'react';
import { textRangeOf } from './domRange.ts';
import { selectedRange } from './readerSelection.ts';

/** Copies the article's own words: note marks and list signs of the reader are left out. */
export function copyFromReader(event: ClipboardEvent<HTMLElement>, text: string): void {
  const body = event.currentTarget;
  const range = selectedRange(body);
  const covered = range === null ? null : textRangeOf(body, range);
  if (range === null || covered === null) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', text.slice(covered.start, covered.end));

  const box = document.createElement('div');
  box.append(range.cloneContents());
  for (const control of box.querySelectorAll('sup, button, [aria-hidden], [data-page]')) control.remove();
  for (const element of box.querySelectorAll('*'))
    for (const name of element.getAttributeNames()) if (name !== 'href') element.removeAttribute(name);
  for (const span of box.querySelectorAll('span')) span.replaceWith(...span.childNodes);
  event.clipboardData.setData('text/html', box.innerHTML);
}
