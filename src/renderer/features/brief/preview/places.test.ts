import { describe, expect, it } from 'vitest';
import type { BlockPlace } from '#contract/export.ts';
import { inText, onPage } from './places.ts';

const SHEET = { width: 595, height: 842 };
const at = (blockId: string, page: number, y: number, x = 85): BlockPlace => ({ blockId, page, x, y });

/** Two paragraphs, a list that goes on over a page, the sources. */
const PLACES = [at('a', 1, 100), at('b', 1, 200), at('list', 1, 600), at('c', 3, 300), at('', 3, 500)];

describe('onPage', () => {
  it('tells the line by the share of the words', () => {
    expect(onPage(PLACES, { blockId: 'a', share: 0.5 }, SHEET)).toEqual({
      page: 1,
      y: 150,
      block: { top: 100, bottom: 199 },
    });
    expect(onPage(PLACES, { blockId: 'c', share: 1 }, SHEET)).toMatchObject({ page: 3, y: 499 });
    expect(onPage(PLACES, { blockId: 'gone', share: 0 }, SHEET)).toBeNull();
  });

  it('goes over the ends of pages, and marks the part of the block that is on the page', () => {
    const page = (share: number) => onPage(PLACES, { blockId: 'list', share }, SHEET)!;
    expect(page(0)).toMatchObject({ page: 1, y: 600, block: { top: 600, bottom: 766 } });
    expect(page(0.5)).toMatchObject({ page: 2, block: { top: 100, bottom: 766 } });
    expect(page(1)).toMatchObject({ page: 3, y: 299, block: { top: 100, bottom: 299 } });
  });

  it('goes over the ends of columns', () => {
    const columns = [at('a', 1, 100), at('b', 1, 600), at('c', 1, 300, 310), at('', 2, 200)];
    expect(onPage(columns, { blockId: 'b', share: 0.99 }, SHEET)).toMatchObject({ page: 1 });
    expect(onPage(columns, { blockId: 'c', share: 0.5 }, SHEET)).toMatchObject({ page: 1 });
    expect(onPage(columns, { blockId: 'c', share: 0.99 }, SHEET)).toMatchObject({ page: 2 });
    expect(inText(columns, { page: 1, x: 400, y: 200 }, SHEET)?.blockId).toBe('b');
    expect(inText(columns, { page: 1, x: 100, y: 300 }, SHEET)?.blockId).toBe('a');
  });
});

describe('inText', () => {
  it('is the other way round', () => {
    for (const [blockId, share] of [
      ['a', 0.5],
      ['list', 0.5],
      ['list', 0.9],
      ['c', 0.1],
    ] as const) {
      const { page, y } = onPage(PLACES, { blockId, share }, SHEET)!;
      const place = inText(PLACES, { page, x: 120, y }, SHEET)!;
      expect(place.blockId).toBe(blockId);
      expect(place.share).toBeCloseTo(share);
    }
  });

  it('takes the first block above the text, and the last below it', () => {
    expect(inText(PLACES, { page: 1, x: 100, y: 20 }, SHEET)).toEqual({ blockId: 'a', share: 0 });
    expect(inText(PLACES, { page: 3, x: 100, y: 600 }, SHEET)).toEqual({ blockId: 'c', share: 1 });
    expect(inText([], { page: 1, x: 0, y: 0 }, SHEET)).toBeNull();
  });
});
