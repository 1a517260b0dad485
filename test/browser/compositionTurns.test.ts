/** What may come between the steps of an input method: redrawn labels, selections, clicks, keys, undo. */
import type { StoredNode } from '#domain/document/stored.ts';
import { NO_FACTS } from '#domain/document/fields.ts';
import { setCitationViews, setIncomplete } from '#editor/citation/view.ts';
import { setBriefFacts } from '#editor/derived/setFacts.ts';
import { countDocument, serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { citedPlaces } from '#editor/footnote/places.ts';
import { setFootnoteNumbers } from '#editor/footnote/view.ts';
import { setQuoteSources } from '#editor/snippet/attribution.ts';
import {
  $createRangeSelection,
  $getRoot,
  $setSelection,
  type ElementNode,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drawn, drawnAnew, input, openLines, PARAGRAPH, withKeys } from './composing.ts';
import {
  citation,
  type EditorPage,
  list,
  openEditor,
  paragraph,
  press,
  snippet,
  type,
  words,
} from './editorPage.ts';
import { goTo, table } from './tablePage.ts';

let page: EditorPage;
let withoutKeys = (): void => {};
beforeEach(() => void (withoutKeys = withKeys()));
afterEach(() => {
  withoutKeys();
  page?.close();
});

const KOREAN = ['ㅎ', '한', '!한', 'ㄱ', '글', '!글'];
const shape = (): string[] => page.blocks().map((block) => `${block.type}:${words(block)}`);

function open(line: string): () => string {
  const lines = openLines(PARAGRAPH, [line]);
  ({ page } = lines);
  lines.select(0);
  return () => lines.read()[0]!;
}

/** Selects from an offset in the first text of one block to one of another. */
function select(from: [number[], number], to: [number[], number]): void {
  page.editor.update(
    () => {
      const selection = $createRangeSelection();
      for (const [point, [path, offset]] of [
        [selection.anchor, from],
        [selection.focus, to],
      ] as const) {
        const block = path.reduce<ElementNode>(
          (parent, at) => parent.getChildAtIndex<ElementNode>(at)!,
          $getRoot(),
        );
        point.set(block.getFirstDescendant()!.getKey(), offset, 'text');
      }
      $setSelection(selection);
    },
    { discrete: true },
  );
}

/** Draws all that is derived anew, and reads what an autosave and the counts read. */
function redraw(turn: number): void {
  const { keys } = citedPlaces(page.editor);
  const label = `(Roe ${turn})`;
  setCitationViews(
    page.editor,
    new Map(keys.map((key) => [key, { label, note: false, description: '' }])),
    () => keys,
  );
  setIncomplete(page.editor, new Set(turn % 2 === 0 ? keys : []));
  setFootnoteNumbers(page.editor, new Map());
  const language = turn % 2 === 0 ? 'fr-FR' : 'en-GB';
  setBriefFacts(page.editor, { ...NO_FACTS, title: `Title ${turn}`, language });
  setQuoteSources(page.editor, { names: new Map([[3, `Roe ${turn}`]]), words: new Map() });
  serialiseDocument(page.editor);
  countDocument(page.editor);
}

test.each(['@|', '|@', 'ab@|cd', 'ab|@cd', '#|', '|#', 'a^|b', '~|@', 'a[b@]c'])(
  'what is drawn anew meanwhile disturbs nothing: %s',
  async (line) => {
    const read = open(line);
    for (const [turn, step] of KOREAN.entries()) {
      await input([step]);
      redraw(turn);
    }
    expect(read()).toBe(line.replace(/\||\[.*\]/, '한글'));
  },
);

test.each(['ab@|cd', '|@', 'a[b@c]d', '|', 'a<b|>'])(
  'undo takes it back, redo brings it again: %s',
  async (line) => {
    const read = open(line);
    const before = read();
    await input(KOREAN);
    const after = read();
    while (read() !== before) {
      const last = read();
      page.editor.dispatchCommand(UNDO_COMMAND, undefined);
      expect(read()).not.toBe(last);
    }
    while (read() !== after) {
      const last = read();
      page.editor.dispatchCommand(REDO_COMMAND, undefined);
      expect(read()).not.toBe(last);
    }
    expect(drawn(page.root)).toBe(drawnAnew(page));
  },
);

describe('what is selected gives way once', () => {
  const cases: [string, StoredNode[], () => unknown, string[]][] = [
    [
      'over paragraphs',
      [paragraph('one'), paragraph('two', citation(3)), paragraph('three')],
      () => select([[0], 1], [[2], 2]),
      ['paragraph:o한글ree'],
    ],
    [
      'backwards',
      [paragraph('one'), paragraph('two')],
      () => select([[1], 1], [[0], 2]),
      ['paragraph:on한글wo'],
    ],
    [
      'over items',
      [list('bullet', 'one', 'two', 'three'), paragraph('x')],
      () => select([[0, 0], 1], [[0, 2], 2]),
      ['list:o한글ree', 'paragraph:x'],
    ],
    [
      'over a table',
      [paragraph('one'), table([['two']]), paragraph('three')],
      () => select([[0], 1], [[2], 2]),
      ['paragraph:o한글ree'],
    ],
    [
      'out of a quote with its source',
      [paragraph('one'), snippet(3, 1, paragraph('two')), paragraph('x')],
      () => select([[0], 1], [[1, 0], 2]),
      ['paragraph:o한글', 'snippet:o', 'paragraph:x'],
    ],
    [
      'all',
      [paragraph('one'), list('bullet', 'a'), table([['b']]), snippet(3, 1, paragraph('c'))],
      () => press('Control+a'),
      ['paragraph:한글'],
    ],
    [
      'between tables, where no text is',
      [table([['a']]), table([['b']])],
      () => page.editor.update(() => void $getRoot().select(1, 1), { discrete: true }),
      ['table:a', 'paragraph:한글', 'table:b'],
    ],
  ];
  test.each(cases)('%s', async (_name, blocks, go, expected) => {
    page = openEditor(blocks);
    await go();
    await input(KOREAN);
    expect(shape()).toEqual(expected);
    expect(drawn(page.root)).toBe(drawnAnew(page));
  });

  test('cells that are selected lose nothing', async () => {
    page = openEditor([table([['a', 'b']]), paragraph('x')]);
    goTo(page, 0, 0, 0, 1);
    await input(KOREAN);
    expect(shape()).toEqual(['table:a한글|b', 'paragraph:x']);
  });
});

test.each(['.citation', '.field', '.cross-reference', '.page-break', '.picture'])(
  'while %s is selected, words go behind it',
  async (selector) => {
    page = openEditor([
      paragraph(citation(3)),
      paragraph({ type: 'field', version: 1, format: 0, field: 'title' }),
      paragraph({ type: 'crossReference', version: 1, target: 'g0ne000000', last: 'Figure 3' }),
      { type: 'pageBreak', version: 1 },
      { type: 'picture', version: 1, sha256: 'a'.repeat(64), width: 300, height: 200, share: 40, alt: 'A' },
      paragraph(),
    ]);
    const before = page.blocks();
    page.root.querySelector(selector)!.scrollIntoView();
    await userEvent.click(page.root.querySelector(selector)!);
    await input(['Process', ...KOREAN]);
    expect(page.text().match(/한|글/g)).toEqual(['한', '글']);
    expect(page.blocks().map((block) => block.type)).toEqual(
      expect.arrayContaining(before.map((block) => block.type)),
    );
    expect(drawn(page.root).replaceAll(' selected', '')).toBe(drawnAnew(page));
  },
);

test('signs of Markdown stand around it as around other words', async () => {
  page = openEditor();
  await type('- ');
  await input(KOREAN);
  await press('Enter');
  await type('**');
  await input(KOREAN);
  await type('**');
  expect(page.blocks()[0]!.children).toMatchObject([
    { children: [{ text: '한글', format: 0 }] },
    { children: [{ text: '한글', format: 1 }] },
  ]);
});
