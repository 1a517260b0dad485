/** The table of contents of a Word document. */
import { plainSpans } from '../flow/spans.ts';
import { labelsFor } from '../labels.ts';
import { FIELD_END, fieldStart, textRuns } from './runs.ts';
import type { Writing } from './writing.ts';
import { val, xml } from './xml.ts';

/**
 * A field with its entries filled in; empty where the brief is short. They lead to their headings. Which page those
 * are on only Word knows: it writes the numbers once the field is updated, and none stand there before, since wrong
 * ones would be believed. A field that asks to be updated would have Word ask whether to trust the file.
 */
export function contentsXml(writing: Writing): string {
  const { flow, bookmarks } = writing;
  const headings = flow.contents;
  if (headings.length === 0) return '';
  const title = xml(
    'w:p',
    {},
    xml('w:pPr', {}, val('pStyle', 'TOCHeading')),
    textRuns(labelsFor(flow.language).contents, [], writing),
  );
  const entries = headings.map((heading, index) => {
    const words = textRuns(plainSpans(heading.spans).replaceAll(/\s+/gu, ' ').trim(), [], writing);
    const link = xml('w:hyperlink', { 'w:anchor': bookmarks.get(heading.id)!.name, 'w:history': 1 }, words);
    return xml(
      'w:p',
      {},
      xml('w:pPr', {}, val('pStyle', `TOC${Math.min(heading.depth, 3)}`)),
      index === 0 ? fieldStart('TOC \\o "1-6" \\h \\z \\u') : '',
      link,
      index === headings.length - 1 ? FIELD_END : '',
    );
  });
  const gallery = xml(
    'w:sdtPr',
    {},
    xml('w:docPartObj', {}, val('docPartGallery', 'Table of Contents'), val('docPartUnique')),
  );
  return xml('w:sdt', {}, gallery, xml('w:sdtContent', {}, title, ...entries));
}
