/// <reference types="vite/client" />
/** Tables that come in from elsewhere, and those that go out. */
import { UNDO_COMMAND } from 'lexical';
import { afterEach, describe, expect, test } from 'vitest';
import excel from '../fixtures/clipboard/excel.html?raw';
import sheets from '../fixtures/clipboard/google-sheets.html?raw';
import calc from '../fixtures/clipboard/libreoffice-calc.html?raw';
import calcText from '../fixtures/clipboard/libreoffice-calc.tsv?raw';
import { citation, openEditor, paragraph, paste, text, type EditorPage } from './editorPage.ts';
import { goTo, states, storedTable, table, words } from './tablePage.ts';

let page: EditorPage;
afterEach(() => page?.close());

const GRID = [
  ['a', 'b'],
  ['c', 'd'],
];
const html = (content: string): Record<string, string> => ({
  'text/html': content,
  'text/plain': 'fallback',
});

describe('pasted into the text', () => {
  test('cells of Excel make a table: merged ones parted, hidden ones left out, numbers at the right', () => {
    page = openEditor([paragraph('before'), paragraph()]);
    paste(page.root, html(excel));
    expect(words(page)).toEqual([
      ['Ship', 'Tons', 'Remark'],
      ['Nordlys', '12,400', 'two linesin one merged cell'],
      ['Halcyon & Co', '980', ''],
    ]);
    expect(states(page, 'format')).toEqual([
      ['', '', ''],
      ['', 'right', 'center'],
      ['', 'right', ''],
    ]);
    expect(states(page, 'headerState')[0]).toEqual([1, 1, 1]);
    expect(storedTable(page)['colWidths']).toEqual([33.33, 16.67, 50]);
    expect(page.blocks().map(({ type: kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    const json = JSON.stringify(page.blocks());
    for (const junk of ['Calibri', 'mso', 'bottom', 'hidden', 'rowSpan":2']) expect(json).not.toContain(junk);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(page.text()).toBe('before\n\n');
  });

  test('cells of Google Sheets make a table, with their links', () => {
    page = openEditor();
    paste(page.root, html(sheets));
    expect(words(page)).toEqual([
      ['Port', 'Calls', 'Source'],
      ['Halmhavn', '1,204', 'Port office'],
      ['Total', '', ''],
    ]);
    expect(states(page, 'headerState').map((row) => row[0])).toEqual([1, 0, 0]);
    expect(JSON.stringify(storedTable(page))).toContain('"url":"https://example.org/port"');
    expect(storedTable(page)['colWidths']).toEqual([25, 25, 50]);
  });

  test.each([
    ['HTML', html(calc)],
    ['text', { 'text/plain': calcText }],
  ])('cells of LibreOffice make a table, as %s', (_kind, data) => {
    page = openEditor();
    paste(page.root, data);
    expect(words(page).map((row) => row.map((cell) => cell.replace('|', '')))).toEqual([
      ['Cable', 'Year', 'Share'],
      ['Heron 1', '2019', '0.425'],
      ['Tern & gullsecond line', '2021', '-12.5'],
      ['Total of both', '', '-12.075'],
    ]);
    expect(states(page, 'format').map((row) => row[2])).toContain('right');
    expect(states(page, 'headerState').map((row) => row[0])).toEqual([1, 0, 0, 0]);
  });

  test('tab-separated text makes a table, indented lines do not', () => {
    page = openEditor();
    paste(page.root, { 'text/plain': 'Name\tTons\r\n"Nord\nlys"\t12\r\nsaid ""x""\t3\r\n' });
    expect(words(page)).toEqual([
      ['Name', 'Tons'],
      ['Nord|lys', '12'],
      ['said ""x""', '3'],
    ]);
    expect(states(page, 'format').map((row) => row[1])).toEqual(['right', 'right', 'right']);
    page.close();
    page = openEditor();
    paste(page.root, { 'text/plain': '\tone\n\ttwo' });
    expect(page.blocks().every(({ type: kind }) => kind === 'paragraph')).toBe(true);
  });

  test('one cell is text', () => {
    page = openEditor([paragraph('say: ')]);
    paste(page.root, html('<table><tr><td class=xl65 align=right><b>12</b> t</td></tr></table>'));
    expect(page.blocks()).toHaveLength(1);
    expect(page.text()).toBe('say: 12 t');
  });

  test('merged and ragged tables lose no words', () => {
    page = openEditor();
    paste(
      page.root,
      html(`<table><caption>Ships</caption><thead><tr><th colspan="2">wide</th><th rowspan="2">tall</th></tr></thead>
        <tr><th scope="row">x<td>y</tr><tr><td colspan="99999">far</td></tr><tr></tr><tr><td>in
        <table><tr><td>p</td><td>q</td></tr><tr><td>r</td></tr></table></td></tr></table>`),
    );
    expect(page.blocks()[0]).toMatchObject({ type: 'caption', children: [{ text: 'Ships' }] });
    const all = words(page);
    expect(new Set(all.map((row) => row.length)).size).toBe(1);
    const flat = all.flat().join(' ');
    for (const word of ['wide', 'tall', 'x', 'y', 'far', 'in', 'p | q', 'r']) expect(flat).toContain(word);
    expect(all[0]!.slice(0, 3)).toEqual(['wide', '', 'tall']);
  });
});

test('tables that only lay out a page are taken apart, with all their words', () => {
  page = openEditor();
  paste(
    page.root,
    html(`<table><tr><td><h2>News</h2><p>First.</p></td></tr><tr><td>
      <table role="presentation"><tr><td>left</td><td><p>right</p></td></tr></table>
      <table><tr><td>a</td><td>b</td></tr></table></td></tr></table><p>after</p>`),
  );
  expect(words(page)).toEqual([['a', 'b']]);
  expect(page.blocks().map(({ type: kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'paragraph',
    'paragraph',
    'table',
    'paragraph',
  ]);
  for (const word of ['News', 'First.', 'left', 'right', 'after']) expect(page.text()).toContain(word);
});

describe('pasted into a table', () => {
  test('cells fill cells from the caret on, and the table grows', () => {
    page = openEditor([table(GRID, 1, { colWidths: [30, 70] })]);
    goTo(page, 1, 1);
    paste(page.root, { 'text/plain': '1\t2\n3\t4' });
    expect(words(page)).toEqual([
      ['a', 'b', ''],
      ['c', '1', '2'],
      ['', '3', '4'],
    ]);
    expect(states(page, 'headerState')).toEqual([
      [1, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(storedTable(page)['colWidths']).toHaveLength(3);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(words(page)).toEqual(GRID);
  });

  test('a whole table fills cells too, and never stands in one', () => {
    page = openEditor([table(GRID)]);
    goTo(page, 0, 0);
    paste(page.root, html(calc));
    expect(words(page)[3]).toEqual(['Total of both', '', '-12.075']);
    expect(JSON.stringify(storedTable(page).children)).not.toContain('"table"');
    goTo(page, 0, 0);
    paste(page.root, html(`<p>Look:</p><table><tr><td>x</td><td>y</td></tr></table><p>end</p>`));
    expect(words(page)[0]![0]).toBe('CableLook:|x | y|end');
  });

  test('one cell goes into the words at the caret, and fills all cells that are selected', () => {
    page = openEditor([table(GRID)]);
    goTo(page, 0, 0);
    paste(page.root, html('<table><tr><td>Z</td></tr></table>'));
    expect(words(page)[0]).toEqual(['aZ', 'b']);
    goTo(page, 0, 0, 1, 1);
    paste(page.root, html('<table><tr><td>Z</td></tr></table>'));
    expect(words(page).flat()).toEqual(['Z', 'Z', 'Z', 'Z']);
  });

  test('lines fill selected cells, words go into the first', () => {
    page = openEditor([table(GRID)]);
    goTo(page, 0, 1, 1, 1);
    paste(page.root, { 'text/plain': '1\n2\n3' });
    expect(words(page)).toEqual([
      ['a', '1'],
      ['c', '2'],
      ['', '3'],
    ]);
    goTo(page, 0, 0, 1, 0);
    paste(page.root, html('<p>some <b>words</b></p>'));
    expect(words(page).map(([first]) => first)).toEqual(['some words', '', '']);
  });
});

describe('copied', () => {
  const copied = (kind: 'copy' | 'cut' = 'copy'): DataTransfer => {
    const clipboardData = new DataTransfer();
    page.root.dispatchEvent(new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData;
  };

  test('cells are tab-separated text, plain HTML, and themselves', () => {
    page = openEditor([
      table(
        [
          ['Head', 'b', 'x'],
          [[paragraph('two'), paragraph('lines')], [paragraph('say "n"')], 'y'],
        ],
        1,
        {
          colWidths: [20, 30, 50],
        },
      ),
      paragraph(),
    ]);
    goTo(page, 0, 1);
    page.editor.update(() => undefined, { discrete: true });
    goTo(page, 0, 0, 1, 1);
    const data = copied();
    expect(data.getData('text/plain')).toBe('Head\tb\n"two\nlines"\tsay "n"');
    const read = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
    expect(read.querySelectorAll('tr')).toHaveLength(2);
    expect([...read.querySelectorAll('col')].map(({ style }) => style.width)).toEqual(['40%', '60%']);
    expect(read.querySelector('th')!.scope).toBe('col');
    expect(data.getData('text/html')).not.toMatch(/class=|75px|#f2f3f5/u);
    page.close();
    page = openEditor();
    paste(page.root, { 'application/x-lexical-editor': data.getData('application/x-lexical-editor') });
    expect(words(page)).toEqual([
      ['Head', 'b'],
      ['two|lines', 'say "n"'],
    ]);
    expect(storedTable(page)['colWidths']).toEqual([40, 60]);
  });

  test('alignment goes along in HTML', () => {
    page = openEditor([table(GRID), paragraph()]);
    goTo(page, 0, 0, 1, 1);
    const stored = storedTable(page);
    stored.children![1]!.children![1]!['format'] = 'right';
    page.close();
    page = openEditor([stored, paragraph()]);
    goTo(page, 0, 0, 1, 1);
    const data = copied();
    page.close();
    page = openEditor();
    paste(page.root, html(data.getData('text/html')));
    expect(states(page, 'format')).toEqual([
      ['', ''],
      ['', 'right'],
    ]);
  });

  test('cut cells are copied, and go', () => {
    page = openEditor([
      table([
        ['a', [paragraph('see ', citation(7), text('!'))]],
        ['c', 'd'],
        ['e', 'f'],
      ]),
      paragraph('after'),
    ]);
    goTo(page, 0, 0, 1, 1);
    const data = copied('cut');
    expect(words(page)).toEqual([['e', 'f']]);
    goTo(page, 0, 0);
    paste(page.root, { 'application/x-lexical-editor': data.getData('application/x-lexical-editor') });
    expect(words(page)).toHaveLength(2);
    expect(JSON.stringify(storedTable(page))).toContain('"articleId":7');
  });
});
