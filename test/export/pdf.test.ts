import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefSettings } from '#domain/brief.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import {
  bibliography,
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  HONG,
  KIM,
  node,
  paragraph,
  snippet,
  table,
  text,
  YAMADA,
} from './library.ts';
import { type Pdf, readPdf } from './readPdf.ts';

let library: ExportLibrary;
let kim: number;
let hong: number;
let yamada: number;
beforeAll(async () => {
  library = await exportLibrary();
  [kim, hong, yamada] = library.addSources(KIM, HONG, YAMADA) as [number, number, number];
});
afterAll(() => library.close());

const LONG = 'The ministry has kept to its position while the courts have found otherwise in several cases. ';

async function exported(nodes: StoredNode[], settings?: Partial<BriefSettings>) {
  const briefId = library.addBrief(nodes, settings);
  return library.exporter.handlers['export.render']({ briefId, format: 'pdf' });
}
async function pdfOf(nodes: StoredNode[], settings?: Partial<BriefSettings>): Promise<Pdf> {
  return readPdf((await exported(nodes, settings)).bytes);
}
const allText = (pdf: Pdf): string => pdf.pages.map((page) => page.text).join('\n');

const cell = (value: string, members: object): StoredNode =>
  node('tablecell', [paragraph(value)], { headerState: 0, ...members });
const link = (url: string): StoredNode => paragraph(node('link', ['link'], { url }));

describe('a PDF', () => {
  it('carries title, author, language and tags', async () => {
    const pdf = await pdfOf([paragraph('Text.')], {
      title: 'Claims & <Counterclaims>',
      author: 'A. Analyst',
      language: 'en-GB',
    });
    expect(pdf.info).toMatchObject({ Title: 'Claims & <Counterclaims>', Author: 'A. Analyst' });
    expect(pdf.language).toBe('en-GB');
    expect(pdf.marked).toBe(true);
  });

  it('prints title, author, date and page numbers in the language of the brief', async () => {
    const german = await pdfOf([paragraph('Text.')], {
      title: 'Lage',
      author: 'Amt',
      date: '2026-05-09',
      language: 'de',
    });
    expect(german.pages[0]!.text).toMatch(/Lage.*Amt.*9\. Mai 2026.*Seite 1 von 1/);
    const korean = await pdfOf([paragraph('본문')], { title: '현황', date: '2026-05-09', language: 'ko' });
    expect(korean.pages[0]!.text).toMatch(/현황.*2026년 5월 9일.*1 \/ 1쪽/);
  });

  it('is the same bytes from the same brief', async () => {
    const briefId = library.addBrief([paragraph('Text', citation({ articleId: kim }))], {
      date: '2026-05-09',
    });
    const render = library.exporter.handlers['export.render'];
    const first = await render({ briefId, format: 'pdf' });
    await exported([paragraph('Something else')]);
    const second = await render({ briefId, format: 'pdf' });
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  it('sets an empty brief without a title', async () => {
    const pdf = await pdfOf([paragraph()], { title: '' });
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.info['Title']).toBe('Untitled brief');
  });

  it('numbers its pages and repeats the title above them', async () => {
    const pdf = await pdfOf(
      Array.from({ length: 30 }, () => paragraph(LONG.repeat(4))),
      { title: 'Running head' },
    );
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const [index, page] of pdf.pages.entries()) {
      expect(page.text).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
      expect(page.text).toContain('Running head');
    }
  });
});

