/** Commands that put fields into the text. */
import type { LexicalEditor } from 'lexical';
import type { Command } from '../../../app/commands.ts';
import { FIELD_ACTIONS, insertField, insertToday, mayInsertField, TODAY_SHORTCUT } from './fieldEdits.ts';

/** `isHere`: the analyst works in the text. `act` gives the focus back to it. */
export function fieldCommands(
  editor: LexicalEditor,
  isHere: () => boolean,
  act: (run: () => void) => () => void,
): Command[] {
  const enabled = (): boolean => isHere() && mayInsertField(editor);
  return [
    {
      id: 'insert.date',
      title: 'Date of today',
      group: 'Insert',
      shortcut: TODAY_SHORTCUT,
      run: act(() => insertToday(editor)),
      enabled,
    },
    ...FIELD_ACTIONS.map(({ field, title, shortcut }) => ({
      id: `insert.field.${field}`,
      title,
      group: 'Insert',
      shortcut,
      run: act(() => insertField(editor, field)),
      enabled,
    })),
  ];
}
