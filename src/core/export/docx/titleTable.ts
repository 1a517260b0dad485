/** The title block of a Word document: what each line is, and what it says. */
import { textDirection } from '#domain/document/direction.ts';
import { AFTER_TABLE } from './blocks.ts';
import { textRuns } from './runs.ts';
import type { Writing } from './writing.ts';
import { hex, val, xml } from './xml.ts';

/** Of the labels, in twips. */
const LABEL_WIDTH = 1900;

export function titleTable(writing: Writing): string {
  const { lines, dir, pages } = writing.flow;
  const rule = { 'w:val': 'single', 'w:sz': 8, 'w:space': 0, 'w:color': hex(pages.colours.ink) };
  const { textWidth } = writing.page;
  const cell = (width: number, text: string): string => {
    const own = textDirection(text) ?? dir;
    const properties = xml(
      'w:pPr',
      {},
      val('pStyle', 'TitleBlock'),
      own === 'rtl' ? val('bidi') : '',
      // All stand where the lines of the brief begin: `right` is where those of the text end (17.18.44).
      own === dir ? '' : val('jc', 'right'),
    );
    return xml(
      'w:tc',
      {},
      xml('w:tcPr', {}, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
      xml('w:p', {}, properties, textRuns(text, [], writing)),
    );
  };
  const widths = [LABEL_WIDTH, textWidth - LABEL_WIDTH] as const;
  const rows = lines.map(({ label, text }) => xml('w:tr', {}, cell(widths[0], label), cell(widths[1], text)));
  return (
    xml(
      'w:tbl',
      {},
      xml(
        'w:tblPr',
        {},
        dir === 'rtl' ? val('bidiVisual') : '',
        xml('w:tblW', { 'w:w': textWidth, 'w:type': 'dxa' }),
        xml('w:tblBorders', {}, xml('w:bottom', rule)),
        xml('w:tblLayout', { 'w:type': 'fixed' }),
        // The labels stand where the lines of the text begin.
        xml(
          'w:tblCellMar',
          {},
          ...['left', 'right'].map((side) => xml(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' })),
        ),
      ),
      xml('w:tblGrid', {}, ...widths.map((width) => xml('w:gridCol', { 'w:w': width }))),
      ...rows,
    ) +
    AFTER_TABLE +
    AFTER_TABLE
  );
}
