/** What Word documents, web pages and plain text are made of, as their readers need it. */
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#contract/index.ts';
import type { ExportFormat } from '#contract/export.ts';
import { beginThread, reply, resolveThread } from '#core/comments/store.ts';
import { addPicture } from '#core/pictures/store.ts';
import type { BriefSettings } from '#domain/brief.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { MARKING_SCHEMES, markingIn } from '#domain/marking.ts';
import { DEFAULT_PAGE } from '#domain/page.ts';
import { PNG, svg, turnedJpeg, WEBP } from '#test/pictures.ts';
import {
  called,
  caption,
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  KIM,
  node,
  paragraph,
  picture,
  reference,
  snippet,
  table,
  text,
} from './library.ts';
import { docxParts, readDocx } from './readers.ts';

let library: ExportLibrary;
let kim: number;
const sha: Record<string, string> = {};
beforeAll(async () => {
  library = await exportLibrary();
  [kim] = library.addSources(KIM) as [number];
  const files = { png: PNG, svg: svg(), webp: WEBP, jpg: turnedJpeg(6) };
  for (const [name, bytes] of Object.entries(files))
    sha[name] = (await addPicture(library.context.folder.pictures, bytes, name)).sha256;
});
afterAll(() => library.close());

async function exported(format: ExportFormat, nodes: StoredNode[], settings: Partial<BriefSettings> = {}) {
  const briefId = library.addBrief(nodes, settings);
  return library.exporter.handlers['export.render']({ briefId, format });
}
async function wordOf(nodes: StoredNode[], settings?: Partial<BriefSettings>) {
  const parts = docxParts((await exported('docx', nodes, settings)).bytes);
  return { parts, body: parts['word/document.xml']!, notes: parts['word/footnotes.xml']! };
}
async function pageOf(nodes: StoredNode[], settings?: Partial<BriefSettings>): Promise<Document> {
  const { bytes } = await exported('html', nodes, settings);
  return parseHTML(new TextDecoder().decode(bytes)).document;
}
async function textOf(nodes: StoredNode[], settings: Partial<BriefSettings> = {}): Promise<string> {
  const { bytes } = await exported('txt', nodes, { title: 'T', ...settings });
  return new TextDecoder().decode(bytes).replace(/^T\n=+\n\n/u, '');
}

const item = (...children: (StoredNode | string)[]): StoredNode => node('listitem', children);
const cell = (value: string, members: object = {}): StoredNode =>
  node('tablecell', [paragraph(value)], { headerState: 0, ...members });
const MARKUP = '<script>alert(1)</script> & </w:t> "quoted"';

it.each(['docx', 'html', 'txt'] as const)(
  '%s: is what the contract promises, the same each time',
  async (format) => {
    const nodes = [
      heading('h1', 'Findings'),
      paragraph('As shown', citation({ articleId: kim, locator: '115' }), '.'),
      picture(sha['svg']!, { alt: 'Drawn' }),
      picture(sha['webp']!, { alt: 'Photo' }),
    ];
    const briefId = library.addBrief(nodes, { title: 'Claims: 1965', date: '2026-05-09' });
    const render = library.exporter.handlers['export.render'];
    const file = await render({ briefId, format });
    expect(() => contract['export.render'].output.parse(file)).not.toThrow();
    expect(file).toMatchObject({ fileName: `Claims- 1965.${format}`, beside: [], warnings: [] });
    expect((await render({ briefId, format })).bytes).toEqual(file.bytes);
  },
);

