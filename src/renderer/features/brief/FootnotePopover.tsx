import { Popover } from '@base-ui/react/popover';
import { drawnNote } from '#editor/footnote/view.ts';
import type { LexicalEditor } from 'lexical';
import menu from '../../ui/menu.module.css';
import { classNames } from '../../ui/classNames.ts';
import { RichTextRuns } from './RichTextRuns.tsx';
import { useHoveredFootnote } from './useHoveredFootnote.ts';
import styles from './popovers.module.css';

/** The words of the footnote whose mark the pointer rests on. A click on the mark leads to them. */
export function FootnotePopover({ editor }: { editor: LexicalEditor }) {
  const [mark, close] = useHoveredFootnote(editor);
  const note = mark === null ? null : drawnNote(editor, mark.id);
  return (
    <Popover.Root open={mark !== null} onOpenChange={(next) => !next && close()}>
      <Popover.Portal>
        <Popover.Positioner
          className={menu.place}
          anchor={mark?.element ?? null}
          side="bottom"
          align="center"
          sideOffset={6}
        >
          <Popover.Popup
            className={classNames(menu.popup, styles.footnote)}
            initialFocus={false}
            finalFocus={false}
            aria-label="Footnote"
          >
            {note !== null && (
              <p>
                <b>{note.number}. </b>
                {note.text.length === 0 ? (
                  <i>Nothing is written in this note yet.</i>
                ) : (
                  <RichTextRuns text={note.text} />
                )}
              </p>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
