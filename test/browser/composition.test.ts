/** Input methods at every edge: what was composed stands there once, and nothing beside it changes. */
import type { StoredNode } from '#domain/document/stored.ts';
import { signature } from '#domain/document/suggestions/signature.ts';
import { rejectedRoot } from '#domain/document/suggestions/settle.ts';
import { setSuggesting } from '#editor/suggest/mode.ts';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drawn, drawnAnew, input, METHODS, openLines, PARAGRAPH, type Place, withKeys } from './composing.ts';
import { draws } from './draws.ts';
import { type EditorPage, heading, list, paragraph, snippet } from './editorPage.ts';
import { table } from './tablePage.ts';

let page: EditorPage;
afterEach(() => page?.close());

const element = { version: 1, direction: null, format: '', indent: 0 };
const holder = (type: string, inlines: StoredNode[], more: object = {}): StoredNode => ({
  type,
  ...element,
  ...more,
  children: inlines,
});

const PLACES: Place[] = [
  { name: 'a heading', blocks: (inlines) => [heading(2, ...inlines)], path: [0] },
  {
    name: 'a list item',
    blocks: (inlines) => [
      { ...list('bullet'), children: [holder('listitem', inlines, { value: 1 })] },
      paragraph(),
    ],
    path: [0, 0],
  },
  {
    name: 'an item of a check list',
    blocks: (inlines) => [
      { ...list('check'), children: [holder('listitem', inlines, { value: 1, checked: false })] },
      paragraph(),
    ],
    path: [0, 0],
  },
  { name: 'a quote', blocks: (inlines) => [holder('quote', inlines)], path: [0] },
  { name: 'a snippet', blocks: (inlines) => [snippet(3, 1, paragraph(...inlines))], path: [0, 0] },
  {
    name: 'a callout',
    blocks: (inlines) => [{ type: 'callout', version: 1, kind: 'gap', children: [paragraph(...inlines)] }],
    path: [0, 0],
  },
  {
    name: 'a cell',
    blocks: (inlines) => [
      table([
        ['', 'x'],
        ['y', [paragraph(...inlines)]],
      ]),
      paragraph(),
    ],
    path: [0, 1, 1, 0],
  },
  {
    name: 'a caption',
    blocks: (inlines) => [PICTURE, holder('caption', inlines), paragraph()],
    path: [1],
  },
  { name: 'a footnote', blocks: (inlines) => [paragraph(...inlines)], path: null },
];
const PICTURE: StoredNode = {
  type: 'picture',
  version: 1,
  sha256: 'a'.repeat(64),
  width: 300,
  height: 200,
  share: 40,
  alt: 'A map',
};

const LINES = [
  '|',
  'ab|',
  '|ab',
  'a|b',
  '@|',
  '|@',
  '@|@',
  'ab@|',
  'ab|@',
  '|@ab',
  '@|ab',
  'ab@|cd',
  'ab|@cd',
  'ab@|@cd',
  '#|',
  '|#',
  'ab#|cd',
  'ab|#cd',
  '#|@',
  '@|#',
  '~|',
  '|~',
  'ab~|cd',
  'ab|~cd',
  '~|~',
  'ab^|',
  'ab|^',
  '^|ab',
  '|^',
  'ab^|cd',
  'ab|^cd',
  'a^|@b',
  'a@|^b',
  'a/|',
  'a|/b',
  'a/|b',
  '|/',
  '/|',
  'a/|@',
  'a@|/b',
  'a*b|*c',
  'a*|b*c',
  '*b|*',
  '*|b*',
  '*b*|@',
  '*b|*@c',
  '@*|b*',
  'a<b|>c',
  'a<b>|c',
  'a|<b>c',
  'a<b|c>',
  '<b|>',
  '<|b>',
  '@<|b>',
  '<b|>@',
];
const SELECTED = [
  '[ab]',
  'a[b]c',
  '[@]',
  'a[@]b',
  'a[b@c]d',
  '[@@]',
  '[ab@]',
  '[@ab]',
  '[a#b]',
  'a[#]b',
  'a[~]b',
  'a[^]b',
  'a[b^]',
  'a[/]b',
  '[a/b]',
  'a[<b>]c',
  '[a<b>c]',
  'a[*b*]c',
  'a[b*c*d@]e',
];

const IN_PLACES = ['|', 'ab|', '|ab', '@|', '|@', 'ab|@cd', 'ab@|cd', 'a[b@c]d', '[@]'];

