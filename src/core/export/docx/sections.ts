/**
 * The sections of a Word document: the title across columns, the text, and pages that are turned for tables that are too
 * wide for them, with the heading right above.
 */
import type { FlowBlock } from '../flow/flow.ts';
import { blocksXml, onPage } from './blocks.ts';
import type { WordPage } from './measures.ts';
import { HEADER_AND_FOOTER } from './package.ts';
import { isTurned } from './tables.ts';
import type { Writing } from './writing.ts';
import { val, xml } from './xml.ts';

interface Section {
  /** The sheet lies on its side; such a page has one column. */
  turned: boolean;
  columns: 1 | 2;
  /** Headers and footers are named once: the sections behind the first have its own. The first page has no running title. */
  first: boolean;
  /** Goes on where the section before ended, on the same page. */
  continuous: boolean;
}

/** `title` ends the section of the title where that is one; `body` has what is given it before the text. */
export function sectionsXml(writing: Writing): { title: string; body: (before: string) => string } {
  const { columns } = writing.page;
  const isColumned = columns > 1;
  const title = { turned: false, columns: 1, first: true, continuous: false } as const;
  return {
    title: isColumned ? ending(title, writing) : '',
    body: (before) => {
      const parts = partsOf(writing.flow.blocks, writing);
      return parts
        .map(({ turned, blocks }, index) => {
          const isFirst = index === 0;
          const section: Section = {
            turned,
            columns: turned ? 1 : columns,
            first: isFirst && !isColumned,
            continuous: isFirst && isColumned,
          };
          const place = onPage(writing, turned ? writing.page.turnedWidth : writing.page.columnWidth);
          const text = (isFirst ? before : '') + blocksXml(blocks, place, writing);
          const isLast = index === parts.length - 1;
          return text + (isLast ? sectionXml(section, writing) : ending(section, writing));
        })
        .join('');
    },
  };
}

/** The blocks in runs; the first is upright, as the title stands above it. */
function partsOf(blocks: readonly FlowBlock[], writing: Writing): { turned: boolean; blocks: FlowBlock[] }[] {
  const parts: { turned: boolean; blocks: FlowBlock[] }[] = [{ turned: false, blocks: [] }];
  for (const [index, block] of blocks.entries()) {
    const below =
      block.type === 'heading' ? blocks.slice(index).find(({ type }) => type !== 'heading') : block;
    const turned = below !== undefined && isTurned(below, writing);
    if (turned === parts.at(-1)!.turned) parts.at(-1)!.blocks.push(block);
    else parts.push({ turned, blocks: [block] });
  }
  return parts;
}

/** A section ends with a paragraph that names it: one that takes no room. */
function ending(section: Section, writing: Writing): string {
  const spacing = xml('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' });
  return xml('w:p', {}, xml('w:pPr', {}, spacing, sectionXml(section, writing)));
}

function sectionXml({ turned, columns, first, continuous }: Section, { flow, page }: Writing): string {
  return xml(
    'w:sectPr',
    {},
    first ? HEADERS : '',
    continuous ? val('type', 'continuous') : '',
    sheetXml(page, turned),
    columnsXml(page, columns),
    first ? '<w:titlePg/>' : '',
    flow.dir === 'rtl' ? '<w:bidi/>' : '',
  );
}

const HEADERS = [
  xml('w:headerReference', { 'w:type': 'default', 'r:id': HEADER_AND_FOOTER.header }),
  xml('w:footerReference', { 'w:type': 'default', 'r:id': HEADER_AND_FOOTER.footer }),
  xml('w:headerReference', { 'w:type': 'first', 'r:id': HEADER_AND_FOOTER.firstHeader }),
  xml('w:footerReference', { 'w:type': 'first', 'r:id': HEADER_AND_FOOTER.footer }),
].join('');

function sheetXml({ width, height, top, side, bottom, header, footer }: WordPage, turned: boolean): string {
  const margins = {
    'w:top': top,
    'w:right': side,
    'w:bottom': bottom,
    'w:left': side,
    'w:header': header,
    'w:footer': footer,
    'w:gutter': 0,
  };
  const size = turned
    ? { 'w:w': height, 'w:h': width, 'w:orient': 'landscape' }
    : { 'w:w': width, 'w:h': height };
  return xml('w:pgSz', size) + xml('w:pgMar', margins);
}

function columnsXml({ gutter }: WordPage, columns: 1 | 2): string {
  return columns === 1 ? xml('w:cols', { 'w:space': 720 }) : xml('w:cols', { 'w:num': 2, 'w:space': gutter });
}
