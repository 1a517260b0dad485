/** What is read back from Word documents, web pages and plain text is what the document says, each word once. */
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getBrief } from '#core/briefs/store.ts';
import { exportDocument } from '#core/export/exportDocument.ts';
import { addPicture } from '#core/pictures/store.ts';
import { plainText } from '#domain/citation.ts';
import { readingOrder } from '#domain/document/clusters.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { PNG } from '#test/pictures.ts';
import { documents, numbered, runs } from './generate.ts';
import { exportLibrary, type ExportLibrary, HONG, KIM, YAMADA } from './library.ts';
import {
  isInstalled,
  officePages,
  pandocMarkdown,
  pandocText,
  type ReadFile,
  readDocx,
  readHtml,
  readMarkdown,
  readText,
} from './readers.ts';

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
  library.addSources(KIM, HONG, YAMADA);
  await addPicture(library.context.folder.pictures, PNG, 'a.png');
});
afterAll(() => library.close());

const RUNS = runs(15);

const FORMATS = ['docx', 'html', 'txt', 'gfm', 'commonmark'] as const;
type Format = (typeof FORMATS)[number];
const READERS: Record<Format, (bytes: Uint8Array) => ReadFile> = {
  docx: readDocx,
  html: readHtml,
  txt: readText,
  gfm: (bytes) => readMarkdown(bytes, 'gfm'),
  commonmark: (bytes) => readMarkdown(bytes, 'commonmark'),
};

async function render(briefId: number, format: Format): Promise<Uint8Array> {
  const chosen =
    format === 'gfm' || format === 'commonmark' ? ({ format: 'md', flavour: format } as const) : { format };
  const { bytes, warnings } = await library.exporter.handlers['export.render']({ briefId, ...chosen });
  expect(warnings).toEqual([]);
  return bytes;
}

/** The text nodes in reading order: those of the document, and those of each note. */
function storedTexts(nodes: StoredNode[]): { body: string[]; notes: string[][] } {
  const notes: string[][] = [];
  const visit = (stored: StoredNode, into: string[]): void => {
    if (stored.type === 'text') into.push(collapsed(stored['text'] as string));
    if (stored['words'] !== undefined) {
      const own: string[] = [];
      notes.push(own);
      for (const word of stored['words'] as StoredNode[]) visit(word, own);
    }
    for (const child of stored.children ?? []) visit(child, into);
  };
  const body: string[] = [];
  for (const stored of nodes) visit(stored, body);
  return { body, notes };
}

const collapsed = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** What the notes say and in which order, by the citations that were formatted. */
async function formattedNotes(briefId: number): Promise<{ number: number; text: string | null }[]> {
  const { db, folder } = library.context;
  const brief = await exportDocument(db, getBrief(db, briefId), library.citations, folder.pictures);
  const { places, footnotes } = readingOrder(brief.document);
  const cited = places.flatMap(({ items }) => {
    const { noteNumber, content } = brief.citation(items);
    return noteNumber === null ? [] : [{ number: noteNumber, text: collapsed(plainText(content)) }];
  });
  const own = footnotes.map(({ node }) => ({ number: brief.footnote(node), text: null }));
  return [...cited, ...own].toSorted((one, other) => one.number - other.number);
}

/** Those of `texts` that do not stand in `text`, word by word, behind the one before. */
function outOfOrder(text: string, texts: string[]): string[] {
  let at = 0;
  return texts.filter((each) => {
    const found = text.indexOf(each, at);
    if (found !== -1) at = found + each.length;
    return found === -1;
  });
}

/** Digits and signs as they are where they are not raised, and no signs around what is struck out or set off. */
const asTyped = (text: string): string =>
  collapsed(text.normalize('NFKC').replaceAll('\u2212', '-').replaceAll(/~~|\*/gu, ''));

