import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAt } from '#domain/article.ts';
import { damaged, readsOrRefuses } from '#test/import/damage.ts';
import { assemble, type SmallPage, smallPdf, stream } from '#test/import/make/smallPdf.ts';
import { type ReadArticle, readArticle } from '../read/article.ts';

const fixtures = resolve(import.meta.dirname, '../../../../test/fixtures');
const read = (bytes: Uint8Array): Promise<ReadArticle> => readArticle({ bytes, fileName: 'a.pdf' });
const texts = ({ content }: ReadArticle): string[] =>
  content.blocks.map(({ role, start, end }) => `${role}: ${content.text.slice(start, end)}`);

/** Lines of running text, the last one short. */
const paragraph = (y: number, words: string, x = 50, size = 10): SmallPage['lines'] =>
  [
    `${words} of the strait were closed to every ship that`,
    'carried neither pilot nor papers, and',
    'the harbour waited.',
  ].map((text, index) => ({ x, y: y + index * 12, text, size }));

const page = (number: number, lines: SmallPage['lines']): SmallPage => ({
  lines: [
    { x: 50, y: 30, text: 'The Closed Strait', size: 8 },
    ...lines,
    { x: 195, y: 580, text: String(number), size: 8 },
  ],
});

describe('PDFs without tags', () => {
  it('drops running lines and takes the numbers that pages print as locators', async () => {
    const article = await read(
      smallPdf([
        page(41, paragraph(80, 'The northern lanes')),
        page(42, paragraph(80, 'The eastern lanes')),
        page(43, paragraph(80, 'The southern lanes')),
      ]),
    );
    expect(texts(article)).toHaveLength(3);
    expect(article.content.text).not.toMatch(/Closed|4[123]/u);
    const at = article.content.text.indexOf('eastern');
    expect(pageAt(article.content, at)).toBe('42');
  });

  it('joins words that a line broke, keeps compounds, and goes on over the page', async () => {
    const article = await read(
      smallPdf([
        page(1, [
          { x: 50, y: 80, text: 'The well-known pilots of the strait had their own build-' },
          { x: 50, y: 92, text: 'ing by the quay, where they waited for the well-' },
          { x: 50, y: 104, text: 'known ships that came from the north and then went on' },
        ]),
        page(2, [
          { x: 50, y: 80, text: 'to the south in the first week of every month of the year' },
          { x: 50, y: 92, text: 'but the winter.' },
        ]),
      ]),
    );
    expect(texts(article)).toEqual([
      'paragraph: The well-known pilots of the strait had their own building by the quay, where they waited for the well-known ships that came from the north and then went on to the south in the first week of every month of the year but the winter.',
    ]);
    expect(article.content.pages?.map(({ label }) => label)).toEqual(['1', '2']);
  });

  it('links raised signs to the notes at the foot of the page, also where they begin anew', async () => {
    const withNote = (number: number, book: string, place: string): SmallPage =>
      page(number, [
        ...paragraph(80, `On day ${number} the lanes`),
        { x: 134, y: 101, text: '1', size: 6 },
        { x: 50, y: 540, text: '1', size: 5 },
        { x: 54, y: 543, text: `${book},`, size: 8 },
        { x: 50, y: 553, text: `kept at the ${place}.`, size: 8 },
      ]);
    const { content } = await read(
      smallPdf([withNote(7, 'Register', 'harbour office'), withNote(8, 'Log of the pilots', 'quay')]),
    );
    const notes = content.blocks.filter(({ role }) => role === 'note');
    expect(notes.map(({ label, start, end }) => [label, content.text.slice(start, end)])).toEqual([
      ['1', 'Register, kept at the harbour office.'],
      ['1-2', 'Log of the pilots, kept at the quay.'],
    ]);
    expect(content.noteRefs.map(({ label }) => label)).toEqual(['1', '1-2']);
    expect(pageAt(content, notes[1]!.start)).toBe('8');
  });

  it('reads columns one after the other, and rows of cells as a table', async () => {
    const columns = [50, 230].flatMap((x) =>
      Array.from({ length: 8 }, (_line, index) => ({
        x,
        y: 80 + index * 12,
        text: `${x === 50 ? 'left' : 'right'} column has line ${index} here`,
      })),
    );
    const cells = ['Port', 'Ships', 'Days', 'Halmhavn', '12', '31', 'Strandby', '4', '28'].map(
      (text, index) => ({
        x: 50 + (index % 3) * 100,
        y: 300 + Math.floor(index / 3) * 14,
        text,
        bold: index < 3,
      }),
    );
    const across = {
      x: 50,
      y: 260,
      text: 'Both columns end above this line, which goes across the whole page',
    };
    const article = await read(smallPdf([{ lines: [...columns, across, ...cells] }]));
    const { text } = article.content;
    expect(text.indexOf('left column has line 7')).toBeLessThan(text.indexOf('right column has line 0'));
    expect(text.indexOf('right column has line 7')).toBeLessThan(text.indexOf('Both columns'));
    const table = article.content.blocks.find(({ role }) => role === 'table')!;
    expect(text.slice(table.start, table.end)).toBe('Port\tShips\tDays\nHalmhavn\t12\t31\nStrandby\t4\t28');
    expect(table.rows![0]!.every(({ header }) => header === true)).toBe(true);
  });

  it('does not take the name of a file or of a computer for metadata', async () => {
    const lines = [
      { x: 50, y: 60, text: 'Pilots of the Strait', size: 20 },
      { x: 50, y: 84, text: 'By Ana Moreno' },
      ...paragraph(120, 'The northern lanes'),
    ];
    const info = {
      Title: 'Microsoft Word - final_v2.doc',
      Author: 'Administrator',
      CreationDate: 'D:20230405120000Z',
    };
    const { metadata } = await read(smallPdf([{ lines }], info));
    expect(metadata.csl).toMatchObject({
      title: 'Pilots of the Strait',
      author: [{ family: 'Moreno', given: 'Ana' }],
      issued: { 'date-parts': [[2023, 4, 5]] },
    });
    expect(metadata.unconfirmed).toEqual(expect.arrayContaining(['title', 'issued']));
  });
});

