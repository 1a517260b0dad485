/** Paper, columns, designs, contents and the lines around the text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '#contract/export.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { DEFAULT_PAGE, DESIGNS, type PageSetup } from '#domain/page.ts';
import {
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  KIM,
  paragraph,
  table,
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

async function exported(format: ExportFormat, nodes: StoredNode[], page: Partial<PageSetup> = {}) {
  const briefId = library.addBrief(nodes, { title: 'Strait', page: { ...DEFAULT_PAGE, ...page } });
  return library.exporter.handlers['export.render']({ briefId, format });
}
const pdfOf = async (nodes: StoredNode[], page?: Partial<PageSetup>) =>
  readPdf((await exported('pdf', nodes, page)).bytes);

const SENTENCE = 'The crossing is served by two ferries a day, of which the later one is often cancelled. ';
const words = (count: number): StoredNode => paragraph(SENTENCE.repeat(count));
const MM = 72 / 25.4;

/** Sections with notes, a table and an address that fits no column. */
const whole = (): StoredNode[] =>
  [1, 2, 3, 4, 5].flatMap((number) => [
    heading('h1', `Section ${number}`, ...(number === 2 ? [footnote(paragraph('Of a heading.'))] : [])),
    paragraph(`MARK${number} ${SENTENCE.repeat(9)}`, citation({ articleId: kim, locator: String(number) })),
    paragraph(`https://example.org/${'a-very-long-path-without-end/'.repeat(6)}index${number}.html`),
    table([
      ['Day', 'What happened'],
      [`Day ${number}`, SENTENCE],
    ]),
    words(9),
  ]);
const bare = (text: string): string => text.replaceAll(/[\s\u00AD-]+/gu, '');

describe.each(Object.keys(DESIGNS))('the design %s', (design) => {
  it('sets every word once, within its margins, on both papers and in both columns', async () => {
    for (const [paper, columns] of [
      ['a4', 1],
      ['letter', 2],
    ] as const) {
      const pdf = await pdfOf(whole(), { design, paper, columns, contents: 'never' });
      const [width, height] = pdf.pages[0]!.size;
      const sheet = paper === 'a4' ? [210, 297] : [215.9, 279.4];
      expect([width / MM, height / MM].map(Math.round)).toEqual(sheet.map(Math.round));
      const text = bare(pdf.pages.map((page) => page.text).join(' '));
      for (const number of [1, 2, 3, 4, 5]) expect(text.split(`index${number}.html`)).toHaveLength(2);
      expect(text.split(bare('Of a heading.'))).toHaveLength(2);
      expect(text.split(bare('ferries a day'))).toHaveLength(5 * 19 + 1);
      for (const page of pdf.pages) expect(page.right).toBeLessThan(1 - 15 / sheet[0]!);
      const left = pdf.pages[1]!.runs.filter(({ x }) => x > width / 2);
      const begins = left.filter(({ x }) => x < width / 2 + 6 * MM);
      expect(begins.length > 10).toBe(columns === 2);
    }
  });

  it('is tagged, with an outline, and the same bytes each time', async () => {
    const briefId = library.addBrief(whole(), { page: { ...DEFAULT_PAGE, design } });
    const render = library.exporter.handlers['export.render'];
    const first = await render({ briefId, format: 'pdf' });
    await pdfOf([words(3)], { design: design === 'government' ? 'two-page' : 'government' });
    const second = await render({ briefId, format: 'pdf' });
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    const pdf = await readPdf(first.bytes);
    expect(pdf.marked).toBe(true);
    expect(pdf.outline.map(([, title]) => title)).toEqual([
      ...[1, 2, 3, 4, 5].map((number) => `Section ${number}`),
      'Sources',
    ]);
  });
});

describe('a table of contents', () => {
  it('names the headings with their pages, and sets none of their notes twice', async () => {
    const pdf = await pdfOf(whole(), { contents: 'always' });
    const [first] = pdf.pages;
    expect(first!.text).toContain('Contents');
    for (const number of [1, 2, 3, 4, 5]) {
      const at = pdf.pages.findIndex(({ text }) => text.includes(`MARK${number} `));
      expect(first!.text).toMatch(new RegExp(`Section ${number}[ .]+${at + 1}(?!\\d)`, 'u'));
    }
    const all = pdf.pages.map(({ text }) => text).join(' ');
    expect(all.split('Of a heading.')).toHaveLength(2);
    expect(pdf.pages.flatMap(({ roles }) => roles)).toEqual(expect.arrayContaining(['TOC', 'TOCI']));
    expect(pdf.outline.map(([, title]) => title)).not.toContain('Contents');
  });

  it('is there by itself where the brief is long, and the design has one', async () => {
    const has = async (nodes: StoredNode[], design: string) =>
      (await pdfOf(nodes, { design })).pages[0]!.text.includes('Contents');
    expect(await has(whole().slice(0, 5), 'think-tank')).toBe(false);
    expect(await has(whole(), 'think-tank')).toBe(true);
    expect(await has(whole(), 'two-page')).toBe(false);
  });
});

