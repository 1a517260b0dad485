import { $insertReference } from '#editor/reference/actions.ts';
import { $referenceTargets, type ReferenceTarget } from '#editor/reference/targets.ts';
import { $getSelection, $setSelection, type LexicalEditor } from 'lexical';
import { useState } from 'react';
import { useStore } from '../../../app/store.ts';
import { showDialog, workspace } from '../../../app/workspace.ts';
import { Picker, type PickerItem } from '../../../ui/Picker.tsx';

/** Asks for a heading, figure or table by a part of its words, and refers to it where the caret is. */
export function ReferencePicker({ editor }: { editor: LexicalEditor }) {
  const open = useStore(workspace, ({ dialog }) => dialog === 'crossReference');
  return open ? <TargetPicker editor={editor} /> : null;
}

function TargetPicker({ editor }: { editor: LexicalEditor }) {
  const [items] = useState(() => editor.read(() => $referenceTargets(editor)).map(itemOf));
  const [caret] = useState(() => editor.read(() => $getSelection()?.clone() ?? null));
  // The field of the dialog takes the caret out of the text, and with it where the reference is to stand.
  const close = (): void => {
    showDialog(null);
    setTimeout(() => {
      editor.update(() => $setSelection(caret?.clone() ?? null));
      editor.focus();
    });
  };
  return (
    <Picker
      title="Cross reference"
      items={items}
      empty={
        items.length === 0
          ? 'The brief has no headings, and no captions of figures or tables, yet.'
          : 'Nothing has these words.'
      }
      onPick={({ key }) => setTimeout(() => editor.update(() => $insertReference(key)))}
      onClose={close}
    />
  );
}

function itemOf({ key, kind, name, words }: ReferenceTarget): PickerItem {
  if (kind === 'heading') return { key, label: name, side: 'Heading' };
  return {
    key,
    label: words === '' ? name : `${name}  ${words}`,
    side: kind === 'figure' ? 'Figure' : 'Table',
  };
}
