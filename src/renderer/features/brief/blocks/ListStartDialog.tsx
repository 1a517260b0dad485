import { $numberedList } from '#editor/blocks/numbering.ts';
import type { LexicalEditor } from 'lexical';
import { useStore } from '../../../app/store.ts';
import { showDialog, workspace } from '../../../app/workspace.ts';
import { LineDialog } from '../../../ui/LineDialog.tsx';
import { notify } from '../../../ui/toasts.ts';

/** Largest number that a list may begin with. */
const MOST = 999_999;

/** Asks for the number that the list at the caret begins with, while that dialog is open. */
export function ListStartDialog({ editor }: { editor: LexicalEditor }) {
  const open = useStore(workspace, ({ dialog }) => dialog === 'listStart');
  if (!open) return null;
  const start = editor.getEditorState().read(() => $numberedList()?.getStart() ?? 1, { editor });
  return (
    <LineDialog
      title="Start the numbers"
      label="First number"
      value={String(start)}
      maxLength={6}
      action="Change"
      onSubmit={(line) => {
        if (!/^\d+$/u.test(line) || Number(line) > MOST) {
          notify({ title: 'The numbers stay as they are: give a whole number, 0 or more.' });
          return;
        }
        editor.update(() => void $numberedList()?.setStart(Number(line)));
      }}
      onClose={() => showDialog(null)}
    />
  );
}
