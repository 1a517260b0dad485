/**
 * Text without what is no text: control characters, byte order marks, noncharacters, and halves of surrogate
 * pairs. They come in by pasting, and PDF refuses them. Word's line break (U+000B) and page break (U+000C)
 * become line ends.
 */
export function printable(text: string): string {
  return CLEAN.test(text)
    ? text
    : text
        .toWellFormed()
        .replaceAll(/[\v\f]/gu, '\n')
        .replaceAll(NO_TEXT, '');
}

/** The common case, which is quick to tell. */
const CLEAN = /^[\t\n\r -~\u00A0-\uD7FF]*$/u;
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]/gu;
