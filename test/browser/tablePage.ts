/** Tables for tests: written, read and driven. */
import type { StoredNode } from '#domain/document/stored.ts';
import { $runTableAction, type TableAction } from '#editor/table/actions.ts';
import { $cellAt, $selectArea } from '#editor/table/grid.ts';
import { $isTableNode, type TableNode } from '@lexical/table';
import { $getRoot } from 'lexical';
import { paragraph, type EditorPage } from './editorPage.ts';

const element = { version: 1, direction: null, format: '', indent: 0 };

/** A table of words; `head` rows at its top are headers. */
export function table(rows: (string | StoredNode[])[][], head = 0, more: object = {}): StoredNode {
  return {
    type: 'table',
    ...element,
    ...more,
    children: rows.map((row, y) => ({
      type: 'tablerow',
      ...element,
      children: row.map((cell) => ({
        type: 'tablecell',
        ...element,
        headerState: y < head ? 1 : 0,
        children: typeof cell === 'string' ? [cell === '' ? paragraph() : paragraph(cell)] : cell,
      })),
    })),
  };
}

/** The words of the first table's cells; blocks of a cell are parted by a stroke. */
export function words(page: EditorPage): string[][] {
  return storedTable(page).children!.map((row) =>
    row.children!.map((cell) => cell.children!.map(textOf).join('|')),
  );
}

export function storedTable(page: EditorPage): StoredNode {
  return page.blocks().find(({ type }) => type === 'table')!;
}

/** What stands in a member of each cell. */
export function states(page: EditorPage, member: string): unknown[][] {
  return storedTable(page).children!.map((row) => row.children!.map((cell) => cell[member]));
}

function textOf(node: StoredNode): string {
  return typeof node['text'] === 'string' ? node['text'] : (node.children ?? []).map(textOf).join('');
}

function $firstTable(): TableNode {
  return $getRoot().getChildren().find($isTableNode)!;
}

/** Puts the caret at the end of a cell, or selects the cells as far as another. */
export function goTo(page: EditorPage, row: number, column: number, bottom?: number, right?: number): void {
  page.editor.update(
    () => {
      const node = $firstTable();
      if (bottom === undefined || right === undefined) $cellAt(node, row, column)!.selectEnd();
      else $selectArea({ table: node, top: row, left: column, bottom, right });
    },
    { discrete: true },
  );
}

export function act(page: EditorPage, ...actions: TableAction[]): void {
  for (const action of actions)
    page.editor.update(() => void $runTableAction(action), { discrete: true, tag: 'history-push' });
}
