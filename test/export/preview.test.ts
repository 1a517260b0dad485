import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  called,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
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

const LONG = 'The ministry has kept to its position while the courts have found otherwise in several cases. ';

describe('export.preview', () => {
  it('gives the bytes of the PDF, and the place of each block that is printed', async () => {
    const items = Array.from({ length: 40 }, (_unused, at) =>
      node('listitem', [text(`Item ${at}. ${LONG}`)]),
    );
    const rows = Array.from({ length: 30 }, (_unused, at) => [`Row ${at}`, LONG]);
    const nodes = [
      called('heading', heading('h1', 'Begins heading')),
      called('empty', paragraph('')),
      called('first', paragraph(`Begins first. ${LONG.repeat(9)}`, footnote(paragraph('Its note.')))),
      called('list', node('list', items, { listType: 'bullet' })),
      called('table', table([['Begins table', 'Head'], ...rows])),
      paragraph('Of an older version, without an id.'),
      called('last', paragraph(`Begins last. ${LONG}`)),
    ];
    const briefId = library.addBrief(nodes);
    const { handlers } = library.exporter;
    const exported = await handlers['export.render']({ briefId, format: 'pdf' });
    const { bytes, places, warnings } = await handlers['export.preview']({ briefId });
    expect(Buffer.from(bytes).equals(exported.bytes)).toBe(true);
    expect(warnings).toEqual(exported.warnings);

    expect(places.map(({ blockId }) => blockId)).toEqual([
      'heading',
      'first',
      'list',
      'table',
      '#5',
      'last',
      '',
    ]);
    const { pages } = await readPdf(bytes);
    expect(pages.length).toBeGreaterThan(3);
    expect(await handlers['export.pages']({ briefId })).toEqual({ pages: pages.length });
    const pageOf = (words: string): number => pages.findIndex((page) => page.text.includes(words)) + 1;
    const beginning: Record<string, string> = { list: 'Item 0.', '#5': 'Of an older version' };
    for (const { blockId, page } of places.slice(0, -1))
      expect([blockId, page]).toEqual([blockId, pageOf(beginning[blockId] ?? `Begins ${blockId}`)]);
    const [{ x, y }, next] = places as [(typeof places)[0], (typeof places)[0]];
    expect(next).toMatchObject({ page: 1, x });
    expect(next.y).toBeGreaterThan(y);
  });
});
