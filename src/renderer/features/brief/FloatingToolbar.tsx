import { Popover } from '@base-ui/react/popover';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { Brackets, Ellipsis } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import { useMemo } from 'react';
import { classNames } from '../../ui/classNames.ts';
import menu from '../../ui/menu.module.css';
import { BRACKET, bracket, LEAVE_OUT, leaveOut } from './quote/quoteCommands.ts';
import { ToolButton } from './Toolbar.tsx';
import { type Tool, type ToolId, toolGroups } from './tools.ts';
import { selectionRect, usePointerSelection } from './usePointerSelection.ts';
import { useSelectionFormat } from './useEditorState.ts';
import styles from './toolbar.module.css';

/** What words that were selected are mostly selected for; a quote's are not written anew. */
const TOOLS: readonly ToolId[] = ['bold', 'italic', 'underline', 'link', 'footnote', 'comment'];

interface FloatingToolbarProps {
  editor: LexicalEditor;
  onLink: () => void;
}

/** Tools above words that were selected by the pointer. The keyboard has shortcuts for all of them. */
export function FloatingToolbar({ editor, onLink }: FloatingToolbarProps) {
  const [isShown, hide] = usePointerSelection(editor);
  const anchor = useMemo(
    () => ({
      getBoundingClientRect: () => selectionRect(editor),
      contextElement: editor.getRootElement() ?? undefined,
    }),
    [editor],
  );
  return (
    <Popover.Root open={isShown} onOpenChange={(next) => !next && hide()}>
      <Popover.Portal>
        <Popover.Positioner className={menu.place} anchor={anchor} side="top" sideOffset={8}>
          <Popover.Popup
            className={classNames(menu.popup, styles.floating)}
            initialFocus={false}
            finalFocus={false}
            aria-label="Selected text"
          >
            <Tools editor={editor} onLink={onLink} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Tools({ editor, onLink }: FloatingToolbarProps) {
  const format = useSelectionFormat(editor);
  const tools: Omit<Tool, 'id'>[] = toolGroups(editor, { ...format, canUndo: false, canRedo: false }, onLink)
    .flat()
    .filter(({ id }) => TOOLS.includes(id));
  if (format.block === 'snippet')
    tools.push(
      { ...LEAVE_OUT, icon: Ellipsis, disabled: false, run: () => leaveOut(editor) },
      { ...BRACKET, icon: Brackets, disabled: false, run: () => bracket(editor) },
    );
  return (
    <Bar.Root
      className={styles.floatingTools}
      aria-label="Selected text"
      // The selection must outlive the press.
      onMouseDown={(event) => event.preventDefault()}
    >
      {tools.map((tool) => (
        <ToolButton key={tool.title} tool={tool} />
      ))}
    </Bar.Root>
  );
}
