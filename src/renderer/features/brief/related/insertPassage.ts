/** Puts a passage beside what is being written, and leaves the caret where it is. */
import type { PassageHit } from '#contract/search.ts';
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { citePlace, quotePlace } from '../../reader/citeActions.ts';

/** As a quote behind the block that is written: the sentence is not torn apart. */
export async function quoteBehind(editor: LexicalEditor, hit: PassageHit, block: NodeKey): Promise<void> {
  const caret = editor.read(() => $getSelection()?.clone() ?? null);
  const done = await quotePlace(hit, { block, side: 'after' });
  if (!done || !$isRangeSelection(caret)) return;
  const stays = (key: NodeKey): boolean => editor.getElementByKey(key) !== null;
  if (!stays(caret.anchor.key) || !stays(caret.focus.key)) return;
  editor.update(() => $setSelection(caret.clone()), { discrete: true, tag: HISTORY_MERGE_TAG });
}

/** As a citation at the caret. */
export async function citeAtCaret(hit: PassageHit): Promise<void> {
  await citePlace(hit);
}
