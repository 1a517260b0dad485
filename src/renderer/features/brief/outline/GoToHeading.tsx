import type { LexicalEditor } from 'lexical';
import { useMemo } from 'react';
import { useStore } from '../../../app/store.ts';
import { showDialog, workspace } from '../../../app/workspace.ts';
import { Picker, type PickerItem } from '../../../ui/Picker.tsx';
import { goToHeading } from './jump.ts';
import { type OutlineRow, outlineRows } from './outlineRows.ts';
import { useHeadings } from './useHeadings.ts';

/** Asks for a heading of the brief by a part of its words, and goes there. */
export function GoToHeading({ editor }: { editor: LexicalEditor }) {
  const open = useStore(workspace, ({ dialog }) => dialog === 'goToHeading');
  return open ? <HeadingPicker editor={editor} /> : null;
}

const NONE_CLOSED = new Set<string>();

function HeadingPicker({ editor }: { editor: LexicalEditor }) {
  const headings = useHeadings(editor);
  const items = useMemo(() => outlineRows(headings ?? [], NONE_CLOSED).map(itemOf), [headings]);
  return (
    <Picker
      title="Go to a heading"
      items={items}
      empty={items.length === 0 ? 'The brief has no headings yet.' : 'No heading has these words.'}
      // After the dialog has given the focus back.
      onPick={({ key }) => setTimeout(() => goToHeading(editor, key))}
      onClose={() => showDialog(null)}
    />
  );
}

function itemOf({ heading, outer }: OutlineRow): PickerItem {
  const path: string[] = [];
  for (let above = outer; above !== null; above = above.outer) path.unshift(above.heading.text);
  return {
    key: heading.key,
    label: heading.text || 'Heading without words',
    path: path.length === 0 ? undefined : path.join(' › '),
  };
}
