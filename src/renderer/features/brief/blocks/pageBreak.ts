import { $insertPageBreak, $mayBreakPage } from '#editor/pageBreak/PageBreakExtension.ts';
import type { LexicalEditor } from 'lexical';

export const PAGE_BREAK_SHORTCUT = 'Mod+Enter';

/** Nothing where there may be no break: see `mayBreakPage`. */
export function insertPageBreak(editor: LexicalEditor): void {
  editor.update($insertPageBreak);
}

export function mayBreakPage(editor: LexicalEditor): boolean {
  return editor.read($mayBreakPage);
}
