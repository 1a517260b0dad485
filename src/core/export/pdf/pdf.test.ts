import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { USUAL_DESIGN } from '../design/design.ts';
import type { Block, Heading } from '#domain/document/ast.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { headingDepths } from '../headingDepths.ts';
import { splitLongWords } from './longWords.ts';
import { runningTitle } from './runningTitle.ts';
import { breakBefore, notePlaces } from './strayNotes.ts';
import { createTypst } from './typst.ts';
import { type TypstBlock, typstDocument } from './typstData.ts';
import { unprintable, withCodePoints } from './unprintable.ts';

const folders = {
  resources: resolve(import.meta.dirname, '../../../../resources'),
  pictures: resolve(import.meta.dirname, 'none'),
};
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text, marks: [] }],
});
const brief = (children: Block[], title = 'T'): ExportDocument => ({
  settings: { title, author: '', date: null, language: 'en' },
  document: { children },
  banner: null,
  design: USUAL_DESIGN,
  citation: () => ({ inText: null, content: [], noteNumber: null }),
  footnote: () => 1,
  threads: new Map(),
  evidence: () => [],
  annex: null,
  sources: { place: null, heading: 'Sources', sections: [] },
  reference: () => ({ text: '', to: null }),
  referredTo: new Set(),
  pictures: new Map(),
  altered: [],
  missing: [],
});

const canPrint = (text: string): boolean => !/[\u{1F600}é]/u.test(text);

describe('headingDepths', () => {
  it('never skips a level on the way down and keeps the looks of a level', () => {
    const levels = [3, 2, 4, 4, 3, 2] as const;
    const headings = levels.map((level): Heading => ({ type: 'heading', level, children: [] }));
    expect([...headingDepths(headings).values()].map(({ level, look }) => [level, look])).toEqual([
      [1, 2],
      [1, 1],
      [2, 3],
      [2, 3],
      [2, 2],
      [1, 1],
    ]);
  });
});

const TEXT: TypstBlock = { t: 'p', c: [{ t: 'x', s: 'text' }] };
const item = (...b: TypstBlock[]) => ({ box: null, b });
const cell = (x: number, y: number, rs = 1) => ({ x, y, cs: 1, rs, head: y === 0, hy: false, b: [TEXT] });

describe('breakBefore', () => {
  const noted: TypstBlock = { t: 'p', c: [{ t: 'n', c: [] }] };
  const title: TypstBlock = { t: 'h', level: 1, look: 1, c: [] };

  it('goes before the item, of a numbered list as of any', () => {
    const list: TypstBlock = { t: 'ol', start: 3, items: [item(TEXT), item(TEXT, noted), item(noted)] };
    expect(notePlaces([TEXT, list, noted])).toEqual([
      { block: 1, part: 1 },
      { block: 1, part: 2 },
      { block: 2, part: null },
    ]);
    expect(breakBefore([list], { block: 0, part: 1 })).toEqual([
      { t: 'ol', start: 3, items: [item(TEXT)] },
      { t: 'cb' },
      { t: 'ol', start: 4, items: [item(TEXT, noted), item(noted)] },
    ]);
  });

  it('takes the heading along where the whole block has to go', () => {
    const list: TypstBlock = { t: 'ul', items: [item(noted)] };
    expect(breakBefore([TEXT, title, title, list], { block: 3, part: 0 })).toEqual([
      TEXT,
      { t: 'cb' },
      title,
      title,
      list,
    ]);
  });

  it('goes between rows that no cell joins, and repeats the head', () => {
    const rows = (...cells: ReturnType<typeof cell>[]): TypstBlock => ({
      t: 'table',
      size: 0,
      turned: false,
      widths: [],
      columns: 2,
      head: 1,
      repeat: true,
      cells,
    });
    const table = rows(cell(0, 0), cell(1, 0), cell(0, 1), cell(1, 1), cell(0, 2, 2), cell(1, 2), cell(1, 3));
    expect(breakBefore([table], { block: 0, part: 3 })).toEqual([
      rows(cell(0, 0), cell(1, 0), cell(0, 1), cell(1, 1)),
      { t: 'cb' },
      { ...rows(cell(0, 0), cell(1, 0), cell(0, 1, 2), cell(1, 1), cell(1, 2)) },
    ]);
    expect(breakBefore([table], { block: 0, part: 1 })).toEqual([{ t: 'cb' }, table]);
  });
});

