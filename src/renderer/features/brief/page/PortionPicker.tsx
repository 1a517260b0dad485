import type { LexicalEditor } from 'lexical';
import { portionLevels, setPortion } from '#editor/portion/portion.ts';
import { showDialog, workspace } from '../../../app/workspace.ts';
import { useStore } from '../../../app/store.ts';
import { Picker } from '../../../ui/Picker.tsx';

const NONE = '';

/** The level of the selected blocks. */
export function PortionPicker({ editor }: { editor: LexicalEditor }) {
  const isOpen = useStore(workspace, ({ dialog }) => dialog === 'portion');
  if (!isOpen) return null;
  const levels = portionLevels(editor).map(({ name, mark }) => ({
    key: mark,
    label: name,
    side: `(${mark})`,
  }));
  return (
    <Picker
      title="Portion mark"
      items={[...levels, { key: NONE, label: 'No mark' }]}
      empty="The brief has no such level. Its levels are in Page setup."
      onPick={({ key }) => {
        setPortion(editor, key);
        editor.focus();
      }}
      onClose={() => showDialog(null)}
    />
  );
}
