import type { KeyboardEvent } from 'react';

/** Ctrl or Cmd and I sets the selected words of a title in italics, and takes them out of it again. */
export function onTitleKey(
  event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>,
  setText: (value: string) => void,
): void {
  if (event.key.toLowerCase() !== 'i' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
    return;
  event.preventDefault();
  event.stopPropagation();
  const control = event.currentTarget;
  const { value, selectionStart, selectionEnd } = control;
  if (selectionStart === null || selectionEnd === null || selectionStart === selectionEnd) return;
  const [before, words, after] = [
    value.slice(0, selectionStart),
    value.slice(selectionStart, selectionEnd),
    value.slice(selectionEnd),
  ];
  const isItalic = before.endsWith('<i>') && after.startsWith('</i>');
  const start = isItalic ? selectionStart - 3 : selectionStart + 3;
  setText(isItalic ? before.slice(0, -3) + words + after.slice(4) : `${before}<i>${words}</i>${after}`);
  // Once the new text is there.
  requestAnimationFrame(() => control.setSelectionRange(start, start + words.length));
}
