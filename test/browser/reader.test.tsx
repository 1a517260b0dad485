import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRoot, type Root } from 'react-dom/client';
import type { ArticleBlock, ArticleContent } from '#domain/article.ts';
import { ArticleBody } from '#renderer/features/reader/ArticleBody.tsx';
import { copyFromReader } from '#renderer/features/reader/copy.ts';
import { domRangeOf, textRangeOf } from '#renderer/features/reader/domRange.ts';

/** Blocks of every kind, with marks, notes, a table and words outside the Latin script. */
function everyKind(): ArticleContent {
  let text = '';
  const blocks: ArticleBlock[] = [];
  const add = (words: string, block: Omit<ArticleBlock, 'start' | 'end'>): number => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += words;
    blocks.push({ ...block, start, end: text.length });
    return start;
  };
  add('On rest', { role: 'heading', level: 2 });
  const first = add('Everyone has the right to rest.', { role: 'paragraph' });
  const second = add('강제동원 배상 문제 — 𠮷野家 too.', { role: 'paragraph' });
  add('First item', { role: 'list-item', level: 1 });
  add('Second item', { role: 'list-item', level: 2, label: '2' });
  const table = add('Year\tHours\n2023\t1,901', { role: 'table' });
  blocks.at(-1)!.rows = [
    [
      { start: table, end: table + 4, header: true },
      { start: table + 5, end: table + 10, header: true },
    ],
    [
      { start: table + 11, end: table + 15 },
      { start: table + 16, end: table + 21 },
    ],
  ];
  add('Ibid., 12.', { role: 'note', label: '1' });
  return {
    text,
    blocks,
    noteRefs: [
      { offset: first + 8, label: '1' },
      { offset: second - 2, label: '1' },
    ],
    pages: [
      { offset: 0, label: 'xi' },
      { offset: second + 5, label: '12' },
    ],
    marks: [
      { start: first + 4, end: first + 12, type: 'bold' },
      { start: first + 9, end: first + 20, type: 'link', url: 'https://example.org/' },
      { start: second, end: second + 4, type: 'italic' },
    ],
  };
}

const content = everyKind();
let body: HTMLElement;
let root: Root;

beforeEach(async () => {
  body = document.createElement('div');
  document.body.append('Words before. ', body, ' Words behind.');
  root = createRoot(body);
  root.render(<ArticleBody content={content} language="en" onLink={() => undefined} />);
  await vi.waitUntil(() => body.querySelector('[data-start]'));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

/** Offsets that are drawn: not those inside the gaps between blocks and cells. */
function drawnOffsets(): number[] {
  const cells = content.blocks.flatMap((block) => block.rows?.flat() ?? [block]);
  return cells.flatMap(({ start, end }) =>
    Array.from({ length: end - start + 1 }, (_unused, at) => start + at),
  );
}

describe('offsets', () => {
  test('the runs are the text, character by character', () => {
    const runs = [...body.querySelectorAll<HTMLElement>('[data-start]')];
    expect(runs.length).toBeGreaterThan(10);
    for (const run of runs) {
      const start = Number(run.dataset['start']);
      expect(run.childNodes).toHaveLength(1);
      expect(run.textContent).toBe(content.text.slice(start, start + run.textContent.length));
    }
  });

  test('any stretch of text comes back from its DOM range', () => {
    const offsets = drawnOffsets();
    for (const start of offsets)
      for (const end of offsets) {
        if (content.text.slice(start, end).trim() === '') continue;
        const range = domRangeOf(body, { start, end });
        const back = textRangeOf(body, range!)!;
        expect(content.text.slice(back.start, back.end).trim()).toBe(content.text.slice(start, end).trim());
      }
  });

  test('a whole block, as a triple click selects it, ends before the next one', () => {
    const blocks = body.querySelectorAll('[data-block]');
    const range = document.createRange();
    range.setStart(blocks[1]!, 0);
    range.setEnd(blocks[2]!, 0);
    expect(textRangeOf(body, range)).toEqual({
      start: content.blocks[1]!.start,
      end: content.blocks[1]!.end,
    });
  });

  test('bounds inside note marks, labels and outside of the reader move inwards', () => {
    const range = document.createRange();
    range.setStart(body.querySelector('sup button')!.firstChild!, 0);
    range.setEnd(document.body.lastChild!, 3);
    expect(textRangeOf(body, range)).toEqual({
      start: content.blocks[1]!.start + 8,
      end: content.text.length,
    });
    range.setStart(document.body.firstChild!, 2);
    range.setEnd(body.querySelector('ol button')!.firstChild!, 1);
    expect(textRangeOf(body, range)).toEqual({ start: 0, end: content.blocks[5]!.end });
  });

  test('what is not article text gives no range', () => {
    const range = document.createRange();
    range.selectNodeContents(document.body.lastChild!);
    expect(textRangeOf(body, range)).toBeNull();
    range.selectNodeContents(body.querySelector('sup')!);
    expect(textRangeOf(body, range)).toBeNull();
    range.setStart(body.querySelector('[data-start]')!.firstChild!, 2);
    range.collapse(true);
    expect(textRangeOf(body, range)).toBeNull();
  });
});

function copy(): DataTransfer {
  const data = new DataTransfer();
  const event = { currentTarget: body, clipboardData: data, preventDefault: () => undefined };
  copyFromReader(event as unknown as Parameters<typeof copyFromReader>[0], content.text);
  return data;
}

describe('copying', () => {
  test('gives the words without note marks, as text and as HTML', () => {
    document.getSelection()!.selectAllChildren(body.querySelector('[data-block="1"]')!);
    const data = copy();
    expect(data.getData('text/plain')).toBe('Everyone has the right to rest.');
    const html = data.getData('text/html');
    expect(html.replaceAll(/<[^>]+>/gu, '')).toBe('Everyone has the right to rest.');
    expect(html).toContain('<a href="https://example.org/">');
    expect(html).not.toMatch(/<sup|<button|class=|data-/u);
  });

  test('leaves a selection elsewhere to the browser', () => {
    document.getSelection()!.selectAllChildren(document.body.lastChild!);
    expect(copy().types).toHaveLength(0);
  });
});

test('pages are marked beside their line, and are no part of a selection or a copy', () => {
  const marks = [...body.querySelectorAll<HTMLElement>('[role=doc-pagebreak]')];
  expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual(['Page xi', 'Page 12']);
  const line = marks[1]!.closest('[data-block]')!;
  expect(line.getBoundingClientRect().top).toBeLessThanOrEqual(marks[1]!.getBoundingClientRect().top + 8);
  document.getSelection()!.selectAllChildren(line);
  expect(document.getSelection()!.toString()).toBe('강제동원 배상 문제 — 𠮷野家 too.');
  expect(copy().getData('text/html')).not.toContain('12');
});

test('lists lie in their items', () => {
  const inner = body.querySelector('ul ul')!;
  expect(inner.textContent).toContain('Second item');
  expect(inner.closest('li')!.textContent).toContain('First item');
});

test('a note mark is not part of a selection', () => {
  const selection = document.getSelection()!;
  selection.selectAllChildren(body.querySelector('[data-block="1"]')!);
  expect(selection.toString()).toBe('Everyone has the right to rest.');
});
