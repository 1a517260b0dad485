/** Tables as they are written and changed. */
import { $isTableSelection, type TableNode } from '@lexical/table';
import { $getRoot, $getSelection, type ElementNode, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type { StoredNode } from '#domain/document/stored.ts';
import documentWithTables from '../documents/v1-tables.json';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { align } from '#editor/blocks/alignment.ts';
import { $insertTable } from '#editor/table/insert.ts';
import { caret, openEditor, paragraph, paste, press, type, type EditorPage } from './editorPage.ts';
import { act, goTo, states, storedTable, table, words } from './tablePage.ts';

let page: EditorPage;
afterEach(() => page?.close());

const GRID = [
  ['a', 'b', 'c'],
  ['d', 'e', 'f'],
  ['g', 'h', 'i'],
];

describe('rows and columns', () => {
  beforeEach(() => {
    page = openEditor([paragraph('before'), table(GRID, 1, { colWidths: [50, 30, 20] }), paragraph('after')]);
  });

  test('are added beside the caret, aligned and headed as their neighbours', () => {
    goTo(page, 1, 1);
    act(page, 'alignRight', 'rowBelow');
    expect(words(page)).toEqual([GRID[0], GRID[1], ['', '', ''], GRID[2]]);
    expect(states(page, 'format').map((row) => row[1])).toEqual(['right', 'right', 'right', 'right']);
    goTo(page, 0, 0);
    act(page, 'columnLeft');
    expect(words(page)[0]).toEqual(['', 'a', 'b', 'c']);
    expect(states(page, 'headerState').map((row) => row[0])).toEqual([1, 0, 0, 0]);
    expect(storedTable(page)['colWidths']).toEqual([25, 37.5, 22.5, 15]);
    act(page, 'rowAbove');
    expect(states(page, 'headerState').map((row) => row[0])).toEqual([1, 1, 0, 0, 0]);
  });

  test('as many as are selected are added and deleted', () => {
    goTo(page, 1, 0, 2, 2);
    act(page, 'rowAbove');
    expect(words(page)).toHaveLength(5);
    goTo(page, 0, 1, 0, 2);
    act(page, 'deleteColumn');
    expect(words(page)[0]).toEqual(['a']);
    expect(storedTable(page)['colWidths']).toBeUndefined();
    goTo(page, 4, 0, 1, 0);
    act(page, 'deleteRow');
    expect(words(page)).toEqual([['a']]);
    act(page, 'deleteRow');
    expect(page.blocks().map(({ type: kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  test('move, and the header stays at the top', () => {
    goTo(page, 1, 0);
    act(page, 'moveRowUp', 'moveRowUp');
    expect(words(page)).toEqual([GRID[1], GRID[0], GRID[2]]);
    expect(states(page, 'headerState').map((row) => row[0])).toEqual([1, 0, 0]);
    act(page, 'moveColumnRight');
    expect(words(page)[0]).toEqual(['e', 'd', 'f']);
    expect(storedTable(page)['colWidths']).toEqual([30, 50, 20]);
    act(page, 'moveColumnRight', 'moveColumnRight', 'moveColumnLeft');
    expect(words(page)[0]).toEqual(['e', 'd', 'f']);
    goTo(page, 0, 0, 1, 0);
    act(page, 'moveRowDown');
    expect(words(page).map(([first]) => first)).toEqual(['h', 'e', 'b']);
    act(page, 'moveRowUp');
    expect(words(page).map(([first]) => first)).toEqual(['e', 'b', 'h']);
  });

  test('each change is one step of undo', () => {
    const before = page.stored();
    goTo(page, 1, 1);
    act(page, 'rowBelow', 'deleteColumn', 'moveRowUp', 'headerColumn', 'wider', 'alignCentre');
    const after = page.stored();
    for (let step = 0; step < 6; step += 1) page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(page.stored()).toEqual(before);
    for (let step = 0; step < 6; step += 1) page.editor.dispatchCommand(REDO_COMMAND, undefined);
    expect(page.stored()).toEqual(after);
  });
});

test('header rows and columns are as many as are selected from the edge', () => {
  page = openEditor([table(GRID)]);
  goTo(page, 0, 0, 1, 0);
  act(page, 'headerRow', 'headerColumn');
  expect(states(page, 'headerState')).toEqual([
    [3, 1, 1],
    [3, 1, 1],
    [2, 0, 0],
  ]);
  act(page, 'headerRow');
  expect(states(page, 'headerState')).toEqual([
    [2, 0, 0],
    [2, 0, 0],
    [2, 0, 0],
  ]);
});

describe('widths', () => {
  const widthsOf = (): number[] =>
    [...page.root.querySelector('tr')!.children].map((cell) => cell.getBoundingClientRect().width);

  test('are shares of the width of the text', () => {
    page = openEditor([table(GRID, 0, { colWidths: [50, 30, 20] })]);
    const style = document.createElement('style');
    style.textContent = 'table{width:100%;table-layout:fixed;border-collapse:collapse}td{padding:0;border:0}';
    document.head.append(style);
    const [one = 0, two = 0, three = 0] = widthsOf();
    const sum = one + two + three;
    expect([one, two, three].map((width) => Math.round((width / sum) * 100))).toEqual([50, 30, 20]);
    expect(sum).toBeGreaterThan(500);
    style.remove();
  });

  test('change by key, between neighbours, and become even again', () => {
    page = openEditor([table(GRID)]);
    goTo(page, 0, 0);
    act(page, 'wider', 'wider');
    expect(storedTable(page)['colWidths']).toEqual([37.33, 29.33, 33.33]);
    goTo(page, 2, 2);
    act(page, 'wider');
    expect(storedTable(page)['colWidths']).toEqual([37.33, 27.33, 35.33]);
    for (let time = 0; time < 40; time += 1) act(page, 'wider');
    expect((storedTable(page)['colWidths'] as number[])[1]).toBeCloseTo(4, 1);
    act(page, 'evenWidths');
    expect(storedTable(page)['colWidths']).toBeUndefined();
  });
});

test('columns of numbers are found and aligned', () => {
  page = openEditor([
    table(
      [
        ['Ship', 'Tons', 'Share', 'Since'],
        ['Nordlys', '12,400', '−3.5 %', '12 May 2024'],
        ['Halcyon', '–', '(4) %', '2023–24'],
      ],
      1,
    ),
  ]);
  goTo(page, 0, 0);
  act(page, 'alignNumbers');
  expect(states(page, 'format').map((row) => row.join())).toEqual([
    ',right,right,',
    ',right,right,',
    ',right,right,',
  ]);
});

test('a paragraph in an aligned cell can be aligned otherwise, and selected cells all at once', () => {
  page = openEditor([table(GRID)]);
  goTo(page, 1, 1);
  act(page, 'alignRight');
  align(page.editor, 'left');
  const { children } = storedTable(page).children![1]!.children![1]!;
  expect(children![0]).toMatchObject({ format: 'left' });
  goTo(page, 0, 1, 2, 2);
  align(page.editor, 'center');
  expect(states(page, 'format')).toEqual(GRID.map(() => ['', 'center', 'center']));
  expect(storedTable(page).children![1]!.children![1]!.children![0]).toMatchObject({ format: '' });
});

describe('keys', () => {
  test('Tab selects what is in the next cell, Shift+Tab in the one before, and neither leaves', async () => {
    page = openEditor([table(GRID)]);
    goTo(page, 0, 0);
    await press('Tab');
    await type('B');
    expect(words(page)[0]).toEqual(['a', 'B', 'c']);
    await press('Shift+Tab', 'Shift+Tab');
    expect(page.editor.read(() => $getSelection()?.getTextContent())).toBe('a');
    goTo(page, 2, 2);
    await press('Tab');
    await type('new');
    expect(words(page)[3]).toEqual(['new', '', '']);
  });

  test('Delete empties cells, Backspace takes whole rows, columns and tables', async () => {
    page = openEditor([table(GRID), paragraph('after')]);
    goTo(page, 0, 0, 2, 2);
    await press('Delete');
    expect(words(page).flat().join('')).toBe('');
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(words(page)).toEqual(GRID);
    goTo(page, 1, 1, 2, 2);
    await press('Backspace');
    expect(words(page)).toEqual([GRID[0], ['d', '', ''], ['g', '', '']]);
    goTo(page, 1, 0, 1, 2);
    await press('Backspace');
    expect(words(page)).toEqual([GRID[0], ['g', '', '']]);
    goTo(page, 0, 1, 1, 1);
    await press('Backspace');
    expect(words(page)).toEqual([
      ['a', 'c'],
      ['g', ''],
    ]);
    goTo(page, 0, 0, 1, 1);
    await press('Backspace');
    await type('x');
    expect(page.text()).toBe('x\n\nafter');
  });

  test('what is typed over selected cells overwrites nothing', async () => {
    page = openEditor([table(GRID)]);
    goTo(page, 1, 1, 2, 2);
    await type('xy');
    expect(words(page)).toEqual([GRID[0], ['d', 'exy', 'f'], GRID[2]]);
  });

  test('what is typed or pasted over a table and words beside it takes the place of both', async () => {
    for (const [place, keys, edge] of [
      [2, 'Shift+ArrowUp', 'start'],
      [0, 'Shift+ArrowDown', 'end'],
    ] as const) {
      page = openEditor([paragraph('ab'), table(GRID, 1, { colWidths: [50, 30, 20] }), paragraph('cd')]);
      const { editor } = page;
      const select = async (): Promise<void> => {
        caret(page, [place], edge);
        await press(keys);
        await expect.poll(() => editor.read(() => $getSelection()?.isCollapsed())).toBe(false);
      };
      await select();
      await type('w');
      expect(page.blocks().map(({ type: kind }) => kind)).not.toContain('table');
      expect(page.text()).toMatch(place === 0 ? /^ab\s*w\s*cd$/u : /^ab\s*wcd$/u);
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      expect(words(page)).toEqual(GRID);
      expect(storedTable(page)['colWidths']).toEqual([50, 30, 20]);
      await select();
      paste(page.root, { 'text/plain': 'p' });
      expect(page.blocks().map(({ type: kind }) => kind)).not.toContain('table');
      page.close();
    }
  });

  test('the caret gets before a table that is the first block, and behind one that is the last', async () => {
    page = openEditor([table(GRID)]);
    goTo(page, 0, 0);
    await press('Home', 'Enter');
    await type('before');
    expect(page.text()).toMatch(/^before\n/u);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    goTo(page, 2, 2);
    await press('ArrowRight');
    await type('behind');
    expect(page.text()).toMatch(/\nbehind$/u);
  });

  test('arrows leave a lone table at both ends', async () => {
    page = openEditor([table(GRID)]);
    goTo(page, 0, 1);
    await press('ArrowUp');
    await type('up');
    expect(page.text()).toMatch(/^up\n/u);
    goTo(page, 2, 1);
    await press('ArrowDown');
    await type('down');
    expect(page.text()).toMatch(/\ndown$/u);
    expect(words(page)).toEqual(GRID);
  });

  test('keys that delete beside a table leave it whole', async () => {
    page = openEditor([paragraph('x'), table(GRID), paragraph('y'), table(GRID), paragraph()]);
    page.editor.update(() => void $getRoot().getChildAtIndex<ElementNode>(2)!.selectStart(), {
      discrete: true,
    });
    await press('Backspace', 'Backspace');
    page.editor.update(() => void $getRoot().getFirstChildOrThrow<ElementNode>().selectEnd(), {
      discrete: true,
    });
    await press('Delete', 'Delete');
    page.editor.update(() => void $getRoot().getLastChildOrThrow<ElementNode>().selectEnd(), {
      discrete: true,
    });
    await press('Backspace', 'Backspace');
    const tables = page.blocks().filter(({ type: kind }) => kind === 'table');
    expect(tables).toHaveLength(2);
    for (const letter of [...GRID.flat(), 'x', 'y']) expect(page.text()).toContain(letter);
    goTo(page, 0, 0);
    await press('Home', 'Backspace', 'Backspace');
    goTo(page, 2, 2);
    await press('Delete', 'Delete');
    expect(words(page)).toEqual(GRID);
  });

  test.each([
    ['ArrowDown', 1],
    ['ArrowRight', 2],
  ])('the caret gets behind a table before the footnotes by %s', async (key, column) => {
    const { children } = documentWithTables.root;
    page = openEditor(structuredClone([children[0], children.at(-1)]) as StoredNode[]);
    goTo(page, 2, column);
    await press(key);
    await type('down');
    const json = page.blocks().map((block) => [block.type, JSON.stringify(block).includes('down')]);
    expect(json).toEqual([
      ['table', false],
      ['paragraph', true],
      ['footnotes', false],
    ]);
  });

  test('Enter writes another paragraph in the cell', async () => {
    page = openEditor([paragraph('p'), table(GRID)]);
    goTo(page, 0, 0);
    await press('Enter');
    await type('x');
    expect(words(page)[0]![0]).toBe('a|x');
  });

  test('Shift and arrows select cells', async () => {
    page = openEditor([table(GRID)]);
    goTo(page, 0, 0);
    await press('Shift+ArrowRight', 'Shift+ArrowDown');
    expect(page.editor.read(() => $isTableSelection($getSelection()))).toBe(true);
    await press('Delete');
    expect(words(page)).toEqual([['', '', 'c'], ['', '', 'f'], GRID[2]]);
  });
});

describe('inserting', () => {
  test('takes the place of an empty paragraph, parts a full one, and does nothing in a table', () => {
    page = openEditor([paragraph('words'), paragraph()]);
    const insert = (): void => page.editor.update(() => $insertTable(2, 2), { discrete: true });
    insert();
    expect(page.blocks().map(({ type: kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    insert();
    expect(page.blocks()).toHaveLength(3);
  });
});

describe('stored tables', () => {
  test('with merged cells and short rows come in whole and rectangular', () => {
    const merged = table([['a', 'b'], ['c', 'd', 'e'], ['f']]);
    Object.assign(merged.children![0]!.children![0]!, { colSpan: 2, rowSpan: 2 });
    page = openEditor([merged]);
    expect(words(page)).toEqual([
      ['a', '', 'b', '', ''],
      ['', '', 'c', 'd', 'e'],
      ['f', '', '', '', ''],
    ]);
  });

  test('that hold what no table holds here are kept as they are', () => {
    const later = table([['a', 'b']]);
    later.children!.push({ type: 'tablefoot', version: 9, children: [paragraph('total')] });
    page = openEditor([later, paragraph('after')]);
    expect(page.blocks()[0]).toEqual(later);
  });

  test('keep all that is in them', () => {
    const blocks = documentWithTables.root.children as StoredNode[];
    page = openEditor(structuredClone(blocks));
    expect(page.blocks()[0]).toMatchObject(blocks[0]!);
    for (const word of JSON.stringify(blocks).matchAll(/"text":"([^"]+)"/gu))
      expect(JSON.stringify(page.blocks())).toContain(word[1]);
    goTo(page, 2, 2);
    act(page, 'moveRowUp', 'moveColumnLeft', 'deleteTable');
    expect(JSON.stringify(page.blocks())).not.toContain('footnoteDefinition');
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(JSON.stringify(page.blocks())).toContain('Sold since.');
  });

  test('in a table stay', () => {
    page = openEditor([table([['a', [paragraph('b'), table([['x', 'y']])]]])]);
    expect(words(page)).toEqual([['a', 'b|xy']]);
  });
});

test('columns that are left where words replace a selection into a table share its whole width', () => {
  page = openEditor([
    paragraph('ab'),
    table([['', '', '']], 0, { colWidths: [50, 30, 20] }),
    paragraph('cd'),
  ]);
  page.editor.update(
    () => {
      const selection = $getRoot().getFirstDescendant()!.selectStart();
      const cell = $getRoot().getChildAtIndex<TableNode>(1)!.getFirstDescendant()!;
      selection.focus.set(cell.getKey(), 0, 'element');
      selection.insertText('x');
    },
    { discrete: true },
  );
  expect(storedTable(page).children![0]!.children, 'one went').toHaveLength(2);
  expect(storedTable(page)['colWidths'], 'of one width').toBeUndefined();
  const again = openEditor(page.blocks());
  expect(again.stored()).toEqual(page.stored());
  again.close();
});
