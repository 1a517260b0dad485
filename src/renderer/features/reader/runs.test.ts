import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleBlock, ArticleContent } from '#domain/article.ts';
import { groupBlocks, nestItems, partsOfBlocks, runsOf, trimRange } from './runs.ts';

const block = (role: ArticleBlock['role'], start = 0, end = 1): ArticleBlock => ({ role, start, end });

describe('runsOf', () => {
  it('cuts at marks and notes without losing a character', () => {
    const runs = runsOf(
      {
        marks: [
          { start: 0, end: 9, type: 'bold' },
          { start: 4, end: 20, type: 'link', url: 'https://example.org/' },
        ],
        noteRefs: [{ offset: 12, label: '3' }],
      },
      { start: 2, end: 15 },
    );
    expect(runs).toEqual([
      { type: 'text', start: 2, end: 4, bold: true, italic: false, url: null },
      { type: 'text', start: 4, end: 9, bold: true, italic: false, url: 'https://example.org/' },
      { type: 'text', start: 9, end: 12, bold: false, italic: false, url: 'https://example.org/' },
      { type: 'note', offset: 12, label: '3' },
      { type: 'text', start: 12, end: 15, bold: false, italic: false, url: 'https://example.org/' },
    ]);
  });

  it('keeps a marker at the end of a block, and two at one place in their order', () => {
    const runs = runsOf(
      {
        marks: [],
        noteRefs: [
          { offset: 5, label: 'a' },
          { offset: 5, label: 'b' },
        ],
      },
      { start: 0, end: 5 },
    );
    expect(runs.map((run) => (run.type === 'note' ? run.label : 'text'))).toEqual(['text', 'a', 'b']);
  });

  it('covers any range exactly once, whatever the marks', () => {
    const offsets = fc.nat(40);
    const mark = fc
      .tuple(offsets, offsets, fc.constantFrom('bold', 'italic', 'link'))
      .map(([a, b, type]) => ({ start: Math.min(a, b), end: Math.max(a, b), type }) as const);
    fc.assert(
      fc.property(
        fc.array(mark),
        fc.array(offsets),
        offsets,
        fc.integer({ min: 1, max: 20 }),
        (marks, notes, start, length) => {
          const noteRefs = notes.map((offset) => ({ offset, label: String(offset) }));
          const range = { start, end: start + length };
          const runs = runsOf({ marks: [...marks], noteRefs }, range);
          const texts = runs.filter((run) => run.type === 'text');
          expect(texts.map((run) => run.start)).toEqual([start, ...texts.slice(0, -1).map((run) => run.end)]);
          expect(texts.at(-1)!.end).toBe(range.end);
          expect(texts.every((run) => run.end > run.start)).toBe(true);
          const noted = runs.flatMap((run) => (run.type === 'note' ? [run.offset] : []));
          const inside = notes.filter((offset) => offset >= start && offset <= range.end);
          expect(noted).toEqual(inside.toSorted((x, y) => x - y));
        },
      ),
    );
  });
});

it('gives each block its own marks and notes, a mark across two blocks to both', () => {
  const content: ArticleContent = {
    text: 'aaaa\n\nbbbb\n\ncccc',
    blocks: [block('paragraph', 0, 4), block('paragraph', 6, 10), block('paragraph', 12, 16)],
    marks: [
      { start: 13, end: 14, type: 'bold' },
      { start: 2, end: 8, type: 'italic' },
    ],
    noteRefs: [
      { offset: 16, label: '2' },
      { offset: 4, label: '1' },
    ],
  };
  const parts = partsOfBlocks(content);
  expect(parts.map(({ marks }) => marks.map(({ type }) => type))).toEqual([['italic'], ['italic'], ['bold']]);
  expect(parts.map(({ noteRefs }) => noteRefs.map(({ label }) => label))).toEqual([['1'], [], ['2']]);
});

it('begins pages at their place, or with the block or cell behind it', () => {
  const content: ArticleContent = {
    text: 'aaaa\n\nb\tcc\n\ndddd',
    blocks: [
      block('paragraph', 0, 4),
      {
        ...block('table', 6, 10),
        rows: [
          [
            { start: 6, end: 7 },
            { start: 8, end: 10 },
          ],
        ],
      },
      block('paragraph', 12, 16),
    ],
    marks: [],
    noteRefs: [],
    pages: [
      { offset: 0, label: 'i' },
      { offset: 2, label: 'ii' },
      { offset: 7, label: '1' },
      { offset: 11, label: '2' },
    ],
  };
  const parts = partsOfBlocks(content);
  expect(parts.map(({ pages }) => pages)).toEqual([
    [
      { offset: 0, label: 'i' },
      { offset: 2, label: 'ii' },
    ],
    [{ offset: 8, label: '1' }],
    [{ offset: 12, label: '2' }],
  ]);
  const kinds = (range: { start: number; end: number }, part: number): string[] =>
    runsOf(parts[part] ?? { marks: [], noteRefs: [] }, range).map((run) =>
      run.type === 'text' ? `${run.start}–${run.end}` : run.label,
    );
  expect(kinds({ start: 0, end: 4 }, 0)).toEqual(['i', '0–2', 'ii', '2–4']);
  expect(kinds({ start: 6, end: 7 }, 1)).toEqual(['6–7']);
  expect(kinds({ start: 8, end: 10 }, 1)).toEqual(['1', '8–10']);
});

it('draws items of a list and notes together', () => {
  const roles = ['paragraph', 'list-item', 'list-item', 'paragraph', 'note', 'note'] as const;
  expect(groupBlocks(roles.map((role) => block(role)))).toEqual([
    { kind: 'single', blocks: [0] },
    { kind: 'list', blocks: [1, 2] },
    { kind: 'single', blocks: [3] },
    { kind: 'notes', blocks: [4, 5] },
  ]);
});

it('puts items of a deeper level into the item before them', () => {
  const levels = [2, 1, 3, 2, 2, 1];
  const blocks = levels.map((level) => ({ ...block('list-item'), level }));
  expect(
    nestItems(
      blocks,
      levels.map((_level, place) => place),
    ),
  ).toEqual([
    { block: 0, items: [] },
    {
      block: 1,
      items: [
        { block: 2, items: [] },
        { block: 3, items: [] },
        { block: 4, items: [] },
      ],
    },
    { block: 5, items: [] },
  ]);
});

describe('trimRange', () => {
  it('leaves white space out, also the wide space of Japanese text', () => {
    expect(trimRange('ab \n cd\u3000ef', 2, 8)).toEqual({ start: 5, end: 7 });
  });
  it('gives nothing for nothing', () => {
    expect(trimRange('a \n\n b', 1, 5)).toBeNull();
    expect(trimRange('abc', 2, 2)).toBeNull();
  });
});
