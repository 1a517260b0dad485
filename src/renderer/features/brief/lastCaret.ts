/** Where the caret was last in each brief: who comes back to one goes on there. Forgotten with the window. */
import { $caretPlace, $putCaret, type CaretPlace } from '#editor/suggest/caretPlace.ts';
import { $getRoot, $getSelection, type LexicalEditor } from 'lexical';
import { reveal } from './reveal.ts';

const places = new Map<number, CaretPlace>();

/** To be called before the editor goes. */
export function noteCaret(briefId: number, editor: LexicalEditor): void {
  const place = editor.read($caretPlace);
  if (place !== null) places.set(briefId, place);
}

/** Gives the text the focus: with what is selected, or where the caret was last, or at the start of the brief. */
export function focusLastCaret(briefId: number, editor: LexicalEditor): void {
  const place = places.get(briefId);
  if (place !== undefined && editor.read($getSelection) === null) {
    editor.update(() => $putCaret(place), { discrete: true });
    const block = editor.read(() => $getRoot().getChildAtIndex(place.block)?.getKey());
    if (block !== undefined) reveal(editor, block, 'center');
  }
  editor.focus(undefined, { defaultSelection: 'rootStart' });
}
