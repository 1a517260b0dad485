/**
 * What import changes in the characters of a source. Quotes must be the exact words, so this list is whole:
 * - line ends become "\n";
 * - byte order marks, soft hyphens, zero-width spaces and other signs that only steer line breaks go, and so do
 *   zero-width joiners between letters that do not join (other scripts and emoji need them);
 * - overrides of the direction of writing go: what is read would be another text than what is stored;
 * - no-break spaces become spaces, save where they are typography: inside numbers and beside French
 *   punctuation;
 * - other control characters, and private ones that carry marks through import, go;
 * - halves of surrogate pairs become "\uFFFD".
 */
export function tidyCharacters(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(DROPPED, '')
    .replace(STRAY_JOINER, '')
    .replace(NO_BREAK, ' ');
}

/** Not by Unicode: what it looks for shows by units, and most texts hold none. */
const UNTIDY = /[^\t\n\u0020-\u007E\u00A1-\u00AC\u00AE-\u034E]/;
const DROPPED =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000B\u000E-\u001F\u007F\u0080-\u0084\u0086-\u009F\u00AD\u034F\u200B\u202D\u202E\u2060-\u2064\uE000\uE001\uFEFF\uFFF9-\uFFFB]/gu;
const STRAY_JOINER =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])[\u200C\u200D]+(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])/gu;
const NO_BREAK = /(?<![\d«‹])\u00A0(?![:;!?%»›€])|(?<=\d)\u00A0(?![\d:;!?%»›€])/gu;

/** Runs of white space as HTML shows them: one space, no-break spaces apart. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n\f\r]+/gu, ' ');
}

/** Embeddings, overrides and isolates: in a title they would reorder the line that it is shown in. */
export const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;
