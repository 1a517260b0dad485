/** The page of a Word document, in twentieths of a point (twips). */
import { BESIDE_PICTURE, type PageGeometry } from '#domain/page.ts';

const MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MM);

/** The page of a document; lengths in twips. */
export interface WordPage {
  width: number;
  height: number;
  top: number;
  bottom: number;
  side: number;
  /** From the edges of the sheet. */
  header: number;
  footer: number;
  columns: 1 | 2;
  gutter: number;
  /** Of all columns, and of one. */
  textWidth: number;
  columnWidth: number;
  /** Of the text on a page that is turned. */
  turnedWidth: number;
  /** What a picture and its caption may take of it. */
  pictureHeight: number;
}

/** From the edge of the sheet to the band of the marking, in millimetres: as in the PDF. */
const BAND_EDGE = 7.5;

export function wordPage(geometry: PageGeometry, isMarked: boolean): WordPage {
  const { width, height, margins, columns, gutter, textWidth, columnWidth, textHeight } = geometry;
  return {
    width: mm(width),
    height: mm(height),
    top: mm(margins.top),
    bottom: mm(margins.bottom),
    side: mm(margins.side),
    header: mm(isMarked ? BAND_EDGE : margins.top / 2),
    footer: mm(isMarked ? BAND_EDGE : margins.bottom / 2 - 0.5),
    columns,
    gutter: mm(gutter),
    textWidth: mm(textWidth),
    columnWidth: mm(columnWidth),
    turnedWidth: mm(height - 2 * margins.side),
    pictureHeight: mm(textHeight - BESIDE_PICTURE),
  };
}

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