describe('structure', () => {
  it('is tagged, with headings in an outline that skips no level', async () => {
    const pdf = await pdfOf([
      heading('h3', 'Deep'),
      paragraph('Text'),
      heading('h1', 'Top'),
      heading('h4', 'Far below'),
      snippet({ articleId: kim }, paragraph('Quoted')),
      node('list', [node('listitem', ['one'])], { listType: 'bullet' }),
      table([
        ['Head', 'Head'],
        ['a', 'b'],
      ]),
    ]);
    expect(pdf.outline.map(([depth, title]) => [depth, title])).toEqual([
      [1, 'Deep'],
      [1, 'Top'],
      [2, 'Far below'],
      [1, 'Sources'],
    ]);
    const { roles } = pdf.pages[0]!;
    for (const role of ['H1', 'H2', 'P', 'BlockQuote', 'L', 'LI', 'Table', 'TH', 'TD', 'Note'])
      expect(roles).toContain(role);
  });

  it('repeats the head of a table on every page', async () => {
    const rows = Array.from({ length: 90 }, (_unused, index) => [`Row ${index + 1}`, 'Event']);
    const pdf = await pdfOf([table([['Day', 'What happened'], ...rows])]);
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const page of pdf.pages) expect(page.text).toContain('What happened');
    expect(allText(pdf)).toContain('Row 90');
  });

  it('keeps a row of few lines on one page, and parts one that is higher than a page', async () => {
    const rows = Array.from({ length: 40 }, (_unused, index) => [
      `Row ${index}`,
      `Opens${index}. ${'They met and said what they had said before. '.repeat(8 + (index % 5))} Closes${index}.`,
    ]);
    const tall = ['Tall', `Begins. ${'They met again and said no more than that. '.repeat(200)} Ends.`];
    const pdf = await pdfOf([table([['Day', 'What happened'], ...rows, tall])]);
    const pageOf = (word: string): number => pdf.pages.findIndex(({ text: words }) => words.includes(word));
    for (const index of rows.keys()) expect(pageOf(`Opens${index}.`)).toBe(pageOf(`Closes${index}.`));
    expect(pageOf('Ends.')).toBeGreaterThan(pageOf('Begins.'));
    expect(pdf.pages.length).toBeGreaterThan(4);
  });

  it('breaks no short cell over lines where the others can give way', async () => {
    const said = 'They met again and said no more than that. '.repeat(4);
    const pdf = await pdfOf([
      table([
        ['Day', 'Event', 'What was said'],
        ['2026-01-10', 'Event number 10', said],
      ]),
    ]);
    expect(pdf.pages[0]!.runs.map(({ text: words }) => words)).toContain('Event number 10');
  });

  const wide = (columns: number, ...rest: string[]): StoredNode => {
    const row = (...words: string[]) =>
      Array.from({ length: columns }, (_column, x) => words[x % words.length]!);
    const body = row('Netherlands', '17,590,672', 'Infrastructure and Water Management', ...rest);
    return table([row('Country', 'Population', 'Responsible ministry', ...rest), body, body]);
  };

  it('turns the page for a wide table, with its heading, and turns it back', async () => {
    const heading = node('heading', ['Wide one'], { tag: 'h2' });
    const pdf = await pdfOf([paragraph('Before'), heading, wide(12), paragraph('Behind')]);
    expect(pdf.pages.map((page) => page.turned)).toEqual([false, true, false]);
    expect(pdf.pages[1]!.text).toContain('Wide one');
    expect(pdf.pages[1]!.right).toBeLessThan(0.92);
  });

  it('never breaks a number, and puts columns below each other where they do not fit the page', async () => {
    for (const table of [wide(30), wide(9), node('quote', [wide(14)], { shadowRoot: true })]) {
      const pdf = await pdfOf([table]);
      const numbers = allText(pdf).match(/17,590,672/gu) ?? [];
      expect(numbers.length % 2).toBe(0);
      expect(numbers.length).toBeGreaterThanOrEqual(6);
      expect(allText(pdf)).not.toMatch(/17,590(?!,672)/u);
      for (const page of pdf.pages) expect(page.right).toBeLessThan(0.92);
    }
    const cited = wide(30);
    cited.children![1]!.children![0]!.children = [paragraph(citation({ articleId: kim }))];
    const roles = (await pdfOf([cited])).pages.flatMap((page) => page.roles);
    expect(roles.filter((role) => role === 'Note')).toHaveLength(1);
  });

  it('gives columns the widths that were chosen, and their text its place', async () => {
    const rows = [
      ['Left', 'Right'],
      ['a', 'b'],
    ];
    const chosen = table(rows);
    chosen['colWidths'] = [80, 20];
    const [even] = (await pdfOf([table(rows)])).pages;
    const [wider] = (await pdfOf([chosen])).pages;
    for (const row of chosen.children!) row.children![1]!['format'] = 'right';
    const [right] = (await pdfOf([chosen])).pages;
    expect(wider!.right).toBeGreaterThan(even!.right + 0.1);
    expect(right!.right).toBeGreaterThan(0.82);
    expect(right!.right).toBeGreaterThan(wider!.right);
  });

  it('sets tables with spans, with rows of different lengths, and with nothing in them', async () => {
    const pdf = await pdfOf([
      node('table', [
        node('tablerow', [cell('wide', { colSpan: 3 }), cell('tall', { rowSpan: 9 })]),
        node('tablerow', [cell('a', { rowSpan: 2 }), cell('b', {})]),
        node('tablerow', [cell('c', { colSpan: 9 })]),
        node('tablerow', []),
      ]),
      node('table', []),
    ]);
    for (const word of ['wide', 'tall', 'a', 'b', 'c']) expect(allText(pdf)).toContain(word);
  });
});

