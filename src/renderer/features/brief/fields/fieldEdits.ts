/** What menus and commands do with fields. */
import type { FieldName } from '#domain/document/fields.ts';
import { $insertField, $mayInsertField } from '#editor/field/actions.ts';
import type { LexicalEditor } from 'lexical';

export const TODAY_SHORTCUT = 'Alt+Shift+D';

/** What can be inserted, in the language of the interface; F9 is the key of fields in Word. */
export const FIELD_ACTIONS: readonly { field: FieldName; title: string; words: string; shortcut: string }[] =
  [
    { field: 'date', title: 'Date of the brief', words: 'field chip', shortcut: 'Mod+F9' },
    { field: 'title', title: 'Title of the brief', words: 'field chip name', shortcut: 'Mod+Shift+F9' },
    { field: 'author', title: 'Author of the brief', words: 'field chip name by', shortcut: 'Alt+Shift+F9' },
  ];

/** What follows the brief. Nothing where no field may stand: see `mayInsertField`. */
export function insertField(editor: LexicalEditor, field: FieldName): void {
  editor.update(() => $insertField(field));
}

/** The date of today, which stays as it is. */
export function insertToday(editor: LexicalEditor): void {
  editor.update(() => $insertField('date', today()));
}

export function mayInsertField(editor: LexicalEditor): boolean {
  return editor.read($mayInsertField);
}

/** The date here, as ISO writes it. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