describe('splitLongWords', () => {
  it('breaks long words anywhere, and in web addresses what stands between two signs', () => {
    const long = 'x'.repeat(50);
    expect(splitLongWords(`a ${long} b`, 40)).toEqual([
      { text: 'a ', breaks: 'as usual' },
      { text: long, breaks: 'anywhere' },
      { text: ' b', breaks: 'as usual' },
    ]);
    expect(splitLongWords(`https://example.org/${'a/'.repeat(40)}${long}?q`, 40)).toEqual([
      { text: `https://example.org/${'a/'.repeat(40)}`, breaks: 'as usual' },
      { text: long, breaks: 'anywhere' },
      { text: '?q', breaks: 'as usual' },
    ]);
    expect(splitLongWords('漢'.repeat(60), 40)).toEqual([{ text: '漢'.repeat(60), breaks: 'as usual' }]);
  });

  it('breaks paths and addresses behind their signs, and between letters only where nothing else fits', () => {
    const long = 'x'.repeat(50);
    expect(splitLongWords(`at C:\\a_folder\\${long}.docx or www.example.org/a?b=1&c`, 40)).toEqual([
      { text: 'at ', breaks: 'as usual' },
      { text: 'C:\\', breaks: 'around' },
      { text: 'a_', breaks: 'around' },
      { text: 'folder\\', breaks: 'around' },
      { text: `${long}.`, breaks: 'anywhere' },
      { text: 'docx', breaks: 'around' },
      { text: ' or www.example.org/a?b=1&c', breaks: 'as usual' },
    ]);
  });
});

describe('splitLongWords in a cell', () => {
  it('marks numbers that are longer than the column, for they cannot be hyphenated', () => {
    expect(splitLongWords('1,234,567.89 November', 14, 6)).toEqual([
      { text: '1,', breaks: 'around' },
      { text: '234,', breaks: 'around' },
      { text: '567.', breaks: 'around' },
      { text: '89', breaks: 'around' },
      { text: ' November', breaks: 'as usual' },
    ]);
  });
});

describe('runningTitle', () => {
  it('keeps what fits a line and cuts at a word', () => {
    expect(runningTitle('Short title')).toBe('Short title');
    expect(runningTitle('several words '.repeat(20))).toMatch(/^several words .{40,75}words…$|several…$/);
    expect(runningTitle('漢'.repeat(80))).toBe(`${'漢'.repeat(42)}…`);
  });
});

describe('unprintable', () => {
  it('finds each letter once with few questions', () => {
    let asked = 0;
    const document = typstDocument(brief([paragraph('αβγδεζηθικλμνξοπρστυφχψω é é \u{1F600}')], 'é'));
    const found = unprintable(document, (text) => {
      asked += 1;
      return canPrint(text);
    });
    expect(found.toSorted()).toEqual(['é', '\u{1F600}']);
    expect(asked).toBeLessThan(20);
  });

  it('replaces them in what is printed, not in addresses', () => {
    const link: Block = {
      type: 'paragraph',
      children: [
        { type: 'link', url: 'https://example.org/é', children: [{ type: 'text', text: 'é', marks: [] }] },
      ],
    };
    const { body } = withCodePoints(typstDocument(brief([link])), ['é']);
    expect(body).toEqual([
      { t: 'p', c: [{ t: 'a', u: 'https://example.org/é', c: [{ t: 'x', s: '[U+00E9]' }] }] },
    ]);
  });
});

describe('createTypst', () => {
  it('gives up a PDF that takes too long, and sets the next', async () => {
    const typst = createTypst(folders, 300);
    try {
      const endless = typstDocument(
        brief(Array.from({ length: 40_000 }, () => paragraph('words '.repeat(40)))),
      );
      const given = typst.pdf(endless);
      await expect(given).rejects.toMatchObject({
        code: 'export_failed',
        message: expect.stringContaining('given up'),
      });
    } finally {
      await typst.close();
    }
    const next = createTypst(folders);
    try {
      const slow = next.pdf(typstDocument(brief([paragraph('one')])));
      const queued = next.pdf(typstDocument(brief([paragraph('two')])));
      for (const { bytes } of await Promise.all([slow, queued]))
        expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
    } finally {
      await next.close();
    }
  });

  it('tells why a document cannot be set, and sets the next', async () => {
    const typst = createTypst(folders);
    try {
      const broken = { ...typstDocument(brief([])), lang: 'not a language' };
      await expect(typst.pdf(broken)).rejects.toMatchObject({
        code: 'export_failed',
        message: expect.stringMatching(/Typst says: .*lang/i),
      });
      expect((await typst.pdf(typstDocument(brief([])))).unprintable).toEqual([]);
    } finally {
      await typst.close();
    }
  });

  it('sets nothing after it was closed', async () => {
    const typst = createTypst(folders);
    await typst.close();
    await expect(typst.pdf(typstDocument(brief([])))).rejects.toMatchObject({ code: 'unavailable' });
  });
});
