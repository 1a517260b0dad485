/** Commands for lists, and for moving what is selected. */
import { $moveSelected } from '#editor/blocks/move.ts';
import { $checkItems, $continuedStart, $numberedList, $toggleChecked } from '#editor/blocks/numbering.ts';
import type { LexicalEditor } from 'lexical';
import type { Command } from '../../../app/commands.ts';
import { showDialog } from '../../../app/workspace.ts';

export const START_AT_SHORTCUT = 'Mod+Alt+Shift+G';
export const CONTINUE_SHORTCUT = 'Alt+Shift+G';

/** `isHere`: the analyst works in the text. `act` gives the focus back to it. */
export function listCommands(
  editor: LexicalEditor,
  isHere: () => boolean,
  act: (run: () => void) => () => void,
): Command[] {
  return [
    {
      id: 'block.moveUp',
      title: 'Move up',
      group: 'Blocks',
      shortcut: 'Alt+Shift+ArrowUp',
      run: act(() => editor.update(() => void $moveSelected(-1))),
    },
    {
      id: 'block.moveDown',
      title: 'Move down',
      group: 'Blocks',
      shortcut: 'Alt+Shift+ArrowDown',
      run: act(() => editor.update(() => void $moveSelected(1))),
    },
    {
      id: 'list.toggleChecked',
      title: 'Tick or untick',
      group: 'Blocks',
      shortcut: 'Mod+Alt+Enter',
      run: act(() => editor.update(() => void $toggleChecked())),
      enabled: () => isHere() && editor.read(() => $checkItems().length > 0),
    },
    {
      id: 'list.startAt',
      title: 'Start the numbers at…',
      group: 'Blocks',
      shortcut: START_AT_SHORTCUT,
      run: () => showDialog('listStart'),
      enabled: () => isHere() && isNumbered(editor),
    },
    {
      id: 'list.continue',
      title: 'Go on with the numbers of the list before',
      group: 'Blocks',
      shortcut: CONTINUE_SHORTCUT,
      run: act(() => continueNumbers(editor)),
      enabled: () => isHere() && mayContinue(editor),
    },
  ];
}

function isNumbered(editor: LexicalEditor): boolean {
  return editor.read(() => $numberedList() !== null);
}

function mayContinue(editor: LexicalEditor): boolean {
  return editor.read(() => {
    const list = $numberedList();
    return list !== null && $continuedStart(list) !== null;
  });
}

function continueNumbers(editor: LexicalEditor): void {
  editor.update(() => {
    const list = $numberedList();
    const start = list === null ? null : $continuedStart(list);
    if (list !== null && start !== null) list.setStart(start);
  });
}
