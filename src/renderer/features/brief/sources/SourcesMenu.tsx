import { ArrowDown, ArrowUp, Ellipsis, Heading, ListPlus, TextCursorInput, Trash2 } from 'lucide-react';
import type { BibliographySettings } from '#editor/bibliography/BibliographyNode.ts';
import type { LexicalEditor } from 'lexical';
import { showDialog } from '../../../app/workspace.ts';
import { AppMenu, MenuAction, MenuChecks, MenuDivider } from '../../../ui/AppMenu.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import {
  changeBibliography,
  insertBibliography,
  moveBibliography,
  removeBibliography,
} from './bibliographyEdits.ts';

interface SourcesMenuProps {
  editor: LexicalEditor;
  settings: BibliographySettings;
  placed: boolean;
}

/** What can be done with the list of sources. */
export function SourcesMenu({ editor, settings, placed }: SourcesMenuProps) {
  return (
    <AppMenu align="end" trigger={<IconButton icon={Ellipsis} label="Options of the list of sources" />}>
      <MenuAction icon={ListPlus} onSelect={() => showDialog('listSource')}>
        List a source that is not cited…
      </MenuAction>
      <MenuAction icon={Heading} onSelect={() => showDialog('sourcesHeading')}>
        Heading…
      </MenuAction>
      <MenuChecks
        label="Sections"
        options={[{ value: 'type', label: 'By type of source' }]}
        checked={settings.byType ? ['type'] : []}
        onChange={(checked) => changeBibliography(editor, () => ({ byType: checked.length > 0 }))}
      />
      <MenuDivider />
      {placed ? (
        <>
          <MenuAction icon={ArrowUp} onSelect={() => moveBibliography(editor, -1)}>
            Move up
          </MenuAction>
          <MenuAction icon={ArrowDown} onSelect={() => moveBibliography(editor, 1)}>
            Move down
          </MenuAction>
          <MenuAction icon={Trash2} onSelect={() => removeBibliography(editor)}>
            Delete this block
          </MenuAction>
        </>
      ) : (
        <MenuAction icon={TextCursorInput} onSelect={() => insertBibliography(editor)}>
          Place it at the caret
        </MenuAction>
      )}
    </AppMenu>
  );
}
