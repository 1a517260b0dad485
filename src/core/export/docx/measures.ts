/** The page of a Word document, in twentieths of a point (twips). */

const MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MM);

/** A4, with the margins of the PDF. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  top: mm(28),
  bottom: mm(27),
  side: mm(30),
  header: mm(14),
  footer: mm(13),
} as const;

export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;
/** What a picture and its caption may take of a page. */
export const MAX_PICTURE_HEIGHT = mm(205);
/** English Metric Units of DrawingML in a twip. */
export const EMU = 635;

/** Between a list's text and that of the list around it. */
export const LIST_INDENT = 360;
/** What a quote stands in from the text around it. */
export const QUOTE_INDENT = 340;
/** What the later lines of a source stand in from the first. */
export const BIBLIOGRAPHY_INDENT = 400;
/** Word has nine levels of lists. */
export const LIST_LEVELS = 9;
/** What stands in many others is indented no further, so that its text keeps some width. */
export const MIN_WIDTH = mm(45);
