/** Commands for what stands around the text, and for the marks of portions. */
import { $portion, portionLevels } from '#editor/portion/portion.ts';
import type { LexicalEditor } from 'lexical';
import type { Command } from '../../../app/commands.ts';
import { showDialog } from '../../../app/workspace.ts';

const PORTION_SHORTCUT = 'Mod+Alt+K';

/** `isHere`: the analyst works in the text. */
export function pageCommands(editor: LexicalEditor, isHere: () => boolean): Command[] {
  return [
    {
      id: 'brief.pageSetup',
      title: 'Page setup…',
      group: 'Brief',
      run: () => showDialog('pageSetup'),
      enabled: () => true,
    },
    {
      id: 'portion.set',
      title: 'Portion mark…',
      group: 'Blocks',
      shortcut: PORTION_SHORTCUT,
      run: () => showDialog(portionLevels(editor).length === 0 ? 'pageSetup' : 'portion'),
      enabled: () => isHere() && editor.read($portion) !== null,
    },
  ];
}