describe('a Word document', () => {
  it('has headings of Word, notes of Word in one series, and the page of how many in its footer', async () => {
    const { parts, body, notes } = await wordOf(
      [
        heading('h2', 'Findings'),
        paragraph(
          'Cited',
          citation({ articleId: kim }),
          ' and said',
          footnote(paragraph('By the author.'), paragraph('More.')),
        ),
        snippet({ articleId: kim }, paragraph('The exact words.')),
      ],
      { title: 'Claims & more', author: 'A. Analyst', date: '2026-05-09', language: 'de-DE' },
    );
    expect(body).toContain('<w:pStyle w:val="Heading2"/>');
    expect(body.match(/<w:footnoteReference w:id="\d+"\/>/gu)).toHaveLength(3);
    expect(notes.match(/<w:footnoteRef\/>/gu)).toHaveLength(3);
    expect(notes.indexOf('Marie Kim')).toBeLessThan(notes.indexOf('By the author.'));
    expect(parts['word/footer1.xml']).toMatch(/Seite .* PAGE .*von .* NUMPAGES /u);
    expect(parts['docProps/core.xml']).toContain('<dc:title>Claims &amp; more</dc:title>');
    expect(parts['docProps/core.xml']).toContain('2026-05-09T00:00:00Z');
    expect(parts['word/styles.xml']).toContain('w:val="de-DE"');
    expect(body).toContain('<w:pStyle w:val="Bibliography"/>');
  });

  it('numbers lists anew, from where they begin, and has boxes that can be ticked', async () => {
    const list = (start: number): StoredNode =>
      node('list', [item('a'), item('b')], { listType: 'number', start });
    const { parts, body } = await wordOf([
      list(3),
      paragraph('Between.'),
      list(1),
      node(
        'list',
        [
          { ...item('done'), checked: true },
          { ...item('open'), checked: false },
        ],
        { listType: 'check' },
      ),
    ]);
    const ids = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/gu)].map(([, id]) => id!);
    expect(new Set(ids.slice(0, 4)).size).toBe(2);
    const starts = [...parts['word/numbering.xml']!.matchAll(/<w:startOverride w:val="(\d+)"\/>/gu)];
    expect(starts.map(([, start]) => start)).toEqual(['3', '1']);
    expect(body.match(/<w14:checked w14:val="[01]"\/>/gu)).toEqual([
      '<w14:checked w14:val="1"/>',
      '<w14:checked w14:val="0"/>',
    ]);
  });

  it('indents lists of 30 levels no further than the page, and keeps their words', async () => {
    const deep = (levels: number): StoredNode =>
      node('list', [levels === 0 ? item('deepest') : item(`level ${levels}`, deep(levels - 1))], {
        listType: 'number',
      });
    const { bytes } = await exported('docx', [deep(30)]);
    const lefts = [...docxParts(bytes)['word/document.xml']!.matchAll(/w:left="(\d+)"/gu)].map(([, left]) =>
      Number(left),
    );
    expect(Math.max(...lefts)).toBeLessThan(6000);
    const levels = [...docxParts(bytes)['word/document.xml']!.matchAll(/<w:ilvl w:val="(\d+)"/gu)];
    expect(Math.max(...levels.map(([, level]) => Number(level)))).toBe(8);
    expect(readDocx(bytes).text).toMatch(/level 30[^]*level 1\n[^]*deepest/u);
  });

  it('repeats the head of a table, joins cells, and takes the widths that were chosen', async () => {
    const { body } = await wordOf([
      node(
        'table',
        [
          node('tablerow', [cell('Head', { headerState: 1, colSpan: 2 })]),
          node('tablerow', [cell('tall', { rowSpan: 2 }), { ...cell('x'), format: 'right' }]),
          node('tablerow', [cell('y')]),
        ],
        { colWidths: [25, 75] },
      ),
    ]);
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(body).toContain('<w:gridSpan w:val="2"/>');
    expect(body.match(/<w:vMerge( w:val="restart")?\/>/gu)).toEqual([
      '<w:vMerge w:val="restart"/>',
      '<w:vMerge/>',
    ]);
    const [narrow, wide] = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) =>
      Number(width),
    );
    expect(wide! / narrow!).toBeCloseTo(3, 1);
  });

  it('keeps rows of few lines on one page', async () => {
    const { body } = await wordOf([
      table([
        ['Day', 'What happened'],
        ['Monday', 'Talks.'],
        ['Tuesday', 'They met and said what they had said before. '.repeat(60)],
      ]),
    ]);
    const rows = body.match(/<w:tr>.*?<\/w:tr>/gu)!;
    expect(rows.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, false]);
  });

  it('gives short cells one line where long ones can give way', async () => {
    const said = 'They met again and said no more than that. '.repeat(4);
    const { body } = await wordOf([
      table([
        ['Day', 'Event', 'What was said'],
        ['2026-01-10', 'Event number 10', said],
      ]),
    ]);
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) => Number(width));
    // 15 letters, and the margins of a cell.
    expect(widths[1]).toBeGreaterThan(15 * 108 + 180);
  });

  describe('with a table that is wider than the page', () => {
    const wide = (columns: number): StoredNode => {
      const row = Array.from({ length: columns }, (_column, x) =>
        x % 2 === 0 ? 'Netherlands' : '17,590,672',
      );
      return table([row, row]);
    };
    const sheets = (body: string): (string | undefined)[] =>
      [...body.matchAll(/<w:pgSz [^>]*?(?:w:orient="(\w+)")?\/>/gu)].map(([, orient]) => orient);

    it('makes its letters smaller, then turns the page for it and its heading, and turns it back', async () => {
      expect(sheets((await wordOf([wide(6)])).body)).toEqual([undefined]);
      const { body } = await wordOf([
        paragraph('Before.'),
        heading('h2', 'Wide one'),
        wide(10),
        paragraph('Behind.'),
      ]);
      expect(sheets(body)).toEqual([undefined, 'landscape', undefined]);
      const sections = body.split('</w:sectPr>');
      expect(sections[1]).toMatch(/Wide one.*<w:tbl>/u);
      expect(body.match(/<w:titlePg\/>/gu)).toHaveLength(1);
      expect(body.match(/<w:headerReference w:type="default"/gu)).toHaveLength(1);
    });

    it('breaks no number of it, and no word that has room', async () => {
      const { body } = await wordOf([wide(14)]);
      const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) => Number(width));
      // 11 letters of 3.5 points, and the margins of a cell.
      expect(Math.min(...widths)).toBeGreaterThan(10 * 70 + 90);
      expect(body).toContain('<w:tblStyle w:val="BriefTableSmallest"/>');
      const { body: wider } = await wordOf([wide(18)]);
      const columns = [...wider.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) => Number(width));
      for (const x of [1, 3, 17]) expect(columns[x]).toBeGreaterThan(10 * 70 + 90);
    });

    it('turns a page of two columns into one, and none for what stands in a quote', async () => {
      const columns = { page: { ...DEFAULT_PAGE, columns: 2 as const } };
      const { body } = await wordOf([paragraph('Before.'), wide(10)], columns);
      expect(sheets(body)).toEqual([undefined, undefined, 'landscape']);
      const continuous = body
        .split('</w:sectPr>')
        .map((part) => part.includes('<w:type w:val="continuous"/>'));
      expect(continuous.slice(0, 3)).toEqual([false, true, false]);
      const quoted = await wordOf([node('quote', [wide(10)], { shadowRoot: true })]);
      expect(sheets(quoted.body)).toEqual([undefined]);
    });
  });

  it('has a band for its marking, framed in its own colour', async () => {
    const { parts } = await wordOf([paragraph('Text.')], {
      marking: markingIn(
        MARKING_SCHEMES.find(({ id }) => id === 'us')!,
        3,
      ),
    });
    for (const part of ['header1', 'footer1'])
      expect(parts[`word/${part}.xml`]).toMatch(
        /<w:pBdr><w:top [^>]*w:color="C8102E"\/><w:bottom [^>]*w:color="C8102E"\/><\/w:pBdr><w:shd [^>]*w:fill="C8102E"\/>/u,
      );
  });

  it('counts captions by fields, and refers to them by fields', async () => {
    const { body } = await wordOf([
      called('h', heading('h1', 'Findings')),
      picture(sha['png']!, { alt: 'Drawn' }),
      called('f', caption('What was drawn.')),
      paragraph('See ', reference('f'), ' and ', reference('h'), ' and ', reference('gone', 'Table 9'), '.'),
    ]);
    expect(body).toContain(' SEQ Figure \\* ARABIC ');
    const [, name] = /w:name="(_Ref_caption_1)"\/>/u.exec(body)!;
    expect(body).toContain(` REF ${name} \\h `);
    expect(body).toContain(' REF _Ref_section_1 \\h ');
    expect(body).toContain('Table 9');
  });

  it('carries pictures: described, as they lie, and drawings also as Words without them need them', async () => {
    const { bytes, warnings } = await exported('docx', [
      picture(sha['png']!, { alt: 'A "red" <field>' }),
      picture(sha['png']!, { decorative: true }),
      picture(sha['jpg']!, { alt: 'On its side' }),
      picture(sha['svg']!, { alt: 'Drawn' }),
      picture(sha['webp']!, { alt: 'Photo' }),
      picture('0'.repeat(64), { alt: 'Gone' }),
    ]);
    const body = docxParts(bytes)['word/document.xml']!;
    expect(body).toContain('descr="A &quot;red&quot; &lt;field&gt;"');
    expect(body).toContain('decorative');
    expect(body).toContain('rot="5400000"');
    expect(body).toContain('asvg:svgBlip');
    expect(body).toContain('[Missing picture: Gone]');
    expect(warnings).toEqual([expect.stringContaining('“Gone”')]);
    const media = Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('word/media/'));
    expect(media.map((path) => path.split('/').at(-1))).toEqual([
      'picture-1.png',
      'picture-2.jpg',
      'picture-3.png',
      'picture-3.svg',
      'picture-4.png',
    ]);
  });

  it('has a contents field with its entries where the brief is long', async () => {
    const long = 'The ministry has kept to its position. '.repeat(60);
    const sections = Array.from({ length: 5 }, (_unused, index) => [
      heading('h1', `Section ${index + 1}`, footnote(paragraph('Noted.'))),
      paragraph(long),
    ]).flat();
    const { body, parts } = await wordOf(sections);
    expect(body.match(/ TOC [^<]*/gu)).toHaveLength(1);
    expect(body.match(/<w:pStyle w:val="TOC1"\/>/gu)).toHaveLength(5);
    expect(body.match(/<w:footnoteReference /gu)).toHaveLength(5);
    expect(parts['word/settings.xml']).not.toContain('updateFields');
    expect((await wordOf(sections.slice(0, 4))).body).not.toContain(' TOC ');
  });

  it('breaks the page where the brief does, and not behind its end', async () => {
    const pageBreak = { type: 'pageBreak', version: 1 };
    const { body } = await wordOf([
      paragraph('One.'),
      pageBreak,
      paragraph('Two.'),
      pageBreak,
      table([['a']]),
      pageBreak,
    ]);
    expect(body.match(/<w:pageBreakBefore\/>/gu)).toHaveLength(1);
    expect(body.match(/<w:br w:type="page"\/>/gu)).toHaveLength(1);
  });

  it('says which language letters are in, and which way they run', async () => {
    const { parts, body } = await wordOf([
      paragraph('한국어 문장'),
      paragraph('日本語の文'),
      paragraph('نص عربي'),
    ]);
    expect(parts['word/styles.xml']).toContain('w:eastAsia="ja-JP"');
    expect(body).toContain('<w:lang w:eastAsia="ko-KR"/>');
    expect(body).toContain('<w:bidi/>');
    expect(body).toContain('<w:rtl/>');
  });

  it('has the comments on the text where they are asked for, with replies and what is resolved', async () => {
    const [open, closed, gone] = ['a'.repeat(16), 'b'.repeat(16), 'c'.repeat(16)] as [string, string, string];
    const on = (stored: StoredNode, ...comments: string[]): StoredNode => ({ ...stored, $: { comments } });
    const briefId = library.addBrief([
      paragraph('Not this. ', on(text('This and '), open)),
      paragraph(on(text('that', 1), open, closed), ' but ', on(citation({ articleId: kim }), open), '.'),
      paragraph('Noted', footnote(paragraph(on(text('by the author'), closed))), '.'),
    ]);
    const { db } = library.context;
    const say = (id: string, author: string, words: string) => ({ id: id.repeat(16), author, text: words });
    for (const [index, threadId] of [open, closed, gone].entries()) {
      const comment = say(String(index), 'B. Reviewer', 'Is <that> so?\nI doubt it.');
      beginThread(db, { briefId, threadId, quote: 'q', comment });
    }
    reply(db, open, say('4', 'A. Analyst', 'It is.'));
    resolveThread(db, closed, 'A. Analyst');
    const render = library.exporter.handlers['export.render'];
    const silent = docxParts((await render({ briefId, format: 'docx' })).bytes);
    expect(silent['word/comments.xml']).toBeUndefined();
    expect(silent['word/document.xml']).not.toContain('comment');
    const { bytes } = await render({ briefId, format: 'docx', review: true });
    expect((await render({ briefId, format: 'docx', review: true })).bytes).toEqual(bytes);
    const parts = docxParts(bytes);
    const body = parts['word/document.xml']!;
    expect(body).toMatch(
      /Not this\. .*<w:commentRangeStart w:id="0"\/><w:commentRangeStart w:id="1"\/>.*This and /u,
    );
    expect(body).toMatch(/footnoteReference w:id="1"\/><\/w:r><w:commentRangeEnd w:id="0"\/>/u);
    expect(body).toMatch(/footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd w:id="2"\/>/u);
    expect(body.match(/<w:commentReference /gu)).toHaveLength(3);
    expect(parts['word/comments.xml']!.match(/Is &lt;that&gt; so\?/gu)).toHaveLength(2);
    expect(parts['word/commentsExtended.xml']!.match(/w15:done="1"/gu)).toHaveLength(1);
    expect(parts['word/commentsExtended.xml']!.match(/w15:paraIdParent/gu)).toHaveLength(1);
    const html = await render({ briefId, format: 'html', review: true });
    expect(new TextDecoder().decode(html.bytes)).not.toContain('doubt');
  });

  it('has suggested changes as Word tracks them where it is for review, and else as they are taken', async () => {
    const mark = { id: 'k3v8q2m7xe', author: 'Ada "A" Lovelace', at: '2026-11-23T01:40:11.203Z' };
    const inserted = (stored: StoredNode): StoredNode => ({ ...stored, $: { inserted: mark } });
    const deleted = (...content: StoredNode[]): StoredNode => ({
      type: 'deletion',
      version: 1,
      mark,
      content,
    });
    const briefId = library.addBrief([
      paragraph(
        'The port ',
        deleted(text('is'), citation({ articleId: kim })),
        inserted(text('was')),
        ' closed.',
        inserted(citation({ articleId: kim, locator: '4' })),
      ),
      inserted(paragraph(inserted(text('It opens again.')))),
      inserted(table([['Port', 'State']], 0)),
      paragraph('End.'),
    ]);
    const render = library.exporter.handlers['export.render'];
    const { bytes, warnings } = await render({ briefId, format: 'docx', review: true });
    expect(warnings).toEqual([]);
    const body = docxParts(bytes)['word/document.xml']!;
    const by = 'w:author="Ada &quot;A&quot; Lovelace" w:date="2026-11-23T01:40:11Z"';
    expect(body).toMatch(
      new RegExp(`<w:del w:id="\\d+" ${by}><w:r><w:delText xml:space="preserve">is</w:delText>`, 'u'),
    );
    expect(body).toMatch(
      new RegExp(`<w:ins w:id="\\d+" ${by}><w:r><w:t xml:space="preserve">was</w:t>`, 'u'),
    );
    expect(body).toMatch(
      /<w:trPr><w:cantSplit\/><w:ins [^>]*\/><\/w:trPr>.*<w:ins [^>]*><w:r><w:t [^>]*>Port</u,
    );
    expect(body.match(/<w:footnoteReference /gu)).toHaveLength(2);
    expect(body).toMatch(/<w:p><w:pPr><w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr>.*The port /u);
    const plain = await render({ briefId, format: 'docx' });
    expect(plain.warnings).toEqual([expect.stringContaining('accepted')]);
    expect(docxParts(plain.bytes)['word/document.xml']).not.toMatch(/<w:(?:ins|del) /u);
    expect(readDocx(plain.bytes).text).toContain(
      'The port was closed.\nIt opens again.\nPort\nState\n\nEnd.',
    );
    const before = await render({ briefId, format: 'docx', suggestions: 'rejected' });
    expect(readDocx(before.bytes).text).toContain('The port is closed.\nEnd.');
  });

  it('takes markup and signs that XML has no way to write for text', async () => {
    const { bytes } = await exported('docx', [paragraph(MARKUP), node('code', [text(`\t${MARKUP}`)])], {
      title: MARKUP,
    });
    expect(readDocx(bytes).text.split(MARKUP)).toHaveLength(4);
  });
});

