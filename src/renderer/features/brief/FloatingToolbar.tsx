import { Popover } from '@base-ui/react/popover';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { Brackets, Ellipsis, type LucideIcon } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import { useMemo } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import menu from '../../ui/menu.module.css';
import { BRACKET, bracket, LEAVE_OUT, leaveOut } from './quote/quoteCommands.ts';
import { type ToolId, toolGroups } from './tools.ts';
import { selectionRect, usePointerSelection } from './usePointerSelection.ts';
import { useSelectionFormat } from './useEditorState.ts';
import styles from './toolbar.module.css';

/** What words that were selected are mostly selected for; a quote's are not written anew. */
const TOOLS: readonly ToolId[] = ['bold', 'italic', 'underline', 'link', 'footnote', 'comment'];

interface ShownTool {
  title: string;
  icon: LucideIcon;
  shortcut?: string | undefined;
  pressed?: boolean;
  disabled: boolean;
  run: () => void;
}

/** Tools above words that were selected by the pointer. The keyboard has shortcuts for all of them. */
export function FloatingToolbar({ editor, onLink }: { editor: LexicalEditor; onLink: () => void }) {
  const [isShown, hide] = usePointerSelection(editor);
  const format = useSelectionFormat(editor);
  const anchor = useMemo(
    () => ({
      getBoundingClientRect: () => selectionRect(editor),
      contextElement: editor.getRootElement() ?? undefined,
    }),
    [editor],
  );
  const tools: ShownTool[] = toolGroups(editor, { ...format, canUndo: false, canRedo: false }, onLink)
    .flat()
    .filter(({ id }) => TOOLS.includes(id));
  if (format.block === 'snippet')
    tools.push(
      { ...LEAVE_OUT, icon: Ellipsis, disabled: false, run: () => leaveOut(editor) },
      { ...BRACKET, icon: Brackets, disabled: false, run: () => bracket(editor) },
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
            <Bar.Root
              className={styles.floatingTools}
              aria-label="Selected text"
              // The selection must outlive the press.
              onMouseDown={(event) => event.preventDefault()}
            >
              {tools.map(({ title, icon, shortcut, pressed, disabled, run }) => (
                <Bar.Button
                  key={title}
                  aria-pressed={pressed}
                  disabled={disabled}
                  render={<IconButton icon={icon} label={title} shortcut={shortcut} />}
                  onClick={run}
                />
              ))}
            </Bar.Root>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