describe('notes', () => {
  it('stand on the page of their marks', async () => {
    const [first, second] = library.addSources(
      { ...KIM, title: 'Alpha source' },
      { ...KIM, title: 'Omega source' },
    ) as [number, number];
    const filler = Array.from({ length: 14 }, () => paragraph(LONG.repeat(4)));
    const pdf = await pdfOf([
      paragraph('FIRSTMARK', citation({ articleId: first, locator: '5' })),
      ...filler,
      paragraph('SECONDMARK', citation({ articleId: second })),
      ...filler,
    ]);
    const pageOf = (words: string): number => pdf.pages.findIndex((page) => page.text.includes(words));
    expect(pageOf('SECONDMARK')).toBeGreaterThan(pageOf('FIRSTMARK'));
    expect(pdf.pages[pageOf('FIRSTMARK')]!.text).toMatch(
      /Marie Kim, “Alpha Source,” Asian Law Review 3 \(2019\): 5/,
    );
    expect(pdf.pages[pageOf('SECONDMARK')]!.text).toMatch(/Marie Kim, “Omega Source,”/);
    expect(pdf.pages.at(-1)!.text).toMatch(/Sources .*Kim, Marie\. “Alpha Source\.”/);
  });

  it.each([
    [
      'list',
      (items: StoredNode[]) =>
        node(
          'list',
          items.map((item) => node('listitem', [item])),
          { listType: 'number' },
        ),
    ],
    ['table', (items: StoredNode[]) => table([['Head', 'Two'], ...items.map((item) => [item, 'x'])])],
    ['quote', (items: StoredNode[]) => node('quote', items, { shadowRoot: true })],
  ])(
    'stand on the page of their marks in a %s that runs over the end of a page',
    async (_what, container) => {
      const sources = library.addSources(
        ...Array.from({ length: 6 }, (_unused, index) => ({
          ...KIM,
          title: `Source-${index} in a ${_what}`,
        })),
      );
      for (const lines of [28, 31, 33, 34, 36, 39]) {
        const items = sources.map((articleId, index) =>
          paragraph(`Mark-${index}-here ${LONG}`, citation({ articleId })),
        );
        const filler = Array.from({ length: lines }, () => paragraph('A line.'));
        const { pages } = await pdfOf([...filler, container(items), paragraph('After.')], { language: 'de' });
        for (const index of sources.keys()) {
          const page = pages.findIndex(({ text: words }) => words.includes(`Mark-${index}-here`));
          expect(pages[page]!.text).toMatch(new RegExp(`Marie Kim, „Source-${index} in`));
        }
      }
    },
  );

  it('are numbered as the citations are formatted, also in headings, tables and quotes', async () => {
    const pdf = await pdfOf([
      node('heading', ['Heading', citation({ articleId: kim, locator: '11' })], { tag: 'h2' }),
      table([
        ['Head', 'Two'],
        [node('text', [], { text: '' }), 'x'],
      ]),
      table([[paragraph('cell', citation({ articleId: kim, locator: '12' })), 'x']], 0),
      snippet(
        { articleId: kim, locator: '13' },
        paragraph('quoted', citation({ articleId: kim, locator: '14' })),
      ),
      paragraph('end', citation({ articleId: kim, locator: '15' })),
    ]);
    const page = pdf.pages[0]!.text;
    expect(page).toMatch(/1\s*Marie Kim.*: 11.*2\s*Kim, 12\..*3\s*Kim, 14\..*4\s*Kim, 13\..*5\s*Kim, 15\./);
    expect(pdf.outline[0]).toEqual([1, 'Heading']);
  });

  it('give way to citations in the text in APA', async () => {
    const pdf = await pdfOf(
      [
        paragraph('As shown', citation({ articleId: kim, locator: '5' })),
        snippet({ articleId: hong }, paragraph('Quoted.')),
      ],
      { styleId: 'apa' },
    );
    expect(allText(pdf)).toContain('As shown (Kim, 2019, p. 5)');
    expect(allText(pdf)).toContain('Quoted. (홍길동, 2023)');
    expect(pdf.pages[0]!.roles).not.toContain('Note');
  });
});

