/** The title block, the marking of pages, and the marks of portions, in every format. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '#contract/export.ts';
import type { BriefSettings } from '#domain/brief.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { MARKING_SCHEMES, type Marking, markingIn } from '#domain/marking.ts';
import { addPicture } from '#core/pictures/store.ts';
import { PNG } from '#test/pictures.ts';
import { exportLibrary, type ExportLibrary, heading, node, paragraph, picture, table } from './library.ts';
import { docxParts, readDocx, readHtml } from './readers.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
});
afterAll(() => library.close());

const us = (level: number, more: Partial<Marking> = {}): Marking => ({
  ...markingIn(
    MARKING_SCHEMES.find(({ id }) => id === 'us')!,
    level,
  ),
  ...more,
});
const SETTINGS: Partial<BriefSettings> = {
  title: 'Strait',
  author: 'A. Analyst',
  addressee: 'Minister <of> Transport & Ports',
  reference: 'DOS/2026/17',
  keywords: 'sea lanes; <cables>, sea lanes',
  date: '2026-05-09',
  marking: us(3, { caveat: 'NOFORN', portions: true }),
};
const BANNER = 'SECRET//NOFORN';
const LONG = 'The crossing is served by two ferries a day, of which the later one is often cancelled. ';

const marked = (portion: string, block: StoredNode): StoredNode => ({ ...block, $: { portion } });
const PORTIONS: StoredNode[] = [
  marked('U', heading('h1', 'Findings')),
  marked('S', paragraph('A secret paragraph.')),
  node('list', [marked('C', node('listitem', ['A confidential item.']))], { listType: 'bullet' }),
  node('quote', [marked('U', paragraph('A quoted one.'))], { shadowRoot: true }),
  table([['Head'], ['Cell']]),
];

async function exported(format: ExportFormat, nodes: StoredNode[], settings: Partial<BriefSettings>) {
  const briefId = library.addBrief(nodes, settings);
  const file = await library.exporter.handlers['export.render']({ briefId, format });
  return { ...file, text: new TextDecoder().decode(file.bytes) };
}

describe('the title block', () => {
  it('stands on the first page of a PDF, with the marking above and below every page', async () => {
    const nodes = Array.from({ length: 14 }, () => marked('S', paragraph(LONG.repeat(8))));
    const { bytes, warnings } = await exported('pdf', nodes, SETTINGS);
    expect(warnings).toEqual([]);
    const { pages } = await readPdf(bytes);
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) expect(text.split(BANNER).length - 1).toBeGreaterThanOrEqual(2);
    expect(pages[0]!.text).toMatch(
      /To Minister <of> Transport & Ports From A\. Analyst Date May 9, 2026 Reference DOS\/2026\/17 Classification SECRET\/\/NOFORN/u,
    );
    for (const { text } of pages.slice(1)) expect(text).not.toContain('DOS/2026/17');
  });

  it('does not come between the items of a list, which go on over several pages', async () => {
    const items = Array.from({ length: 30 }, () => node('listitem', [LONG.repeat(3)]));
    const nodes = [node('list', items, { listType: 'number' })];
    const { bytes, warnings } = await exported('pdf', nodes, { marking: us(3) });
    expect(warnings).toEqual([]);
    expect((await readPdf(bytes)).pages[0]!.roles.filter((role) => role === 'LBody')).not.toHaveLength(0);
  });

  it('is a table in a Word document, whose pages have the marking in header and footer', async () => {
    const { bytes } = await exported('docx', PORTIONS, SETTINGS);
    const parts = docxParts(bytes);
    for (const part of ['header1', 'header2', 'footer1'])
      expect(parts[`word/${part}.xml`]).toMatch(/w:fill="C8102E"[^]*FFFFFF[^]*SECRET\/\/NOFORN/u);
    expect(parts['word/document.xml']).toMatch(/w:type="first" r:id="rId7"/u);
    expect(parts['word/_rels/document.xml.rels']).toMatch(/Id="rId7"[^>]*header2\.xml/u);
    const { text } = readDocx(bytes);
    for (const words of ['Minister <of> Transport & Ports', 'DOS/2026/17', '(S) A secret paragraph.'])
      expect(text).toContain(words);
  });

  it('is a list of terms in a web page, and the marking stands at the edges of the window and of each sheet', async () => {
    const { text } = await exported('html', PORTIONS, SETTINGS);
    const { document } = parseHTML(text);
    const terms = [...document.querySelectorAll('.about dt')].map((term) => [
      term.textContent,
      term.nextElementSibling!.textContent,
    ]);
    expect(terms).toEqual([
      ['To', 'Minister <of> Transport & Ports'],
      ['From', 'A. Analyst'],
      ['Date', 'May 9, 2026'],
      ['Reference', 'DOS/2026/17'],
      ['Classification', BANNER],
    ]);
    expect([...document.querySelectorAll('.banner')].map(({ textContent }) => textContent)).toEqual([
      BANNER,
      BANNER,
    ]);
    expect(text).toContain(String.raw`@top-center { content: "SECRET\2f \2f NOFORN"`);
  });

  it('never lets a marking end the style sheet that it stands in', async () => {
    const marking = us(0, { caveat: '</style><script>alert(1)</script>"; } * { x: y' });
    const { text } = await exported('html', [], { marking });
    expect(parseHTML(text).document.querySelectorAll('script')).toHaveLength(0);
    expect(/content: "([^;]*)";/u.exec(text)![1]).not.toMatch(/["<>{}]/u);
  });

  it('is columns of words in plain text, and front matter in Markdown', async () => {
    const { text } = await exported('txt', PORTIONS, SETTINGS);
    expect(text).toMatch(
      /^SECRET\/\/NOFORN\n\nStrait\n=+\nTo: {13}Minister <of> Transport & Ports\nFrom: {11}A\. /u,
    );
    expect(text).toMatch(/\n\nSECRET\/\/NOFORN\n$/u);
    const markdown = await exported('md', PORTIONS, SETTINGS);
    expect(markdown.text).toMatch(
      /^---\ntitle: Strait\nauthor: A\. Analyst\naddressee: Minister <of> Transport & Ports\ndate: 2026-05-09\nreference: DOS\/2026\/17\nclassification: SECRET\/\/NOFORN\nkeywords:\n {2}- sea lanes\n {2}- <cables>\nlang: en-US\n---\n/u,
    );
    expect(markdown.text).toContain(
      '\n# (U) Findings\n\n(S) A secret paragraph.\n\n- (C) A confidential item.\n\n> (U) A quoted one.\n',
    );
  });

  it('does not print the keywords, which the files carry', async () => {
    const { bytes } = await exported('pdf', PORTIONS, SETTINGS);
    const pdf = await readPdf(bytes);
    expect(pdf.info['Keywords']).toBe('sea lanes, <cables>');
    expect(pdf.pages[0]!.text).not.toContain('sea lanes');
    const word = await exported('docx', PORTIONS, SETTINGS);
    expect(docxParts(word.bytes)['docProps/core.xml']).toContain(
      '<cp:keywords>sea lanes, &lt;cables&gt;</cp:keywords>',
    );
    const html = parseHTML((await exported('html', PORTIONS, SETTINGS)).text).document;
    expect(html.querySelector('meta[name=keywords]')!.getAttribute('content')).toBe('sea lanes, <cables>');
  });

  it('says it in the language of the brief, and stays one line where there is no more than author and date', async () => {
    const german = await exported('txt', [], { ...SETTINGS, language: 'de' });
    expect(german.text).toContain('An:           Minister');
    const short = await exported('txt', [paragraph('Words.')], {
      title: 'T',
      author: 'A',
      date: '2026-05-09',
    });
    expect(short.text).toBe('T\n===\nA · May 9, 2026\n\nWords.\n');
  });
});

describe('the banner', () => {
  it.each(['pdf', 'docx', 'html', 'txt', 'md'] as const)(
    'is raised to the highest portion: %s',
    async (format) => {
      const { warnings, bytes, text } = await exported(format, PORTIONS, {
        marking: us(1, { portions: true }),
      });
      expect(warnings).toEqual([
        'The banner is raised from CUI to SECRET, since a block is marked (S). Raise the level in Page setup, or lower the mark.',
        'One block has no portion mark.',
      ]);
      const shown =
        format === 'pdf'
          ? (await readPdf(bytes)).pages[0]!.text
          : format === 'docx'
            ? docxParts(bytes)['word/header1.xml']!
            : text;
      expect(shown).toContain('SECRET');
      expect(shown).not.toContain('CUI');
    },
  );

  it.each(['pdf', 'docx', 'html', 'txt', 'md'] as const)(
    'is raised by code and pictures, which bear their marks on a line above: %s',
    async (format) => {
      const { sha256 } = await addPicture(library.context.folder.pictures, PNG, 'a.png');
      const nodes = [
        marked('U', paragraph('Words.')),
        marked('C', node('code', ['let x = 1'])),
        node('list', [marked('U', node('listitem', ['Item.', marked('TS', node('code', ['y = 2']))]))], {}),
        marked('S', picture(sha256, { alt: 'A map' })),
        picture(sha256, { alt: 'A chart' }),
        marked('U', node('caption', ['The chart.'])),
        picture(sha256, { decorative: true }),
      ];
      const { warnings, bytes, text } = await exported(format, nodes, {
        marking: us(0, { portions: true }),
      });
      expect(warnings).toEqual([expect.stringMatching(/raised from UNCLASSIFIED to TOP SECRET/u)]);
      const read = {
        pdf: async () => (await readPdf(bytes)).pages[0]!.text,
        docx: async () => readDocx(bytes).text,
        html: async () => readHtml(bytes).text,
        txt: async () => text,
        md: async () => text,
      };
      const words = (await read[format]()).replaceAll(/\s+/gu, ' ');
      expect(words).toMatch(/\(U\) Words\. \(C\)(?: ```)? let x = 1 .*\(TS\)(?: ```)? y = 2 .*\(S\)/u);
    },
  );

  it('counts code and pictures without a mark, but for a picture with a marked caption', async () => {
    const { sha256 } = await addPicture(library.context.folder.pictures, PNG, 'a.png');
    const { warnings } = await exported(
      'txt',
      [node('code', ['x']), picture(sha256, { alt: 'A' }), marked('U', paragraph('w'))],
      { marking: us(0, { portions: true }) },
    );
    expect(warnings).toEqual(['2 blocks have no portion mark.']);
  });

  it('is raised by marks that are not printed, and by those of a brief that has no marking', async () => {
    const hidden = await exported('txt', PORTIONS, { marking: us(0) });
    expect(hidden.text).toMatch(/^SECRET\n/u);
    expect(hidden.text).not.toContain('(S)');
    const unmarked = await exported('txt', PORTIONS, {});
    expect(unmarked.text).toMatch(/^SECRET\n/u);
    expect(unmarked.text).toContain('(S) A secret paragraph.');
    expect(unmarked.warnings[0]).toMatch(/^The banner says SECRET, since a block is marked \(S\)/u);
  });

  it('says of marks that no level has that nothing could be checked', async () => {
    const { warnings } = await exported('txt', [marked('X1', paragraph('Odd.'))], { marking: us(0) });
    expect(warnings).toEqual([
      'No level of this brief has the mark (X1): the banner could not be checked against it.',
    ]);
    const alone = await exported('txt', [marked('X1', paragraph('Odd.'))], {});
    expect(alone.warnings[0]).toMatch(/no banner is printed/u);
  });

  it('fits one line however long it is, and leaves the text alone', async () => {
    const caveat =
      'HANDLE VIA SPECIAL CHANNELS ONLY/ORIGINATOR CONTROLLED/NOT RELEASABLE TO CONTRACTORS OR CONSULTANTS';
    const { bytes } = await exported('pdf', [paragraph('Words.')], { marking: us(4, { caveat }) });
    const [page] = (await readPdf(bytes)).pages;
    expect(page!.text).toContain(`TOP SECRET//${caveat}`);
    expect(page!.right).toBeLessThan(0.92);
  });
});
