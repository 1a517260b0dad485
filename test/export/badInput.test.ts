import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '#contract/export.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import {
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  node,
  paragraph,
  picture,
  table,
} from './library.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
});
afterAll(() => library.close());

/** Words that would be markup to Typst, Markdown, HTML or Pandoc. */
const MARKUP = [
  '#import "/brief.typ": * #read("/etc/passwd")',
  '$sum_(k=1)^n k$ *bold* _it_ `code` @label <label>',
  '<script>alert(1)</script> &amp; <!-- no -->',
  '[^1]: a note, [@key, p. 12] and ![x](file:///etc/passwd)',
  '\\begin{document} {{ handlebars }} %s',
];
const LEVELS = 30;
const COLUMNS = 40;
const LONG_WORD = 'Donaudampfschifffahrt'.repeat(143);

const nested = (level: number): StoredNode =>
  node(
    'list',
    [
      node('listitem', [paragraph(`Level ${level}.`)]),
      ...(level < LEVELS ? [node('listitem', [nested(level + 1)])] : []),
    ],
    { listType: 'bullet' },
  );

const NODES: StoredNode[] = [
  heading('h1', MARKUP[0]!, footnote(paragraph(MARKUP[1]!))),
  ...MARKUP.map((words) => paragraph(words, footnote(paragraph(words)))),
  picture('f'.repeat(64), { alt: 'Chart of faults' }),
  paragraph('Cited.', citation({ articleId: 9999 })),
  table([
    Array.from({ length: COLUMNS }, (_unused, at) => `Head ${at}`),
    Array.from({ length: COLUMNS }, (_unused, at) => `Cell ${at}`),
  ]),
  paragraph(LONG_WORD),
  nested(1),
];

/** A table with one cell. */
const cell = (children: StoredNode[], headerState: 0 | 1): StoredNode =>
  node('table', [node('tablerow', [node('tablecell', children, { headerState })])]);
const lines = (count: number): StoredNode[] =>
  Array.from({ length: count }, (_unused, at) => paragraph(`Line ${at}.`));
const noted = (words: string): StoredNode => paragraph(words, footnote(paragraph(`On ${words}.`)));

describe('a cell that fits no page', () => {
  const warningsOf = async (...nodes: StoredNode[]): Promise<string[]> => {
    const briefId = library.addBrief(nodes);
    return (await library.exporter.handlers['export.render']({ briefId, format: 'pdf' })).warnings;
  };

  it.each([
    ['behind', [...lines(70), noted('it')]],
    ['before', [noted('it'), ...lines(70)]],
  ])('heads a table, with its note on the page of its mark: %s', async (_where, children) => {
    const body = node('tablerow', [node('tablecell', [paragraph('x')], { headerState: 0 })]);
    const { children: rows = [], ...tall } = cell(children, 1);
    expect(await warningsOf({ ...tall, children: [...rows, body] })).toEqual([]);
  });

  it('has its notes with their marks, or says which are not', async () => {
    const many = Array.from({ length: 45 }, (_unused, at) => noted(`item ${at}`));
    expect(await warningsOf(cell(many, 0))).toEqual([
      expect.stringMatching(/^Note 29 stands on another page than its mark, .* Part that/u),
    ]);
  });
});

describe('a brief with everything that can go wrong', () => {
  it.each(EXPORT_FORMATS)('comes out as %s, and says what is missing', async (format) => {
    const briefId = library.addBrief(NODES, { title: MARKUP[2]! });
    const { bytes, warnings } = await library.exporter.handlers['export.render']({ briefId, format });
    expect(bytes.length).toBeGreaterThan(1000);
    expect(warnings.join('\n')).toContain('Source 9999 is cited but is not in the library');
    expect(warnings.join('\n')).toMatch(/picture/iu);
  });

  it('has every word on its pages', async () => {
    const briefId = library.addBrief(NODES, { title: MARKUP[2]! });
    const { bytes } = await library.exporter.handlers['export.preview']({ briefId });
    const { pages } = await readPdf(bytes);
    const printed = pages
      .map(({ text }) => text)
      .join('')
      .replaceAll(/[\s-]+/gu, '');
    const has = (words: string): boolean => printed.includes(words.replaceAll(/[\s-]+/gu, ''));
    const words = [
      ...MARKUP,
      'Chart of faults',
      LONG_WORD.slice(0, 40),
      ...Array.from({ length: COLUMNS }, (_unused, at) => `Cell ${at}`),
      ...Array.from({ length: LEVELS }, (_unused, at) => `Level ${at + 1}.`),
    ];
    expect(words.filter((each) => !has(each))).toEqual([]);
    expect(Math.max(...pages.map(({ right }) => right))).toBeLessThan(1);
  });
});