describe("an author's footnotes", () => {
  it('are in one series with those of citations, and cite in their own words', async () => {
    const pdf = await pdfOf([
      paragraph('a', citation({ articleId: kim }), 'b', footnote(paragraph('Own words.')), 'c'),
      heading('h2', 'Heading', footnote(paragraph('Beside a heading.'))),
      table([
        [paragraph('Head', footnote(paragraph('In a head.'))), 'x'],
        [paragraph('cell', footnote(paragraph('In a cell.'))), 'x'],
      ]),
      node('list', [node('listitem', ['item', footnote(paragraph('See ', citation({ articleId: kim })))])], {
        listType: 'bullet',
      }),
      paragraph('d', citation({ articleId: kim, locator: '7' })),
    ]);
    expect(pdf.pages[0]!.text).toMatch(
      /1\s*Marie Kim.*2\s*Own words\..*3\s*Beside a heading\..*4\s*In a head\..*5\s*In a cell\..*6\s*See Kim, “Forced.*7\s*Kim, /,
    );
    expect(pdf.outline[0]).toEqual([1, 'Heading']);
  });

  it('have a series of their own in a style that cites in the text', async () => {
    const pdf = await pdfOf(
      [
        paragraph('As shown', citation({ articleId: kim }), '.', footnote(paragraph('The first.'))),
        paragraph(
          'More',
          footnote(paragraph('The second, as', citation({ articleId: hong }), ' says.')),
          citation({ articleId: kim }),
        ),
      ],
      { styleId: 'apa' },
    );
    expect(allText(pdf)).toMatch(/As shown \(Kim, 2019\)\.1.*More2 \(Kim, 2019\)/);
    expect(allText(pdf)).toMatch(/1\s*The first\..*2\s*The second, as \(홍길동, 2023\) says\./);
  });

  it('hold paragraphs, lists, links and formatting', async () => {
    const pdf = await pdfOf([
      paragraph(
        'Text',
        footnote(
          paragraph('First ', text('bold', 1)),
          node('list', [node('listitem', ['entry'])], { listType: 'number' }),
          paragraph(node('link', ['a link'], { url: 'https://example.org/note' })),
        ),
        footnote(node('list', [node('listitem', ['only a list'])], { listType: 'bullet' })),
        footnote(),
      ),
    ]);
    expect(allText(pdf)).toMatch(/1\s*First bold 1\. entry a link.*2\s*• only a list/);
    expect(pdf.pages[0]!.links).toEqual(['https://example.org/note']);
  });

  it.each([
    ['paragraphs', (items: StoredNode[]) => items],
    [
      'list',
      (items: StoredNode[]) => [
        node(
          'list',
          items.map((item) => node('listitem', [item])),
          { listType: 'bullet' },
        ),
      ],
    ],
    ['table', (items: StoredNode[]) => [table([['Head', 'Two'], ...items.map((item) => [item, 'x'])])]],
  ])('stand on the page of their marks in %s over the end of a page', async (_what, container) => {
    const numbers = Array.from({ length: 6 }, (_unused, index) => index);
    for (const lines of [29, 32, 34, 37]) {
      const items = numbers.map((index) =>
        paragraph(
          `Mark-${index}-here ${LONG}`,
          footnote(paragraph(`Note-${index}-begins ${LONG}`), paragraph('It goes on.')),
        ),
      );
      const filler = Array.from({ length: lines }, () => paragraph('A line.'));
      const { pages } = await pdfOf([...filler, ...container(items), paragraph('After.')]);
      const pageOf = (words: string): number => pages.findIndex((page) => page.text.includes(words));
      for (const index of numbers) expect(pageOf(`Note-${index}-begins`)).toBe(pageOf(`Mark-${index}-here`));
    }
  });
});

