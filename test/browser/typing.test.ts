import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { $insertTable } from '#editor/table/insert.ts';
import { HISTORY_DEPTH } from '#editor/briefEditor.ts';
import { countDocument } from '#editor/document/BlocksExtension.ts';
import { changesElements } from '#editor/document/replaced.ts';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { openEditor, paragraph, paste, press, text, type, type EditorPage } from './editorPage.ts';

let page: EditorPage;
afterEach(() => page?.close());

describe('Markdown shortcuts', () => {
  const cases: [string, string, (page: EditorPage) => unknown, unknown][] = [
    ['heading', '## Title', (p) => p.blocks()[0], { type: 'heading', tag: 'h2' }],
    ['bullet list', '- item', (p) => p.blocks()[0], { type: 'list', listType: 'bullet' }],
    ['numbered list', '4. item', (p) => p.blocks()[0], { type: 'list', listType: 'number', start: 4 }],
    ['check list', '- [ ] task', (p) => p.blocks()[0], { type: 'list', listType: 'check' }],
    ['quote', '> words', (p) => p.blocks()[0], { type: 'quote' }],
    ['bold', 'a **b** c', (p) => p.blocks()[0]!.children![1], { text: 'b', format: 1 }],
    ['code', 'a `b` c', (p) => p.blocks()[0]!.children![1], { text: 'b', format: 16 }],
    ['rule', '--- ', (p) => p.blocks()[0], { type: 'horizontalrule' }],
    [
      'link',
      '[a](https://example.org) ',
      (p) => p.blocks()[0]!.children![0],
      { type: 'link', url: 'https://example.org' },
    ],
  ];
  test.each(cases)('%s', async (_name, typed, part, expected) => {
    page = openEditor();
    await type(typed);
    expect(part(page)).toMatchObject(expected as object);
  });

  test('a link to a script stays text', async () => {
    page = openEditor();
    await type('[a](javascript:alert) ');
    expect(page.blocks()[0]!.children).toMatchObject([{ type: 'text', text: '[a](javascript:alert) ' }]);
  });

  test('a code block opens with three backticks and keeps what is typed in it', async () => {
    page = openEditor();
    await type('``` ');
    await type('**a**');
    expect(page.blocks()[0]).toMatchObject({ type: 'code', children: [{ text: '**a**' }] });
  });
});

test('a key that comes at once behind one that moved the caret acts where the caret is seen', async () => {
  page = openEditor([paragraph('abcd')]);
  await press('End');
  const key = (name: string): boolean =>
    page.root.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  // What the browser does for the key; the editor is told in a later task.
  key('ArrowLeft');
  getSelection()!.modify('move', 'backward', 'character');
  key('Backspace');
  await expect.poll(() => page.text()).toBe('abd');
});

test('a key that comes at once behind a press of the pointer acts where the caret is seen', async () => {
  page = openEditor([paragraph('abcd')]);
  // The editor has been told of all before.
  await press('Shift');
  // What the browser does for the press; the editor is told in a later task.
  getSelection()!.modify('move', 'backward', 'character');
  page.root.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  page.root.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true, cancelable: true }),
  );
  await expect.poll(() => page.text()).toBe('abd');
});

test('Escape leaves the caret and what is selected where they are', async () => {
  page = openEditor([paragraph('One two')]);
  await press('Home', 'Shift+Control+ArrowRight', 'Escape');
  await type('Some');
  expect(page.text()).toBe('Some two');
});

test('lists nest with Tab and come back with Shift+Tab', async () => {
  page = openEditor();
  await type('- one');
  await press('Enter');
  await type('two');
  await press('Tab');
  expect(page.blocks()[0]!.children![1]!.children![0]).toMatchObject({ type: 'list' });
  await press('Shift+Tab');
  expect(page.blocks()[0]!.children).toHaveLength(2);
});

