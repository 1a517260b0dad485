import type { TableAction } from '#editor/table/actions.ts';
import { $currentTable } from '#editor/table/grid.ts';
import type { LexicalEditor } from 'lexical';
import type { Command } from '../../../app/commands.ts';
import { runTableAction, TABLE_ACTIONS } from './tableActions.ts';

export function isInTable(editor: LexicalEditor): boolean {
  return editor.read(() => $currentTable() !== null);
}

/** The commands of the table at the caret. `isHere`: whether the analyst works in the text. */
export function tableCommands(editor: LexicalEditor, isHere: () => boolean): Command[] {
  return (Object.keys(TABLE_ACTIONS) as TableAction[]).map((action) => {
    const { command: title, shortcut } = TABLE_ACTIONS[action];
    return {
      id: `table.${action}`,
      title,
      group: 'Table',
      keys: shortcut,
      run: () => {
        runTableAction(editor, action);
        editor.focus();
      },
      enabled: () => isHere() && isInTable(editor),
    };
  });
}
