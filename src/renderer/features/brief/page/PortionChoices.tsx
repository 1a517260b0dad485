import type { LexicalEditor } from 'lexical';
import { portionLevels, setPortion } from '#editor/portion/portion.ts';
import { MenuChoice, MenuDivider } from '../../../ui/AppMenu.tsx';

/** The levels for the block at the caret, where the brief has a marking. */
export function PortionChoices({ editor, portion }: { editor: LexicalEditor; portion: string | null }) {
  const levels = portionLevels(editor);
  if (portion === null || levels.length === 0) return null;
  return (
    <>
      <MenuDivider />
      <MenuChoice
        label="Portion mark"
        value={portion}
        choices={[
          ...levels.map(({ name, mark }) => ({ value: mark, label: name, side: `(${mark})` })),
          { value: '', label: 'None' },
        ]}
        onChange={(mark) => setPortion(editor, mark)}
      />
    </>
  );
}
