/** What a press below the text does. */
import { $defaultShouldInsertAfter } from '@lexical/extension';
import {
  $createParagraphNode,
  $getRoot,
  $isElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';

/** Whether words below a last block of the document need a paragraph of their own. Only inside a read or an update. */
export function $needsParagraphBelow(last: LexicalNode): boolean {
  return $defaultShouldInsertAfter(last) && !$isFootnotesNode(last);
}

/** Puts the caret at the end of the document, where words can be written. */
export function writeBelow(editor: LexicalEditor): void {
  editor.update(() => {
    const last = $getRoot().getLastChild();
    if (last === null) return;
    const target = $needsParagraphBelow(last) ? last.insertAfter($createParagraphNode()) : last;
    if ($isElementNode(target)) target.selectEnd();
  });
  editor.focus();
}
