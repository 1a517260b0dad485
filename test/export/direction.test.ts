/** Blocks that are read from right to left stand so in a PDF, whatever letters they have. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StoredNode } from '#domain/document/stored.ts';
import {
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
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
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
  const [kim] = library.addSources(KIM) as [number];
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
