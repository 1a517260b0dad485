import type { Alignment } from '#editor/blocks/alignment.ts';
import {
  type LucideIcon,
  TextAlignCenter,
  TextAlignEnd,
  TextAlignJustify,
  TextAlignStart,
} from 'lucide-react';

/** Word's letters; with Control alone two of them are the browser's, and two are Dossier's own. */
export const ALIGN_ACTIONS: Record<Alignment, { title: string; icon: LucideIcon; shortcut: string }> = {
  left: { title: 'Align left', icon: TextAlignStart, shortcut: 'Alt+Shift+L' },
  center: { title: 'Centre', icon: TextAlignCenter, shortcut: 'Alt+Shift+E' },
  right: { title: 'Align right', icon: TextAlignEnd, shortcut: 'Alt+Shift+R' },
  justify: { title: 'Justify', icon: TextAlignJustify, shortcut: 'Alt+Shift+J' },
};
