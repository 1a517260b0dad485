import { selectHeading } from '#editor/outline/sections.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { reveal } from '../reveal.ts';

/** Puts the caret before a heading and the heading at the top of the view; nothing where it is gone. */
export function goToHeading(editor: LexicalEditor, key: NodeKey): void {
  if (!selectHeading(editor, key)) return;
  editor.focus();
  reveal(editor, key, 'start');
}