describe('the list of sources', () => {
  it('stands where its block does, with its heading and sections in the outline', async () => {
    const pdf = await pdfOf(
      [
        heading('h2', 'Anfang'),
        bibliography({ byType: true, uncited: [yamada], heading: 'Literatur' }),
        heading('h2', 'Ende'),
        heading('h3', 'Schluss'),
        paragraph('Text', citation({ articleId: kim })),
      ],
      { language: 'de' },
    );
    expect(pdf.outline).toEqual([
      [1, 'Anfang'],
      [1, 'Literatur'],
      [2, 'Bücher'],
      [2, 'Aufsätze'],
      [1, 'Ende'],
      [2, 'Schluss'],
    ]);
    expect(allText(pdf)).toMatch(/Literatur Bücher .*岩波書店.* Aufsätze Kim, Marie.* Ende/);
  });

  it('is left out where nothing is cited or listed', async () => {
    const pdf = await pdfOf([paragraph('Text.'), bibliography()]);
    expect(pdf.outline).toEqual([]);
    expect(allText(pdf)).not.toContain('Sources');
  });
});

describe('headings in other blocks', () => {
  it('are a part of one outline that skips no level', async () => {
    const pdf = await pdfOf([
      heading('h1', 'One'),
      heading('h2', 'Two'),
      node('quote', [heading('h1', 'Quoted')]),
      heading('h3', 'Three'),
    ]);
    expect(pdf.outline).toEqual([
      [1, 'One'],
      [2, 'Two'],
      [1, 'Quoted'],
      [2, 'Three'],
    ]);
  });
});

describe('a table with a link in its head', () => {
  it('is set over several pages', async () => {
    const rows = Array.from({ length: 60 }, (_unused, index) => [`Row ${index}`, LONG]);
    const pdf = await pdfOf([table([[link('https://example.org/head'), 'What'], ...rows])]);
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(pdf.pages.flatMap((page) => page.links)).toEqual(['https://example.org/head']);
    expect(allText(pdf)).toContain('Row 59');
  });
});

describe('headings without words', () => {
  it('take no part in the outline and keep their notes', async () => {
    const pdf = await pdfOf([
      heading('h1'),
      heading('h3', citation({ articleId: kim })),
      heading('h2', 'Background'),
      heading('h1', { type: 'linebreak', version: 1 }),
      heading('h2', ' '),
      paragraph('Text.'),
    ]);
    expect(pdf.outline.filter(([, title]) => title !== 'Sources')).toEqual([[1, 'Background']]);
    expect(pdf.pages[0]!.roles).toContain('Note');
  });
});

