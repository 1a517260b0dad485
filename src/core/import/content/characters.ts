/**
 * What import changes in the characters of a source. Quotes must be the exact words, so this list is whole:
 * - line ends become "\n";
 * - byte order marks, soft hyphens and zero-width spaces go: they mark line breaks, not text
 *   (zero-width joiners stay, scripts and emoji need them);
 * - no-break spaces become spaces, save where they are typography: inside numbers and beside French
 *   punctuation;
 * - other control characters go.
 */
export function tidyCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(DROPPED, '')
    .replace(NO_BREAK, ' ');
}

// eslint-disable-next-line no-control-regex
const DROPPED = /[\u0000-\u0008\u000B\u000E-\u001F\u007F\u00AD\u200B\u2060\uFEFF]/gu;
const NO_BREAK = /(?<![\d«‹])\u00A0(?![:;!?%»›€])|(?<=\d)\u00A0(?![\d:;!?%»›€])/gu;

/** Runs of white space as HTML shows them: one space, no-break spaces apart. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n\f\r]+/gu, ' ');
}

/** Embeddings, overrides and isolates: in a title they would reorder the line that it is shown in. */
export const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;
