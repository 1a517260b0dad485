/** Reads a PDF: its text in reading order with roles, notes, page labels and metadata. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { blockText } from '../content/draft.ts';
import { linkMarkers, recogniseNoteBlocks } from '../content/notes.ts';
import { latestAccessDate } from '../metadata/accessDates.ts';
import { offerAuthors, offerFileDate } from '../metadata/fileProperties.ts';
import { withoutFront } from '../metadata/front.ts';
import type { DocumentInput, ReadDocument } from '../read/documents.ts';
import { columnsOf } from './columns.ts';
import { withoutContents, withoutLeaders } from './contents.ts';
import { draftBlocks } from './draft.ts';
import { partEndnotes } from './endnotes.ts';
import { type NotesSoFar, takeNotes } from './footnotes.ts';
import { printedTitle } from './title.ts';
import { withoutFurniture } from './furniture.ts';
import type { PdfPage } from './glyphs.ts';
import { vocabularyOf } from './join.ts';
import { pageLabels } from './labels.ts';
import { type Line, linesOf, segmentsOf, textOf } from './lines.ts';
import { measure, type Measures } from './measures.ts';
import {
  dayMade,
  offerAddress,
  offerJournal,
  pdfMetadata,
  statedAuthors,
  type StatedMetadata,
  statedMetadata,
} from './metadata.ts';
import { withPdf } from './open.ts';
import { type Knowledge, readPage } from './page.ts';
import { joinCut, type Paragraph, paragraphsOf } from './paragraphs.ts';
import { roleOf, withLevels, withoutSummaryQuotes } from './roles.ts';
import { joinTables } from './joinTables.ts';
import { isTable, withTables } from './tables.ts';
import { taggedParagraphs } from './tagged.ts';
import { unreadable } from '../read/unreadable.ts';

/** Share of pages without text from which a person should know. */
const PICTURES = 0.2;
/** Share of characters without a meaning from which the text is none. */
const MEANINGLESS = 0.3;

/** Rejects with `file_unreadable` for damaged and protected files, and for pictures of pages. */
export async function readPdf({
  bytes,
  fileName,
}: Pick<DocumentInput, 'bytes' | 'fileName'>): Promise<ReadDocument> {
  const source = await withPdf(bytes, fileName, async (document) => ({
    ...(await readPages(document)),
    stated: await statedMetadata(document),
    labels: await document.getPageLabels().catch(() => null),
  }));
  refuseWithoutText(source.pages, fileName);
  return understand(source);
}

interface Source {
  pages: PdfPage[];
  messages: string[];
  stated: StatedMetadata;
  labels: string[] | null;
}

async function readPages(document: PDFDocumentProxy): Promise<Pick<Source, 'pages' | 'messages'>> {
  const known: Knowledge = { fonts: new Map(), looked: 0, softHyphens: false };
  const pages: PdfPage[] = [];
  const broken: number[] = [];
  for (let index = 0; index < document.numPages; index += 1) {
    const page = await readPage(document, index, known).catch(() => null);
    if (page === null) broken.push(index + 1);
    pages.push(page ?? { index, width: 0, height: 0, glyphs: [], structure: null });
  }
  const messages =
    broken.length === 0
      ? []
      : [
          `${broken.length === 1 ? 'Page' : 'Pages'} ${broken.slice(0, 10).join(', ')} could not be read and ${broken.length === 1 ? 'is' : 'are'} missing.`,
        ];
  return { pages, messages };
}