describe('text', () => {
  it('is never read as Typst', async () => {
    const hostile =
      '#import "x": * $a + b$ *bold* _it_ @cite <label> \\ // /* #eval("1+1") `raw` = no heading ~ -- ---';
    const pdf = await pdfOf(
      [paragraph(hostile), heading('h2', '#panic("x")'), node('code', ['#set page(width: 1pt)'])],
      {
        title: '#panic("title") $x$',
        author: '#import "a"',
      },
    );
    expect(pdf.pages[0]!.text).toContain('#panic("title") $x$');
    expect(pdf.pages[0]!.text.replaceAll(/\s+/g, ' ')).toContain(hostile);
    expect(pdf.pages[0]!.text).toContain('#set page(width: 1pt)');
  });

  it('in Korean and Japanese can be copied out', async () => {
    const pdf = await pdfOf([
      paragraph('강제동원 피해자 배상', citation({ articleId: hong })),
      paragraph('請求権協定により解決済み', citation({ articleId: yamada })),
    ]);
    for (const words of ['강제동원 피해자 배상', '請求権協定により解決済み', '홍길동', '岩波書店'])
      expect(allText(pdf)).toContain(words);
  });

  it('covers European scripts and boxes of check lists', async () => {
    const list = node('list', [node('listitem', ['done'], { checked: true }), node('listitem', ['open'])], {
      listType: 'check',
    });
    const file = await exported([paragraph('Łódź İstanbul Việt Nam Ελλάδα Київ ﬁ № … “”'), list]);
    expect(file.warnings).toEqual([]);
    expect(allText(await readPdf(file.bytes))).toMatch(/Łódź İstanbul Việt Nam Ελλάδα Київ.*☑ done ☐ open/);
  });

  it('that no font can print is named in a warning and by its code', async () => {
    // A private-use character of the last plane: no font has it.
    const file = await exported([paragraph('before \u{10FFF0} after')]);
    expect(file.warnings).toEqual([expect.stringContaining('[U+10FFF0]')]);
    expect(allText(await readPdf(file.bytes))).toContain('before [U+10FFF0] after');
  });

  it('pasted with control characters and byte order marks is set without them', async () => {
    const file = await exported([paragraph('one\u0007 \uFEFFtwo\u0000 th\uFFFEree \uD800four')], {
      title: 'A\u0007 \uFEFFtitle',
    });
    expect(file.warnings).toEqual([]);
    const pdf = await readPdf(file.bytes);
    expect(pdf.info['Title']).toBe('A title');
    expect(allText(pdf)).toContain('one two three \uFFFDfour');
  });

  it.each(['und', 'english', 'x-private', '!!'])(
    'is set where its language (%s) is unknown',
    async (language) => {
      const pdf = await pdfOf([paragraph('Words.', citation({ articleId: kim }))], { language });
      expect(allText(pdf)).toContain('Page 1 of 1');
    },
  );

  it('in lists and quotes far inside each other is set whole and in its order', async () => {
    const wrap = (inner: StoredNode, depth: number): StoredNode => {
      const label = `level ${depth}.`;
      if (depth % 3 === 0) return node('quote', [paragraph(label), inner]);
      const items = [node('listitem', [text(label)]), node('listitem', [inner])];
      return node('list', items, { listType: depth % 3 === 1 ? 'bullet' : 'number' });
    };
    const depths = Array.from({ length: 60 }, (_unused, depth) => depth);
    const nested = depths.toReversed().reduce(wrap, paragraph('the innermost'));
    const words = allText(await pdfOf([nested])).match(/level \d+\.|the innermost/gu);
    expect(words).toEqual([...depths.map((depth) => `level ${depth}.`), 'the innermost']);
  });

  it('is not hyphenated in a table whose columns can hold its words', async () => {
    const pdf = await pdfOf([
      table([
        ['Date', 'Event', 'What followed', 'Source'],
        ['September 2026', LONG, LONG, 'Northern Ledger'],
        ['November 2025', 'Interdependencies', 'Internationalisation', 'Meridian'],
      ]),
    ]);
    for (const word of ['September', 'November', 'Interdependencies', 'Internationalisation', 'Meridian'])
      expect(allText(pdf)).toContain(word);
  });

  it('stays on the page, however long its words', async () => {
    const url = `https://example.org/${'path/'.repeat(60)}${'x'.repeat(300)}`;
    const wide = Array.from({ length: 12 }, (_unused, index) => `Column${index}${'m'.repeat(30)}`);
    const pdf = await pdfOf(
      [
        paragraph('w'.repeat(3000)),
        paragraph(url),
        table([wide, wide]),
        heading('h2', 'v'.repeat(200)),
        node('code', ['c'.repeat(400)]),
      ],
      { title: 't'.repeat(300) },
    );
    for (const page of pdf.pages) expect(page.right).toBeLessThan(0.9);
    expect(allText(pdf).split('w').length - 1).toBe(3000);
  });

  it('ends lines of a path behind its signs', async () => {
    const parts = Array.from({ length: 20 }, (_unused, index) => `folder_number_${index}`);
    const pdf = await pdfOf([paragraph(`It is in /${parts.join('/')}/report.docx now.`)]);
    const lines = pdf.pages[0]!.text.split(' ').filter((line) => line.includes('folder'));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/_]$/u);
  });

  it('links to the web and to mail, and to nothing else', async () => {
    const pdf = await pdfOf([
      link('https://example.org/a'),
      link('javascript:alert(1)'),
      link('file:///etc/passwd'),
    ]);
    expect(pdf.pages[0]!.links).toEqual(['https://example.org/a']);
  });

  it('keeps its marks', async () => {
    const pdf = await pdfOf([
      paragraph(...[1, 2, 4, 8, 16, 32, 64, 128, 255].map((format) => text(`f${format} `, format))),
    ]);
    expect(allText(pdf).replaceAll(/\s/g, '')).toContain('f1f2f4f8f16f32f64f128f255');
  });
});