test('undo is capped, and takes back and restores words', async () => {
  page = openEditor();
  const history = getExtensionDependencyFromEditor(page.editor, HistoryExtension).output.historyState.peek();
  for (let step = 0; step < HISTORY_DEPTH + 50; step += 1)
    page.editor.update(() => void $getRoot().selectEnd().insertParagraph(), {
      discrete: true,
      tag: 'history-push',
    });
  expect(history.undoStack).toHaveLength(HISTORY_DEPTH);
  const before = page.blocks().length;
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(page.blocks()).toHaveLength(before - 1);
  page.editor.dispatchCommand(REDO_COMMAND, undefined);
  expect(page.blocks()).toHaveLength(before);
});

test('undo never goes behind the document that was opened', async () => {
  page = openEditor([paragraph('as it was')]);
  await type(' and more');
  for (let step = 0; step < 5; step += 1) page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(page.text()).toBe('as it was');
});

test('the stored form and the word count follow every change', async () => {
  page = openEditor([paragraph('one two'), paragraph('three')]);
  expect(countDocument(page.editor).text.words).toBe(3);
  await type(' four');
  expect(countDocument(page.editor).text.words).toBe(4);
  expect(page.blocks()[1]!.children![0]).toMatchObject({ text: 'three four' });
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(countDocument(page.editor).text.words).toBe(3);
  expect(page.blocks()[1]!.children![0]).toMatchObject({ text: 'three' });
  page.editor.update(() => $getRoot().getFirstChild()!.remove(), { discrete: true });
  expect(page.blocks()).toHaveLength(1);
  expect(countDocument(page.editor).text.words).toBe(1);
});

test('a key changes no element, and what moves or takes in a block does', async () => {
  page = openEditor([paragraph('one'), paragraph('two'), paragraph('three')]);
  const seen: boolean[] = [];
  page.editor.registerUpdateListener((update) => void seen.push(changesElements(update)));
  await type(' more');
  expect(seen).not.toContain(true);
  const change = ($change: () => void): boolean => {
    page.editor.update($change, { discrete: true });
    return seen.at(-1)!;
  };
  expect(change(() => $getRoot().getLastChild()!.insertBefore($getRoot().getFirstChild()!))).toBe(true);
  expect(change(() => $getRoot().getFirstChild()!.remove())).toBe(true);
  expect(change(() => void $getRoot().append($createParagraphNode()))).toBe(true);
});

function openTable(): void {
  page = openEditor();
  page.editor.update(() => $insertTable(2, 2), { discrete: true });
}

function cell(row: number, column: number): unknown {
  const table = page.blocks().find((block) => block.type === 'table')!;
  return table.children![row]!.children![column]!.children![0]!.children?.[0]?.['text'];
}

describe('tables', () => {
  test('Tab goes from cell to cell and adds a row behind the last', async () => {
    openTable();
    for (const word of ['a', 'b', 'c', 'd', 'e']) {
      await type(word);
      await press('Tab');
    }
    expect([cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1), cell(2, 0)]).toEqual(['a', 'b', 'c', 'd', 'e']);
    await press('Shift+Tab');
    await type('!');
    expect(cell(2, 0)).toContain('!');
  });

  test('a new table has a header row and a paragraph behind it', () => {
    openTable();
    const table = page.blocks().findIndex((block) => block.type === 'table');
    expect(page.blocks()[table]!.children![0]!.children![0]!['headerState']).toBe(1);
    expect(page.blocks()[table + 1]).toMatchObject({ type: 'paragraph' });
  });
});

/** A list item as Word puts it on the clipboard. */
function wordItem(level: number, glyph: string, words: string): string {
  return `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${glyph}<span>&nbsp; </span></span>${words}</p>`;
}

