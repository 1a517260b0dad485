/**
 * Writes a brief as a Word document (ECMA-376, transitional), in Word's own styles, with notes, references, captions
 * and lists that Word can number anew.
 */
import { textDirection } from '#domain/document/direction.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { flowOf } from '../flow/flowOf.ts';
import { blocksXml, onPage } from './blocks.ts';
import { contentsXml } from './contents.ts';
import { wellFormed } from '../languages.ts';
import type { WordPage } from './measures.ts';
import { mediaOf } from './media.ts';
import { HEADER_AND_FOOTER, NAMESPACES, packageOf } from './package.ts';
import {
  APP_PART,
  corePart,
  firstHeaderPart,
  footerPart,
  footnotesPart,
  headerPart,
  settingsPart,
} from './parts.ts';
import { textRuns } from './runs.ts';
import { isByline } from '../titleBlock.ts';
import { stylesPart } from './styles.ts';
import { titleTable } from './titleTable.ts';
import { type Writing, writingOf } from './writing.ts';
import { val, xml, xmlPart } from './xml.ts';

export interface WordFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the pictures that could not be drawn: words stand for them. */
  unreadable: string[];
}

/** `folder` is the library's of pictures. */
export async function writeDocx(brief: ExportDocument, folder: string): Promise<WordFile> {
  const flow = flowOf(brief);
  const media = await mediaOf(brief.pictures, folder);
  const writing = writingOf(flow, media.pictures);
  const document = documentPart(writing);
  const bytes = packageOf({
    word: {
      document,
      styles: stylesPart(wellFormed(flow.language), writing.script, {
        pages: flow.pages,
        columnWidth: writing.page.columnWidth,
        dir: flow.dir,
      }),
      numbering: writing.numbering.part(),
      settings: settingsPart(writing),
      footnotes: footnotesPart(writing.notes.written),
      header1: headerPart(writing),
      header2: firstHeaderPart(writing),
      footer1: footerPart(writing),
    },
    relations: { document: writing.relations, footnotes: writing.notes.relations },
    comments: writing.comments.parts(),
    core: corePart(flow),
    app: APP_PART,
    media: media.files,
  });
  return { bytes, unreadable: media.unreadable };
}

function documentPart(writing: Writing): string {
  const body = blocksXml(writing.flow.blocks, onPage(writing), writing);
  const content =
    titleBlock(writing) + titleSection(writing) + contentsXml(writing) + body + sectionXml(writing);
  return xmlPart(xml('w:document', NAMESPACES, xml('w:body', {}, content)));
}

/** The title, and what stands below it: on one line, or in a table of two columns. */
function titleBlock(writing: Writing): string {
  const { title, lines } = writing.flow;
  const line = (style: string, text: string): string => {
    const direction = (textDirection(text) ?? writing.flow.dir) === 'rtl' ? val('bidi') : '';
    const properties = xml('w:pPr', {}, val('pStyle', style), direction);
    return xml('w:p', {}, properties, textRuns(text, [], writing));
  };
  if (lines.length === 0) return line('Title', title);
  if (!isByline(lines)) return line('Title', title) + titleTable(writing);
  return line('Title', title) + line('Subtitle', lines.map(({ text }) => text).join('  ·  '));
}

/** The first page has no running title. */
function sectionXml({ flow, page }: Writing): string {
  const isColumned = page.columns > 1;
  return xml(
    'w:sectPr',
    {},
    isColumned ? '' : HEADERS,
    isColumned ? val('type', 'continuous') : '',
    sheetXml(page),
    columnsXml(page, page.columns),
    isColumned ? '' : '<w:titlePg/>',
    flow.dir === 'rtl' ? '<w:bidi/>' : '',
  );
}

/** Where the text has columns, the title across them is a section of its own, and the text goes on below it. */
function titleSection({ flow, page }: Writing): string {
  if (page.columns === 1) return '';
  const direction = flow.dir === 'rtl' ? '<w:bidi/>' : '';
  const section = xml(
    'w:sectPr',
    {},
    HEADERS,
    sheetXml(page),
    columnsXml(page, 1),
    '<w:titlePg/>',
    direction,
  );
  const spacing = xml('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' });
  return xml('w:p', {}, xml('w:pPr', {}, spacing, section));
}

const HEADERS = [
  xml('w:headerReference', { 'w:type': 'default', 'r:id': HEADER_AND_FOOTER.header }),
  xml('w:footerReference', { 'w:type': 'default', 'r:id': HEADER_AND_FOOTER.footer }),
  xml('w:headerReference', { 'w:type': 'first', 'r:id': HEADER_AND_FOOTER.firstHeader }),
  xml('w:footerReference', { 'w:type': 'first', 'r:id': HEADER_AND_FOOTER.footer }),
].join('');

function sheetXml({ width, height, top, side, bottom, header, footer }: WordPage): string {
  const margins = {
    'w:top': top,
    'w:right': side,
    'w:bottom': bottom,
    'w:left': side,
    'w:header': header,
    'w:footer': footer,
    'w:gutter': 0,
  };
  return xml('w:pgSz', { 'w:w': width, 'w:h': height }) + xml('w:pgMar', margins);
}

function columnsXml({ gutter }: WordPage, columns: 1 | 2): string {
  return columns === 1 ? xml('w:cols', { 'w:space': 720 }) : xml('w:cols', { 'w:num': 2, 'w:space': gutter });
}