describe.each(['chicago-notes', 'apa'])('in the style %s', (styleId) => {
  it.each(FORMATS)('keeps all its words: %s', { timeout: 120_000 }, async (format) => {
    await fc.assert(
      fc.asyncProperty(documents, async (nodes) => {
        const briefId = library.addBrief(nodes, { styleId });
        const file = await render(briefId, format);
        expect(await render(briefId, format)).toEqual(file);
        const read = READERS[format](file);
        const [text, notes] = [asTyped(read.text), read.notes.map(asTyped)];
        const { body, notes: own } = storedTexts(nodes);
        // Cells of a table stand beside each other in plain text.
        const isInOrder = format !== 'txt';
        const inOrder = (found: string[]): string[] => (isInOrder ? found : found.toSorted());
        expect(inOrder(numbered(text))).toEqual(inOrder(numbered(body.join(' '))));
        expect(isInOrder ? outOfOrder(text, body.map(asTyped)) : []).toEqual([]);

        const wanted = await formattedNotes(briefId);
        expect(notes).toHaveLength(wanted.length);
        const written = notes.map((note) => note.replace(/^\[\d+\] /u, ''));
        const cited = wanted.map((note) => (note.text === null ? null : unmarked(asTyped(note.text))));
        expect(cited.map((note, index) => (note === null ? null : unmarked(written[index]!)))).toEqual(cited);
        const ownWritten = written.filter((_note, index) => cited[index] === null);
        expect(ownWritten.map(numbered)).toEqual(own.map((texts) => numbered(texts.join(' '))));
        expect(own.flatMap((texts, index) => outOfOrder(ownWritten[index]!, texts.map(asTyped)))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Addresses stand beside words in plain text. */
const unmarked = (text: string): string => text.replaceAll(/ <https?:[^>]*>/gu, '');

const wordsOf = (nodes: StoredNode[]): string[] => {
  const { body, notes } = storedTexts(nodes);
  return numbered([...body, ...notes.flat()].join(' ')).toSorted();
};

function headCells(nodes: readonly StoredNode[]): StoredNode[] {
  return nodes.flatMap((node) =>
    node.type === 'tablecell' && node['headerState'] === 1 ? [node] : headCells(node.children ?? []),
  );
}

it('keeps all its words as Mammoth reads it', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (nodes) => {
      const bytes = await render(library.addBrief(nodes), 'docx');
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
      const { document } = parseHTML(`<main>${value}</main>`);
      expect(numbered(document.querySelector('main')!.textContent).toSorted()).toEqual(wordsOf(nodes));
    }),
    { numRuns: RUNS },
  );
});

/** Other programs are asked once: they take their time to start. */
const SAMPLE = fc.sample(documents, 4).flat();
const hasPandoc = await isInstalled('pandoc');
const hasOffice = await isInstalled('soffice');
if (!hasPandoc)
  process.stderr.write(
    'Pandoc is not installed: what it reads in Word documents and Markdown is not tested.\n',
  );
if (!hasOffice)
  process.stderr.write('LibreOffice is not installed: what it prints of Word documents is not tested.\n');

it.skipIf(!hasPandoc)('keeps all its words as Pandoc reads it', { timeout: 120_000 }, async () => {
  const read = await pandocText(await render(library.addBrief(SAMPLE), 'docx'));
  expect(numbered(read).toSorted()).toEqual(wordsOf(SAMPLE));
});

it.skipIf(!hasPandoc)('keeps all its text as Pandoc reads its Markdown', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (nodes) => {
      const asked = { briefId: library.addBrief(nodes), format: 'md', flavour: 'pandoc' } as const;
      const { bytes, beside } = await library.exporter.handlers['export.render'](asked);
      const read = await pandocMarkdown(bytes, beside);
      const { body, notes } = storedTexts(nodes);
      const text = collapsed(read.text);
      expect(numbered(text)).toEqual(numbered(body.join(' ')));
      expect(outOfOrder(text, body)).toEqual([]);
      const own = read.notes.map(collapsed).filter((note) => numbered(note).length > 0);
      const wanted = notes.filter((texts) => numbered(texts.join(' ')).length > 0);
      expect(own.map(numbered)).toEqual(wanted.map((texts) => numbered(texts.join(' '))));
      expect(wanted.flatMap((texts, index) => outOfOrder(own[index]!, texts))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

it.skipIf(!hasOffice)('keeps all its words as LibreOffice prints it', { timeout: 180_000 }, async () => {
  const pages = await officePages(await render(library.addBrief(SAMPLE), 'docx'));
  // A long word is broken in a narrow cell, and the head of a table stands on each of its pages.
  const printed = numbered(pages.replaceAll(/\s+/gu, ''));
  const repeated = new Set(wordsOf(headCells(SAMPLE)));
  const once = printed.filter((word, index) => !repeated.has(word) || printed.indexOf(word) === index);
  expect(once.toSorted()).toEqual(wordsOf(SAMPLE));
});