describe('a web page', () => {
  it('stands alone, runs nothing, and shows markup as text', async () => {
    const page = await pageOf([paragraph(MARKUP), picture(sha['svg']!, { alt: '"><b>' })], { title: MARKUP });
    expect(page.querySelectorAll('script, link, b, iframe')).toHaveLength(0);
    expect(page.querySelector('main p')!.textContent).toBe(MARKUP);
    expect(page.title).toBe(MARKUP);
    expect(page.querySelector('img')!.getAttribute('alt')).toBe('"><b>');
    expect(page.querySelector('img')!.getAttribute('src')).toMatch(/^data:image\/svg\+xml;base64,/u);
    expect(page.querySelector('meta[http-equiv]')!.getAttribute('content')).toContain("default-src 'none'");
  });

  it('has an outline without gaps, contents, and notes that lead there and back', async () => {
    const page = await pageOf(
      [
        heading('h2', 'One'),
        heading('h4', 'Below'),
        paragraph(
          'Cited',
          citation({ articleId: kim }),
          ' and ',
          node('link', ['linked', footnote(paragraph('Said.'))], { url: 'https://example.org' }),
        ),
        heading('h2', 'Two'),
      ],
      { language: 'fr-FR' },
    );
    const levels = [...page.querySelectorAll('main > h2, main > h3, main > h4')].map(
      ({ tagName }) => tagName,
    );
    expect(levels).toEqual(['H2', 'H3', 'H2', 'H2']);
    expect(page.documentElement.getAttribute('lang')).toBe('fr-FR');
    expect(page.querySelector('nav h2')!.textContent).toBe('Table des matières');
    for (const link of page.querySelectorAll('a[href^="#"]'))
      expect(page.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull();
    expect(page.querySelectorAll('[role=doc-noteref]')).toHaveLength(2);
    expect(page.querySelectorAll('a a')).toHaveLength(0);
    expect(page.querySelector('#note-2 .back')!.getAttribute('href')).toBe('#mark-2');
  });

  it('says which cells head columns and rows, and sets captions with what they name', async () => {
    const page = await pageOf([
      caption('Years.'),
      node('table', [
        node('tablerow', [cell('', { headerState: 1 }), cell('Year', { headerState: 1 })]),
        node('tablerow', [cell('Treaty', { headerState: 2 }), cell('1965')]),
      ]),
      picture(sha['png']!, { alt: 'Drawn' }),
      caption('A drawing.'),
    ]);
    expect([...page.querySelectorAll('th')].map((th) => [th.textContent, th.getAttribute('scope')])).toEqual([
      ['Year', 'col'],
      ['Treaty', 'row'],
    ]);
    expect(page.querySelector('table caption')!.textContent).toBe('Table\u00a01. Years.');
    expect(page.querySelector('figure figcaption')!.textContent).toBe('Figure\u00a01. A drawing.');
  });
});

describe('plain text', () => {
  it('lists notes in the order of their marks, also those of a caption above a table', async () => {
    const noted = (words: string): StoredNode => paragraph(words, footnote(paragraph(`On ${words}.`)));
    const written = await textOf([
      caption('Ports', footnote(paragraph('On ports.'))),
      node('table', [node('tablerow', [node('tablecell', [noted('a cell')], { headerState: 1 })])]),
    ]);
    expect(written).toMatch(/\[1\] On ports\.\n\n\[2\] On a cell\./u);
  });

  it('reads as a mail does', async () => {
    const written = await textOf(
      [
        heading('h1', 'Findings'),
        paragraph(
          'H',
          text('2', 32),
          'O, 10',
          text('2', 64),
          ' ',
          text('gone', 4),
          ' ',
          node('link', ['here'], { url: 'https://example.org/a' }),
          '.',
        ),
        snippet({ articleId: kim, locator: '4' }, paragraph('The ', text('exact', 1), ' words.')),
        node('list', [item('one', node('list', [item('inner')], { listType: 'bullet' })), item('two')], {
          listType: 'number',
          start: 9,
        }),
        node('callout', [paragraph('It holds.')], { kind: 'judgment', confidence: 'high' }),
        table([
          ['Ort', '年'],
          ['東京', '12'],
        ]),
      ],
      { author: 'A. Analyst', date: '2026-05-09' },
    );
    expect(written).toMatchInlineSnapshot(`
      "T
      ===
      A. Analyst · May 9, 2026

      Findings
      --------

      H₂O, 10² ~~gone~~ here <https://example.org/a>.

      > The *exact* words. (emphasis added)[1]

      9. one
         - inner
      10. two

      | Key judgment · High confidence
      |
      | It holds.

      Ort   年
      ----  --
      東京  12

      Sources
      -------

      Kim, Marie. “Forced Labor Compensation.” Asian Law Review 3 (2019): 112–19.

      Notes
      -----

      [1] Marie Kim, “Forced Labor Compensation,” Asian Law Review 3 (2019): 4.
      "
    `);
  });

  it('keeps the columns of a wide table together, and breaks no word', async () => {
    const words = 'The ministry has kept to its unconstitutional position since then. ';
    const written = await textOf([
      table([
        ['Day', 'Event', 'Remark'],
        ['1965', words, words.repeat(3)],
      ]),
    ]);
    const lines = written.trimEnd().split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(written.match(/unconstitutional/gu)).toHaveLength(4);
  });
});
