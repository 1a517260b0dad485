/** Blocks that are read from right to left stand so in a PDF, whatever letters they have. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredNode } from '#domain/document/stored.ts';
import { DEFAULT_PAGE } from '#domain/page.ts';
import {
  caption,
  citation,
  exportLibrary,
  type ExportLibrary,
  heading,
  KIM,
  node,
  paragraph,
  table,
  text,
} from './library.ts';
import { docxParts } from './readers.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
let kim: number;
beforeAll(async () => {
  library = await exportLibrary();
  [kim] = library.addSources(KIM) as [number];
});
afterAll(() => library.close());

const rtl = (block: StoredNode): StoredNode => ({ ...block, direction: 'rtl' });

/** Where the words of a page begin and end, in points from its left edge. */
async function placesOf(nodes: StoredNode[], language: string): Promise<(words: string) => [number, number]> {
  const briefId = library.addBrief(nodes, { language, styleId: 'apa' });
  const { bytes } = await library.exporter.handlers['export.render']({ briefId, format: 'pdf' });
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
  await task.destroy();
  return (words) => {
    const found = items.find(({ str }) => str.includes(words));
    if (found === undefined) throw new Error(`There is no “${words}”.`);
    const from = found.transform[4] as number;
    return [Math.round(from), Math.round(from + found.width)];
  };
}

/** The margins are 30 mm wide. */
const LEFT = 85;
const RIGHT = 510;

it('sets blocks that were turned, and keeps a citation in them together', async () => {
  const places = await placesOf(
    [
      paragraph('plain words'),
      rtl(paragraph('turned words', citation({ articleId: kim }), ' behind them.')),
      rtl(node('list', [node('listitem', ['item'])], { listType: 'bullet' })),
      rtl(node('quote', ['said'])),
      rtl(table([['first', 'second']])),
    ],
    'en-GB',
  );
  expect(places('plain words')[0]).toBe(LEFT);
  expect(places('turned words')[1]).toBe(RIGHT);
  expect(places('Kim, 2019')[1]).toBeLessThanOrEqual(places('turned words')[0]);
  expect(places('behind them')[1]).toBeLessThanOrEqual(places('Kim, 2019')[0]);
  expect(places('•')[0]).toBeGreaterThanOrEqual(places('item')[1]);
  expect(places('said')[1]).toBeGreaterThan(RIGHT - 30);
  expect(places('first')[0]).toBeGreaterThan(places('second')[1]);
});

it('sets a brief in a language that is read so, but for what is not', async () => {
  const places = await placesOf([paragraph('12.5'), paragraph('plain words')], 'he-IL');
  expect(places('12.5')[1]).toBe(RIGHT);
  expect(places('plain words')[0]).toBe(LEFT);
});

it.each([
  ['both directions', [heading('h1', 'Aims مرحبا ^2^')], 'Aims مرحبا ^2^'],
  ['signs that were turned before', [paragraph(text('שלום [^1]', 1)), heading('h1', '](x)')], '](x)'],
])('names a heading of %s in the outline, and finds it on its page', async (_what, nodes, title) => {
  const briefId = library.addBrief(nodes);
  const { bytes } = await library.exporter.handlers['export.render']({ briefId, format: 'pdf' });
  expect((await readPdf(bytes)).outline).toEqual([[1, title]]);
});

it('sets an entry of the list of sources as it is read itself', async () => {
  const places = await placesOf([paragraph('שלום', citation({ articleId: kim }))], 'he-IL');
  expect(places('M.')[0]).toBeLessThan(LEFT + 40);
});

describe('in a Word document that is read from right to left', () => {
  const partsOf = async (nodes: StoredNode[], settings: object = {}): Promise<Record<string, string>> => {
    const briefId = library.addBrief(nodes, { title: 'موجز', language: 'fa', ...settings });
    return docxParts((await library.exporter.handlers['export.render']({ briefId, format: 'docx' })).bytes);
  };
  const styleOf = (parts: Record<string, string>, id: string): string =>
    new RegExp(`w:styleId="${id}".*?</w:style>`, 'u').exec(parts['word/styles.xml']!)![0];

  it('lines, headings and contents begin at the right, whatever letters they have', async () => {
    const parts = await partsOf([heading('h1', 'نتائج'), paragraph('نص', citation({ articleId: kim }))], {
      addressee: 'The Director',
      page: { ...DEFAULT_PAGE, contents: 'always' },
    });
    const body = parts['word/document.xml']!;
    const lineOf = (words: string): string =>
      body.match(/<w:p>.*?<\/w:p>/gu)!.find((p) => p.includes(words))!;
    expect(lineOf('The Director')).toContain('<w:jc w:val="right"/>');
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/><w:bidi\/>.{0,120}Sources/u);
    for (const id of ['TOCHeading', 'TOC1']) expect(styleOf(parts, id)).toContain('<w:bidi/>');
    expect(parts['word/header1.xml']).toContain('<w:pStyle w:val="Header"/><w:bidi/>');
    expect(parts['word/styles.xml']).toContain('w:bidi="fa"');
  });

  it('quotes and callouts have their bars at the right, and tables take all the width', async () => {
    const parts = await partsOf([
      node('quote', [paragraph('نص')]),
      node('callout', [paragraph('نص')], { kind: 'judgment', confidence: 'high' }),
      table([['اليوم', 'الحدث']]),
    ]);
    const body = parts['word/document.xml']!;
    expect(body).toMatch(/<w:pBdr><w:left w:val="nil"\/><w:right w:val="single"/u);
    expect(body).toMatch(/<w:tblBorders><w:left w:val="nil"\/><w:right w:val="single"/u);
    const [width] = /<w:bidiVisual\/><w:tblW w:w="(\d+)"/u.exec(body)!.slice(1).map(Number);
    expect(width).toBeGreaterThan(8500);
  });
});

it.each(['ar-EG', 'he-IL', 'ru'])('has words of its own in %s', async (language) => {
  const briefId = library.addBrief(
    [
      heading('h1', '1'),
      paragraph('2', citation({ articleId: kim })),
      node('callout', [paragraph('3')], { kind: 'judgment', confidence: 'high' }),
      table([['4']]),
      caption('5'),
    ],
    {
      title: '6',
      language,
      date: '2026-11-23',
      addressee: '7',
      page: { ...DEFAULT_PAGE, contents: 'always' },
    },
  );
  const { bytes } = await library.exporter.handlers['export.render']({
    briefId,
    format: 'html',
    annex: true,
  });
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  const words = document.body.textContent.match(/\p{Script=Latin}{2,}/gu) ?? [];
  // Those of the source, and of the style that cites it.
  expect(
    words.filter((word) =>
      /^(?:To|Date|Key|judgment|confidence|Table|Sources|Contents|Notes|Evidence|Back|Used)$/u.test(word),
    ),
  ).toEqual([]);
});