describe('the lines around the text', () => {
  it('say the title and the section that a page is in', async () => {
    const nodes = ['One', 'Two'].flatMap((name) => [heading('h1', name), words(70), words(70)]);
    const { pages } = await pdfOf(nodes);
    const above = pages.map(({ runs, size }) =>
      runs
        .filter(({ y }) => y < (19 / 297) * size[1])
        .map(({ text }) => text)
        .join(' '),
    );
    expect(above[0]).toBe('');
    expect(above[1]).toMatch(/Strait.*One/u);
    expect(above.at(-1)).toMatch(/Strait.*Two/u);
  });

  it('never leave a heading, or one line of a paragraph, alone at an edge of a page', async () => {
    for (let count = 12; count < 34; count += 1) {
      const lead = Array.from({ length: count }, (_line, index) => paragraph(`Line ${index}.`));
      const { pages } = await pdfOf([...lead, heading('h2', 'HEADING'), paragraph('FIRST '.repeat(50))], {
        paper: 'letter',
      });
      const pageOf = (word: string): number[] =>
        pages.flatMap(({ runs }, index) =>
          runs.some(({ text, y }) => y > 19 * MM && text.includes(word)) ? [index] : [],
        );
      expect(pageOf('HEADING')).toEqual([pageOf('FIRST')[0]]);
      for (const page of pages) {
        const lines = new Set(
          page.runs.filter(({ text }) => text.includes('FIRST')).map(({ y }) => Math.round(y)),
        );
        expect(lines.size).not.toBe(1);
      }
    }
  }, 60_000);
});

describe('other formats', () => {
  it('are on the same paper, in the same columns and kind of letters', async () => {
    const page: Partial<PageSetup> = { design: 'government', paper: 'letter', columns: 2, margins: 'narrow' };
    const parts = docxParts((await exported('docx', whole(), page)).bytes);
    const body = parts['word/document.xml']!;
    expect(body.match(/<w:pgSz w:w="12240" w:h="15840"\/>/gu)).toHaveLength(2);
    expect(body).toMatch(/<w:type w:val="continuous"\/>.*<w:cols w:num="2" /u);
    expect(parts['word/styles.xml']).toContain('w:ascii="Calibri"');
    const html = new TextDecoder().decode((await exported('html', whole(), page)).bytes);
    expect(html).toContain('@page { size: 215.9mm 279.4mm; margin: 23mm 19mm 22mm; }');
    expect(html).toContain('columns: 2');
  });

  it('are in the colours of the design', async () => {
    const stylesOf = async (design: string): Promise<string> =>
      docxParts((await exported('docx', whole(), { design })).bytes)['word/styles.xml']!;
    const colourOf = (styles: string, id: string): string | undefined =>
      new RegExp(`w:styleId="${id}".*?</w:style>`, 'u')
        .exec(styles)?.[0]
        .match(/w:color w:val="(\w+)"/u)?.[1];
    const [government, twoPage] = [await stylesOf('government'), await stylesOf('two-page')];
    expect(['Hyperlink', 'FinePrint', 'Title'].map((id) => colourOf(government, id))).toEqual([
      '0B0C0C',
      '4D4D4D',
      '0D0D0D',
    ]);
    expect(/<w:docDefaults>.*<w:color w:val="0D0D0D"\/>/u.test(government)).toBe(true);
    expect(['Title', 'Heading1', 'Heading2'].map((id) => colourOf(twoPage, id))).toEqual([
      '1F4E79',
      '1F4E79',
      undefined,
    ]);
  });

  it('have a table of contents where it is wanted', async () => {
    const short = [heading('h1', 'Only'), words(2)];
    for (const [contents, isThere] of [
      ['always', true],
      ['never', false],
      ['auto', false],
    ] as const) {
      const { bytes } = await exported('docx', short, { contents });
      expect(docxParts(bytes)['word/document.xml']!.includes('TOC \\o')).toBe(isThere);
      const html = new TextDecoder().decode((await exported('html', short, { contents })).bytes);
      expect(html.includes('<nav')).toBe(isThere);
    }
  });
});

it('a brief can be looked at under settings that are not stored', async () => {
  const briefId = library.addBrief(Array.from({ length: 300 }, () => words(8)));
  const sample = library.exporter.handlers['export.sample'];
  const letter = await sample({
    briefId,
    settings: { page: { ...DEFAULT_PAGE, paper: 'letter', design: 'two-page' } },
  });
  const pdf = await readPdf(letter.bytes);
  expect(pdf.pages[0]!.size[0]).toBeCloseTo(612, 0);
  expect(pdf.pages.length).toBeLessThan(10);
  const whole = await readPdf(
    (await library.exporter.handlers['export.render']({ briefId, format: 'pdf' })).bytes,
  );
  expect(whole.pages[0]!.size[0]).toBeCloseTo(595, 0);
});
