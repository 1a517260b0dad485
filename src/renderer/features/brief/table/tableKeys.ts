/** The keys of tables: they are a table's while the caret is in one, and mean elsewhere what they mean there. */
import { $runTableAction, type TableAction } from '#editor/table/actions.ts';
import { COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { matchesShortcut } from '../../../ui/shortcuts.ts';
import { TABLE_ACTIONS } from './tableActions.ts';

const KEYS = (Object.keys(TABLE_ACTIONS) as TableAction[]).map((action) => ({
  action,
  shortcut: TABLE_ACTIONS[action].shortcut,
}));

/** Returns the function that stops it. */
export function registerTableShortcuts(editor: LexicalEditor, mac: boolean): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if (event.isComposing || !(event.altKey || event.ctrlKey || event.metaKey)) return false;
      const key = KEYS.find(({ shortcut }) => matchesShortcut(shortcut, event, mac));
      if (key === undefined || !$runTableAction(key.action)) return false;
      event.preventDefault();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
