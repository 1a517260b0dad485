/** How much fits the lines of a brief's pages. */
import { BESIDE_PICTURE, type DesignFacts, type PageGeometry } from '#domain/page.ts';
import { HEADING_LINE, LINE, TITLE_LINE } from './longWords.ts';

/** The page that letters were counted on: A4 with 30 mm at its sides, in 10.5 points. */
const COUNTED = { textWidth: 150, turnedWidth: 237, size: 10.5 };

export interface PageRoom {
  /** Letters of a word that always fit a line of the text, of a heading, and of the title. */
  line: number;
  heading: number;
  title: number;
  /** Letters of a table beside each other, in what fits the counted page; upright, and on a page that is turned. */
  table: number;
  turnedTable: number;
  /** How high a picture may be, in widths of a column. */
  pictureHeight: number;
  /** Letters above the text that fit the line of a page. */
  running: number;
}

export function pageRoom(geometry: PageGeometry, { size }: DesignFacts): PageRoom {
  const { columnWidth, textWidth, textHeight, height, margins } = geometry;
  const letters = COUNTED.size / size;
  const column = (columnWidth / COUNTED.textWidth) * letters;
  const text = (textWidth / COUNTED.textWidth) * letters;
  return {
    line: Math.floor(LINE * column),
    heading: Math.floor(HEADING_LINE * column),
    title: Math.floor(TITLE_LINE * text),
    table: column,
    turnedTable: ((height - 2 * margins.side) / COUNTED.turnedWidth) * letters,
    pictureHeight: (textHeight - BESIDE_PICTURE) / columnWidth,
    running: text,
  };
}