/** Composes in each line of a document, and tells the lines that read otherwise than they should, and what is drawn. */
async function composeIn(
  place: Place,
  lines: readonly string[],
  { steps, reads }: { steps: readonly string[]; reads: string },
): Promise<{ wrong: string[]; drawn: boolean }> {
  const opened = openLines(place, lines);
  ({ page } = opened);
  for (const index of lines.keys()) {
    opened.select(index);
    await input(steps);
  }
  // Whether what is composed at the edge of a link or of bold words belongs to them is not asked here.
  const plain = (line: string): string => line.replace(/[*<>]/g, '');
  const wrong = opened.read().flatMap((line, index) => {
    const expected = lines[index]!.replace(/\||\[.*\]/, reads);
    return plain(line) === plain(expected) ? [] : [`${lines[index]} became ${line}`];
  });
  return { wrong, drawn: drawn(page.root) === drawnAnew(page) };
}
const RIGHT = { wrong: [], drawn: true };
const METHOD = Object.entries(METHODS);

describe('right behind a key', () => {
  let end = (): void => {};
  beforeEach(() => void (end = withKeys()));
  afterEach(() => end());

  test.each(METHOD)('%s in running text', async (_name, method) => {
    expect(await composeIn(PARAGRAPH, LINES, method)).toEqual(RIGHT);
  });
  test.each(METHOD)('%s over what is selected', async (_name, method) => {
    expect(await composeIn(PARAGRAPH, SELECTED, method)).toEqual(RIGHT);
  });
  test.each(PLACES)('in $name', async (place) => {
    expect(await composeIn(place, IN_PLACES, METHODS.Korean)).toEqual(RIGHT);
  });
});

describe('without a key, or long after it', () => {
  test('in running text', async () => {
    expect(await composeIn(PARAGRAPH, LINES, METHODS.Korean)).toEqual(RIGHT);
  });
  test('given up', async () => {
    expect(await composeIn(PARAGRAPH, LINES, METHODS['Chinese, cancelled'])).toEqual(RIGHT);
  });
  test('over what is selected', async () => {
    expect(await composeIn(PARAGRAPH, SELECTED, METHODS.Japanese)).toEqual(RIGHT);
  });
});

describe('in lines of any making', () => {
  const LEAVES = ['ab', 'ab', '@', '#', '*b*', '<b>'] as const;
  const line = (leaves: readonly string[]): fc.Arbitrary<string> =>
    fc
      .tuple(fc.array(fc.constantFrom(...leaves), { maxLength: 5 }), fc.nat(9), fc.nat(9))
      .map(([drawn, first, second]) => {
        // Bold words beside each other are one text, and such links one link.
        const parts = drawn.filter((part, index) => !/[*<]/u.test(part) || drawn[index - 1] !== part);
        const places = [first, second].map((at) => at % (parts.length + 1));
        const [from, to] = [Math.min(...places), Math.max(...places)];
        const [head, middle, tail] = [parts.slice(0, from), parts.slice(from, to), parts.slice(to)];
        const here = middle.length === 0 ? '|' : `[${middle.join('')}]`;
        return `${head.join('')}${here}${tail.join('')}`;
      });
  const some = fc.constantFrom(PARAGRAPH, ...PLACES).chain((place) =>
    fc.record({
      place: fc.constant(place),
      lines: fc.array(line(place === PARAGRAPH ? [...LEAVES, '~', '^', '/'] : LEAVES), {
        minLength: 1,
        maxLength: 3,
      }),
      method: fc.constantFrom(...Object.values(METHODS)),
      isBehindKey: fc.boolean(),
    }),
  );

  test('it stands there once', async () => {
    const property = fc.asyncProperty(some, async ({ place, lines, method, isBehindKey }) => {
      const end = isBehindKey ? withKeys() : () => {};
      try {
        expect(await composeIn(place, lines, method)).toEqual(RIGHT);
      } finally {
        end();
        page.close();
      }
    });
    await expect(fc.assert(property, draws(20))).resolves.toBeUndefined();
  });

  test('and goes again where it is a suggestion that is rejected', async () => {
    const property = fc.asyncProperty(some, async ({ place, lines, method: { steps, reads } }) => {
      const opened = openLines(place, lines);
      ({ page } = opened);
      const end = withKeys();
      try {
        setSuggesting(page.editor, 'Ada');
        const before = signature(page.stored().root.children ?? []);
        for (const index of lines.keys()) {
          opened.select(index);
          await input(steps);
        }
        expect(signature(rejectedRoot(page.stored().root).children ?? [])).toBe(before);
        const isGivenUp = reads === '';
        expect(isGivenUp || page.text().split(reads).length === lines.length + 1).toBe(true);
      } finally {
        end();
        page.close();
      }
    });
    await expect(fc.assert(property, draws(20))).resolves.toBeUndefined();
  });
});
