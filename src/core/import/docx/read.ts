/** Reads a Word document: its text with headings, lists, tables, notes and captions, and its properties. */
import { DossierError } from '#contract/errors.ts';
import { blockText, type DraftBlock, type DraftCell } from '../content/draft.ts';
import { readFragment } from '../html/fragment.ts';
import { latestAccessDate } from '../metadata/accessDates.ts';
import { isTitle, offerAuthors, offerFileDate } from '../metadata/fileProperties.ts';
import { type Found, nothingFound, offer } from '../metadata/found.ts';
import { folded, withoutFront } from '../metadata/front.ts';
import type { DocumentInput, ReadDocument } from '../read/documents.ts';
import { toHtml } from './html.ts';
import { openParts, type Parts } from './parts.ts';
import { type Properties, propertiesOf } from './properties.ts';

/** Characters from the start among which a person's name speaks for the author. */
const START = 600;
const LONGEST_BOLD_HEADING = 120;

/** Rejects with `file_unreadable` for what is no Word document, damaged, protected, or unpacks to too much. */
export async function readDocx({
  bytes,
  fileName,
}: Pick<DocumentInput, 'bytes' | 'fileName'>): Promise<ReadDocument> {
  const parts = await openParts(bytes, fileName);
  const { html, titles } = await convert(parts, fileName);
  const read = readFragment(html);
  const properties = propertiesOf(parts);
  const found = metadataOf(properties, titles, read);
  const blocks = withHeaderRows(withBoldHeadings(withoutFront(read, found)));
  const start = read
    .map((block) => blockText(block))
    .join('\n')
    .slice(0, START);
  offerAuthors(found, properties.creators, start);
  offerFileDate(found, properties.created);
  found.issuedNotBefore = latestAccessDate(
    blocks.filter((block) => block.role === 'note').map((block) => blockText(block)),
  );
  return { blocks, found };
}

async function convert(parts: Parts, fileName: string): ReturnType<typeof toHtml> {
  try {
    return await toHtml(parts);
  } catch (error) {
    throw new DossierError(
      'file_unreadable',
      `“${fileName}” is a damaged Word document. Open it in a word processor, save it anew and import that.`,
      { cause: error },
    );
  }
}

/** The title that the document shows counts more than that of its properties, which may be a template's. */
function metadataOf(properties: Properties, titles: string[], blocks: DraftBlock[]): Found {
  const found = nothingFound();
  const shown = titles.join(' ').replace(/\s+/gu, ' ').trim();
  const first = blocks.findIndex((block) => block.role === 'heading' && block.level === 1);
  const opening = first === 0 ? blockText(blocks[0]!).trim() : '';
  const stated = properties.title !== undefined && isTitle(properties.title) ? properties.title : '';
  const text = folded(
    blocks
      .slice(0, 12)
      .map((block) => blockText(block))
      .join('\n'),
  );
  offer(found, 'title', shown);
  if (stated !== '' && text.includes(folded(stated))) offer(found, 'title', stated);
  offer(found, 'title', opening);
  offer(found, 'title', stated, true);
  offer(found, 'language', properties.language);
  offer(found, 'publisher', properties.company, true);
  offer(found, 'type', 'document', true);
  if ((properties.description ?? '').length > 40) offer(found, 'abstract', properties.description, true);
  return found;
}

/** Where nothing is styled as a heading, short paragraphs in bold type are. */
function withBoldHeadings(blocks: DraftBlock[]): DraftBlock[] {
  if (blocks.some((block) => block.role === 'heading')) return blocks;
  return blocks.map((block) => {
    const text = blockText(block).trim();
    const isHeading =
      block.role === 'paragraph' &&
      text.length > 0 &&
      text.length <= LONGEST_BOLD_HEADING &&
      !/[.,;:]$/u.test(text) &&
      block.runs.every((run) => run.bold === true || run.text.trim() === '');
    if (!isHeading) return block;
    const runs = block.runs.map(({ bold: _bold, ...run }) => run);
    return { role: 'heading', level: 1, runs };
  });
}

/** Tables seldom say which row is their header: one in bold type above others is. */
function withHeaderRows(blocks: DraftBlock[]): DraftBlock[] {
  return blocks.map((block) => {
    const [first, ...rest] = block.rows ?? [];
    if (first === undefined || rest.length === 0 || block.rows!.flat().some(({ header }) => header))
      return block;
    if (!first.every(isBold) || rest.flat().every(isBold)) return block;
    return { ...block, rows: [first.map((cell) => ({ ...cell, header: true })), ...rest] };
  });
}

function isBold({ runs }: DraftCell): boolean {
  return runs.every((run) => run.bold === true || run.text.trim() === '');
}