describe('PDFs that cannot be read', () => {
  const bomb = (): Uint8Array => {
    const packed = deflateSync(Buffer.alloc(120_000_000, 0x20)).toString('latin1');
    return assemble(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
        stream('/Filter /FlateDecode', packed),
      ],
      '/Root 1 0 R',
    );
  };
  const text = smallPdf([page(1, paragraph(80, 'The northern lanes'))]);
  const cases: [what: string, bytes: () => Uint8Array, reason: string][] = [
    ['pictures of pages', () => smallPdf([{ lines: [], picture: true }]), 'text recognition'],
    ['a password', () => readFileSync(join(fixtures, 'refused/password.pdf')), 'protected by a password'],
    ['another kind of file', () => Buffer.from('PK\u0003\u0004 and so on'), 'not a PDF document'],
    ['nothing behind its first line', () => Buffer.from('%PDF-1.7\n'), 'damaged'],
    ['a stream that unpacks to too much', bomb, 'unpacks to far more'],
    [
      'pages that are not there',
      () => assemble(['<< /Type /Catalog /Pages 9 0 R >>'], '/Root 1 0 R'),
      'damaged',
    ],
    [
      'more pages than any book',
      () => smallPdf(Array.from({ length: 5001 }, () => page(1, []))),
      'has more than 5,000 pages',
    ],
  ];
  it.each(cases)('says so of %s', async (_what, bytes, reason) => {
    await expect(read(bytes())).rejects.toThrow(
      expect.objectContaining({ code: 'file_unreadable', message: expect.stringContaining(reason) }),
    );
  });

  it('reads what is left of a file that was cut off', async () => {
    const { content } = await read(text.slice(0, text.length - 30));
    expect(content.text).toContain('The northern lanes');
  });

  it('meets any damage with an article or a message', async () => {
    const property = fc.asyncProperty(damaged(text), (bytes) => readsOrRefuses(() => read(bytes)));
    await expect(fc.assert(property, { numRuns: 100 })).resolves.toBeUndefined();
  });
});