describe('paste', () => {
  test('keeps structure and emphasis, drops looks, scripts and pictures', () => {
    page = openEditor();
    paste(page.root, {
      'text/html': `<meta><style>p{color:red}</style><h2 style="color:red" class="x" onclick="a()">Title</h2>
        <p style="margin:3cm;text-align:center;background:blue;font-family:Papyrus">A <b>bold</b> and
        <span style="font-style:italic;color:red">slanted</span> <a href="javascript:alert(1)">bad</a>
        <a href="https://example.org" target="x">good</a><img src="https://example.org/pixel.png"></p>
        <script>window.pwned = true</script><ul><li>item</li></ul>`,
      'text/plain': 'fallback',
    });
    const json = JSON.stringify(page.blocks());
    expect(page.blocks().map((block) => block.type)).toEqual(['heading', 'paragraph', 'list']);
    expect(page.blocks()[1]!['format']).toBe('');
    for (const junk of ['red', 'Papyrus', 'javascript', 'pixel', 'pwned', 'center', 'onclick'])
      expect(json).not.toContain(junk);
    expect(json).toContain('"url":"https://example.org"');
    const runs = page.blocks()[1]!.children!;
    expect(runs.find((run) => run['text'] === 'bold')).toMatchObject({ format: 1, style: '' });
    expect(runs.find((run) => run['text'] === 'slanted')).toMatchObject({ format: 2, style: '' });
  });

  test('lists from Word become lists', () => {
    page = openEditor();
    paste(page.root, {
      'text/html': wordItem(1, '·', 'one') + wordItem(2, 'a)', 'inner') + wordItem(1, '·', 'two'),
    });
    expect(page.blocks()).toHaveLength(1);
    expect(page.blocks()[0]).toMatchObject({ type: 'list', listType: 'bullet' });
    expect(page.text()).not.toContain('·');
    expect(JSON.stringify(page.blocks())).toContain('"listType":"number"');
  });

  test('blank lines of plain text part paragraphs', () => {
    page = openEditor();
    paste(page.root, { 'text/plain': 'first line\nsame paragraph\n\nsecond' });
    expect(page.blocks()).toHaveLength(2);
    expect(page.blocks()[0]!.children).toMatchObject([
      { text: 'first line' },
      { type: 'linebreak' },
      { text: 'same paragraph' },
    ]);
  });

  test('an address over selected words makes them a link', () => {
    page = openEditor([paragraph('words')]);
    page.editor.update(() => void $getRoot().select(0, 1), { discrete: true });
    page.editor.update(
      () => {
        const selection = $getSelection();
        const node = $getRoot().getFirstDescendant();
        if ($isRangeSelection(selection) && node !== null) {
          selection.anchor.set(node.getKey(), 0, 'text');
          selection.focus.set(node.getKey(), 5, 'text');
        }
      },
      { discrete: true },
    );
    paste(page.root, { 'text/plain': 'https://example.org' });
    expect(page.blocks()[0]!.children![0]).toMatchObject({ type: 'link', children: [{ text: 'words' }] });
  });

  test('an address alone becomes a link', () => {
    page = openEditor();
    paste(page.root, { 'text/plain': 'https://example.org/a' });
    expect(page.blocks()[0]!.children![0]).toMatchObject({ type: 'link', url: 'https://example.org/a' });
  });
});

test('keys for bold, italic and underline act on what is selected', async () => {
  page = openEditor([paragraph(text('words'))]);
  await press('Control+a', 'Control+b', 'Control+i', 'Control+u');
  expect(page.blocks()[0]!.children![0]).toMatchObject({ format: 1 | 2 | 8 });
  await userEvent.keyboard('{Control>}b{/Control}');
  expect(page.blocks()[0]!.children![0]).toMatchObject({ format: 2 | 8 });
});

test('Control+End and Control+Home reach the ends of a long text and bring them into view', async () => {
  page = openEditor(Array.from({ length: 200 }, (_, index) => paragraph(`Paragraph ${index}`)));
  const style = document.createElement('style');
  style.textContent =
    '[contenteditable] > * { content-visibility: auto; contain-intrinsic-size: auto 160px; }';
  document.head.append(style);
  await press('Control+Home');
  await type('First. ');
  await press('Control+End');
  await type(' Last.');
  expect(page.blocks()[0]!.children![0]!['text']).toBe('First. Paragraph 0');
  expect(page.blocks()[199]!.children![0]!['text']).toBe('Paragraph 199 Last.');
  await expect
    .poll(() => page.root.lastElementChild!.getBoundingClientRect().bottom)
    .toBeLessThan(innerHeight + 1);
  await press('Shift+Control+Home');
  expect(page.editor.read(() => $getSelection()?.getTextContent().length ?? 0)).toBeGreaterThan(1000);
  style.remove();
});
