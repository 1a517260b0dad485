/**
 * Writes a brief as a Word document (ECMA-376, transitional), in Word's own styles, with notes, references, captions
 * and lists that Word can number anew.
 */
import { textDirection } from '#domain/document/direction.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { flowOf } from '../flow/flowOf.ts';
import { contentsXml } from './contents.ts';
import { wellFormed } from '../languages.ts';
import { mediaOf } from './media.ts';
import { NAMESPACES, packageOf } from './package.ts';
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
import { sectionsXml } from './sections.ts';
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
  const { title, body } = sectionsXml(writing);
  const content = titleBlock(writing) + title + body(contentsXml(writing));
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