function refuseWithoutText(pages: PdfPage[], fileName: string): void {
  const text = pages.flatMap(({ glyphs }) => glyphs.map((one) => one.text)).join('');
  if (!/[\p{L}\p{N}\p{Co}\uFFFD]/u.test(text))
    throw unreadable(
      `“${fileName}” holds pictures of pages only. Run text recognition (OCR) over it and import the result.`,
    );
  const lost = text.match(/[\p{Co}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  if (lost > text.replace(/\s/gu, '').length * MEANINGLESS)
    throw unreadable(
      `“${fileName}” does not say which letters its fonts print. Run text recognition (OCR) over it and import the result.`,
    );
}

function understand({ pages, messages, stated, labels }: Source): ReadDocument {
  const segments = pages.map((page) => segmentsOf(page.glyphs, page.index));
  const {
    pages: kept,
    printed,
    running,
  } = withoutFurniture(pages.map(({ height }, index) => ({ segments: segments[index]!, height })));
  const columns = kept.map((own) => columnsOf(own).map(linesOf));
  const measures = measure(columns.flat());
  const keptGlyphs = new Set(kept.flatMap((own) => own.flatMap(({ glyphs }) => glyphs)));
  const tagged = taggedParagraphs(pages, keptGlyphs);
  const all = tagged === null ? setParagraphs(columns, measures) : withSetRoles(tagged, measures);
  const joined = joinTables(joinCut(all.filter(({ role }) => role !== 'note')));
  const text = withoutSummaryQuotes(withoutContents(joined));
  const title = printedTitle(text, measures);
  const { body, notes: endnotes } = partEndnotes(withLevels(text, title));
  const notes = [...all.filter(({ role }) => role === 'note'), ...endnotes];

  const firstPage = segments[0]?.map(textOf).join('\n') ?? '';
  const found = pdfMetadata(stated, firstPage, title);
  offerAddress(found, running);
  const drafts = draftBlocks(body, notes, {
    vocabulary: vocabularyOf(columns.flat(2)),
    labels: pageLabels(labels, printed),
  });
  const blocks = linkMarkers(recogniseNoteBlocks(withoutFront(drafts, found)));
  offerAuthors(found, statedAuthors(stated), firstPage);
  offerJournal(found, firstPage);
  offerFileDate(found, dayMade(stated));
  found.issuedNotBefore = latestAccessDate(
    blocks.filter((block) => block.role === 'note').map((block) => blockText(block)),
  );
  found.messages.unshift(...messages, ...pictureMessages(pages));
  return { blocks, found };
}

/** Paragraphs by how they are set, for files without tags. */
function setParagraphs(columns: Line[][][], measures: Measures): Paragraph[] {
  const soFar: NotesSoFar = { last: null };
  return columns.flatMap((page) =>
    page.flatMap((column) => {
      const { body, notes } = takeNotes(column, page.flat(), measures, soFar);
      return [...bodyParagraphs(body, measures), ...notes];
    }),
  );
}

function bodyParagraphs(column: Line[], measures: Measures): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let pending: Line[] = [];
  const flush = (): void => {
    for (const own of paragraphsOf(pending, measures))
      paragraphs.push({ role: roleOf(own, measures), lines: own });
    pending = [];
  };
  for (const piece of withTables(withoutLeaders(column), measures)) {
    if (!isTable(piece)) pending.push(piece);
    else {
      flush();
      paragraphs.push({ role: 'table', lines: piece.lines, cells: piece.cells });
    }
  }
  flush();
  return paragraphs;
}

/** Tags that know paragraphs only leave the other roles to how things are set; few know code. */
function withSetRoles(paragraphs: Paragraph[], measures: Measures): Paragraph[] {
  const knowsHeadings = paragraphs.some(({ role }) => role === 'heading');
  return paragraphs.map((paragraph) => {
    if (paragraph.role !== 'text') return paragraph;
    const role = roleOf(paragraph.lines, measures);
    return role === 'code' || (!knowsHeadings && role !== 'quote') ? { ...paragraph, role } : paragraph;
  });
}

function pictureMessages(pages: PdfPage[]): string[] {
  const empty = pages.filter(({ glyphs }) => glyphs.length === 0).length;
  if (empty < pages.length * PICTURES) return [];
  return [
    `${empty} of ${pages.length} pages hold no text; where they are pictures of pages, run text recognition (OCR).`,
  ];
}
