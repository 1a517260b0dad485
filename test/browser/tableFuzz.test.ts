/**
 * Whatever is done with a table, it stays a rectangle and keeps every word that was not deleted; undo leads back to
 * the beginning, redo to the end, and what is stored reads as what was there.
 */
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import * as fc from 'fast-check';
import {
  $getSelection,
  $isRangeSelection,
  CUT_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { expect, test } from 'vitest';
import { type TableAction } from '#editor/table/actions.ts';
import { draws } from './draws.ts';
import { citation, openEditor, paragraph, paste, type EditorPage } from './editorPage.ts';
import { act, goTo, storedTable, table, words } from './tablePage.ts';

/** Actions that delete words. */
const DELETING = ['deleteRow', 'deleteColumn', 'deleteTable', 'clearCells'] as const satisfies TableAction[];
const KEEPING = [
  'rowAbove',
  'rowBelow',
  'columnLeft',
  'columnRight',
  'moveRowUp',
  'moveRowDown',
  'moveColumnLeft',
  'moveColumnRight',
  'selectRow',
  'selectColumn',
  'selectTable',
  'headerRow',
  'headerColumn',
  'alignLeft',
  'alignCentre',
  'alignRight',
  'alignNumbers',
  'wider',
  'narrower',
  'evenWidths',
] as const satisfies TableAction[];

type Step =
  | { kind: 'do'; action: (typeof KEEPING)[number] }
  | { kind: 'delete'; action: (typeof DELETING)[number] }
  | { kind: 'caret' | 'cells'; at: number[] }
  | { kind: 'type'; word: string }
  | { kind: 'paste'; text: string }
  | { kind: 'key'; key: 'Backspace' | 'Delete' | 'Tab' | 'cut' };

const place = fc.array(fc.nat(9), { minLength: 4, maxLength: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('do' as const), action: fc.constantFrom(...KEEPING) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('delete' as const), action: fc.constantFrom(...DELETING) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('caret' as const, 'cells' as const), at: place }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('type' as const), word: fc.constantFrom('tip', 'top', '12') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      text: fc.constantFrom('1\t2\n3\t4', 'x\ty', 'one word', 'p\n\nq'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('key' as const),
      key: fc.constantFrom('Backspace' as const, 'Delete' as const, 'Tab' as const, 'cut' as const),
    }),
  },
);

test('random commands keep tables whole', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const page = openEditor([
        paragraph('before'),
        table(
          [
            ['Ship', 'Tons', 'Note'],
            ['Nordlys', '12', [paragraph('see ', citation(7)), paragraph('and more')]],
            ['Halcyon', '980', ''],
          ],
          1,
        ),
        paragraph('behind'),
      ]);
      try {
        expect(lossesOf(page, steps)).toEqual([]);
      } finally {
        page.close();
      }
    }),
    draws(60),
  );
}, 120_000);

/** The steps that changed words and were not to. */
function lossesOf(page: EditorPage, steps: Step[]): Step[] {
  const losses: Step[] = [];
  goTo(page, 1, 1);
  // Caret moves make no step of undo.
  const start = page.stored();
  for (const one of steps) {
    if (page.blocks().every(({ type }) => type !== 'table')) break;
    const before = lettersOf(page);
    take(page, one);
    if (page.blocks().every(({ type }) => type !== 'table')) break;
    check(page);
    const keeps = one.kind === 'do' || one.kind === 'caret' || one.kind === 'cells';
    if (keeps && lettersOf(page) !== before) losses.push(one);
  }
  const end = page.stored();
  const history = getExtensionDependencyFromEditor(page.editor, HistoryExtension).output.historyState.peek();
  const depth = history.undoStack.length;
  for (let times = 0; times < depth; times += 1) page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(page.stored()).toEqual(start);
  for (let times = 0; times < depth; times += 1) page.editor.dispatchCommand(REDO_COMMAND, undefined);
  expect(page.stored()).toEqual(end);
  const again = openEditor(structuredClone(end.root.children ?? []));
  expect(again.stored()).toEqual(end);
  again.close();
  return losses;
}

function take(page: EditorPage, one: Step): void {
  const { length: rows } = words(page);
  const columns = words(page)[0]!.length;
  switch (one.kind) {
    case 'do':
    case 'delete':
      act(page, one.action);
      break;
    case 'caret':
      goTo(page, one.at[0]! % rows, one.at[1]! % columns);
      break;
    case 'cells':
      goTo(page, one.at[0]! % rows, one.at[1]! % columns, one.at[2]! % rows, one.at[3]! % columns);
      break;
    case 'type':
      page.editor.update(
        () => {
          const selection = $getSelection();
          if ($isRangeSelection(selection)) selection.insertText(one.word);
        },
        { discrete: true },
      );
      break;
    case 'paste':
      paste(page.root, { 'text/plain': one.text });
      break;
    case 'key':
      press(page, one.key);
  }
}

function press(page: EditorPage, key: 'Backspace' | 'Delete' | 'Tab' | 'cut'): void {
  if (key === 'Tab')
    page.root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  else if (key === 'cut')
    page.editor.dispatchCommand(
      CUT_COMMAND,
      new ClipboardEvent('cut', { clipboardData: new DataTransfer(), cancelable: true }),
    );
  else
    page.editor.dispatchCommand(
      key === 'Delete' ? KEY_DELETE_COMMAND : KEY_BACKSPACE_COMMAND,
      new KeyboardEvent('keydown', { key, cancelable: true }),
    );
  page.editor.update(() => undefined, { discrete: true });
}

function check(page: EditorPage): void {
  const stored = storedTable(page);
  const widths = new Set(stored.children!.map((row) => row.children!.length));
  expect([...widths]).toHaveLength(1);
  for (const cell of stored.children!.flatMap((row) => row.children!)) {
    expect(cell.type).toBe('tablecell');
    expect(cell.children!.length).toBeGreaterThan(0);
    expect(cell['colSpan']).toBe(1);
  }
  const shares = stored['colWidths'] as number[] | undefined;
  if (shares === undefined) return;
  expect(shares).toHaveLength([...widths][0]!);
  expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(0.5);
}

/** All that is written, in any order. */
function lettersOf(page: EditorPage): string {
  const found: string[] = [];
  const collect = (node: { [member: string]: unknown }): void => {
    if (typeof node['text'] === 'string') found.push(...node['text'].split(''));
    if (node['items'] !== undefined) found.push(JSON.stringify(node['items']));
    for (const child of (node['children'] as { [member: string]: unknown }[] | undefined) ?? [])
      collect(child);
  };
  for (const block of page.blocks()) collect(block);
  return found.toSorted().join('');
}
