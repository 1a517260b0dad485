import { Popover } from '@base-ui/react/popover';
import { EDIT_CITATION_COMMAND, OPEN_CITATION_COMMAND } from '#editor/citation/CitationExtension.ts';
import { COMMAND_PRIORITY_EDITOR, type LexicalEditor, mergeRegister, type NodeKey } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../app/store.ts';
import { classNames } from '../../ui/classNames.ts';
import menu from '../../ui/menu.module.css';
import { CitationForm } from './CitationForm.tsx';
import type { CitationLabels } from './labels/citationLabels.ts';
import { CitationPreview } from './CitationPreview.tsx';
import { openSource } from './openSource.ts';
import type { SettingsSaver } from './settingsSaver.ts';
import { useHoveredCitation } from './useHoveredCitation.ts';
import styles from './popovers.module.css';

interface CitationPopoverProps {
  editor: LexicalEditor;
  citations: CitationLabels;
  settings: SettingsSaver;
}

/** One popover for all citations: what a citation says and where it is from, and the form to change it. */
export function CitationPopover({ editor, citations, settings }: CitationPopoverProps) {
  const [hovered, hover] = useHoveredCitation(editor);
  const [editing, setEditing] = useState<NodeKey | null>(null);
  /** Of the popover that closes: what is open next has no say in where the focus goes. */
  const wasEdited = useRef(false);
  useEffect(() => {
    if (editing !== null || hovered !== null) wasEdited.current = editing !== null;
  }, [editing, hovered]);

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          OPEN_CITATION_COMMAND,
          (key) => {
            const item = citations.itemsOf(key)?.[0];
            if (item !== undefined) openSource(item, citations.state.get());
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          EDIT_CITATION_COMMAND,
          (key) => {
            setEditing(key);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      ),
    [editor, citations],
  );

  const key = editing ?? hovered;
  // What it shows while it is open; closed, it has nothing to draw with every label.
  useStore(citations.state, (state) => (key === null ? null : state));
  const element = key === null ? null : editor.getElementByKey(key);
  const items = key === null ? null : citations.itemsOf(key);
  const close = (): void => {
    setEditing(null);
    hover.leave(true);
  };
  const mark = element?.querySelector('figcaption') ?? element;
  return (
    <Popover.Root open={mark !== null && items !== null} onOpenChange={(next) => !next && close()}>
      <Popover.Portal>
        <Popover.Positioner className={menu.place} anchor={mark} side="bottom" align="center" sideOffset={6}>
          <Popover.Popup
            className={classNames(menu.popup, styles.citation)}
            // The form finds its first field by itself.
            initialFocus={false}
            finalFocus={() => (wasEdited.current ? editor.getRootElement() : false)}
            aria-label="Citation"
            onPointerEnter={hover.stay}
            onPointerLeave={() => hover.leave()}
          >
            {key !== null && items !== null && editing === null && (
              <CitationPreview
                editor={editor}
                citations={citations}
                citationKey={key}
                items={items}
                onEdit={() => setEditing(key)}
                onClose={close}
              />
            )}
            {items !== null && editing !== null && (
              <CitationForm
                key={editing}
                editor={editor}
                citations={citations}
                settings={settings}
                citationKey={editing}
                items={items}
                isQuote={mark !== element}
                onClose={close}
              />
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