describe('callouts, page breaks and alignment', () => {
  const callout = (kind: string, members: object, ...children: StoredNode[]): StoredNode =>
    node('callout', children, { kind, ...members });

  it('sets a callout under its label, tagged, with its citations', async () => {
    const pdf = await pdfOf(
      [
        callout(
          'judgment',
          { confidence: 'moderate' },
          paragraph('Exports will fall', citation({ articleId: kim }), '.'),
          node('list', [node('listitem', ['A reason'])], { listType: 'bullet' }),
        ),
      ],
      { language: 'de' },
    );
    expect(allText(pdf)).toMatch(/Kernaussage · Mittlere Konfidenz Exports will fall.*A reason/);
    expect(pdf.pages[0]!.roles).toEqual(expect.arrayContaining(['P', 'L', 'Note']));
  });

  it('breaks a long callout over pages and keeps its label with its first words', async () => {
    for (const lead of [1, 8, 9, 10, 11]) {
      const pdf = await pdfOf([
        ...Array.from({ length: lead }, () => paragraph(LONG.repeat(4))),
        callout('gap', {}, ...Array.from({ length: 12 }, () => paragraph(`First words. ${LONG.repeat(4)}`))),
      ]);
      expect(pdf.pages.length).toBeGreaterThan(1);
      const labelled = pdf.pages.filter((page) => page.text.includes('Information gap'));
      expect(labelled.map((page) => /Information gap\s+First words/.test(page.text))).toEqual([true]);
    }
  });

  it('begins a page at a break, and leaves no page blank', async () => {
    const pageBreak = { type: 'pageBreak', version: 1 };
    const pages = async (...nodes: StoredNode[]): Promise<string[]> =>
      (await pdfOf(nodes, { title: 'T' })).pages.map(({ text: words }) => words);
    const [first, second, ...others] = await pages(
      paragraph('One.'),
      pageBreak,
      paragraph(),
      pageBreak,
      paragraph('Two.'),
      pageBreak,
    );
    expect([first, second]).toEqual([expect.stringContaining('One.'), expect.stringContaining('Two.')]);
    expect(others).toEqual([]);
    expect(await pages(callout('gap', {}, paragraph('a'), pageBreak, paragraph('b')))).toHaveLength(1);
    expect(await pages(paragraph('a', footnote(paragraph('b'), pageBreak, paragraph('c'))))).toHaveLength(1);
    expect(await pages(pageBreak)).toHaveLength(1);
  });

  it('aligns paragraphs and headings', async () => {
    const right = async (format: string): Promise<number> =>
      (await pdfOf([paragraph('x'), { ...paragraph('Aligned.'), format }])).pages[0]!.right;
    const wide = await right('right');
    expect(wide).toBeGreaterThan(await right('center'));
    // The page number in the footer is what reaches farthest otherwise.
    expect(await right('')).toBe(await right('left'));
    const titled = await pdfOf([{ ...heading('h2', 'Title'), format: 'right' }]);
    expect(titled.pages[0]!.right).toBeCloseTo(wide, 2);
    expect(titled.outline).toEqual([[1, 'Title']]);
  });

  it('prints fields as the brief says, in both formats', async () => {
    const nodes = [
      paragraph('As of ', { type: 'field', version: 1, field: 'date', value: '2026-11-22' }, ', by'),
      paragraph({ type: 'field', version: 1, field: 'author' }, '.'),
    ];
    const settings = { author: '국방부', language: 'ko' };
    expect(allText(await pdfOf(nodes, settings))).toMatch(/As of 2026년 11월 22일, by 국방부\./);
    const briefId = library.addBrief(nodes, settings);
    const { bytes } = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
    expect(new TextDecoder().decode(bytes)).toContain('As of 2026년 11월 22일, by\n\n국방부.');
  });
});
