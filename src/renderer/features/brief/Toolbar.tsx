import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { Link, Redo2, RemoveFormatting, Undo2 } from 'lucide-react';
import { TEXT_FORMATS } from '#editor/format.ts';
import { type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { IconButton } from '../../ui/Button.tsx';
import { BlockTypeMenu } from './BlockTypeMenu.tsx';
import {
  clearFormats,
  insertRule,
  RULE_ICON,
  setBlockType,
  BLOCK_ACTIONS,
  TEXT_ACTIONS,
  toggleFormat,
} from './formatActions.ts';
import { TableMenu } from './TableMenu.tsx';
import { TableSizePicker } from './TableSizePicker.tsx';
import { useHistory, useSelectionFormat } from './useEditorState.ts';
import styles from './toolbar.module.css';

const LISTS = ['bullet', 'number', 'check', 'quote'] as const;
/** Shown where there is room; by key, slash menu and palette always. */
const SELDOM = new Set<string>(['strikethrough', 'superscript', 'subscript', 'code', 'check', 'quote']);

/** Formatting, sticky above the page. The text keeps its caret while it is used with the mouse. */
export function Toolbar({ editor, onLink }: { editor: LexicalEditor; onLink: () => void }) {
  const { formats, block, link, table } = useSelectionFormat(editor);
  const { canUndo, canRedo } = useHistory(editor);
  const fixedBlock = block === 'snippet';
  return (
    <Bar.Root
      className={styles.toolbar}
      aria-label="Formatting"
      onMouseDown={(event) => event.preventDefault()}
    >
      <Bar.Group className={styles.group}>
        <Bar.Button
          disabled={!canUndo}
          render={<IconButton icon={Undo2} label="Undo" shortcut="Mod+Z" />}
          onClick={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
        />
        <Bar.Button
          disabled={!canRedo}
          render={<IconButton icon={Redo2} label="Redo" shortcut="Mod+Shift+Z" />}
          onClick={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
        />
      </Bar.Group>
      <Bar.Separator className={styles.separator} />
      <BlockTypeMenu editor={editor} block={block} />
      <Bar.Separator className={styles.separator} />
      <Bar.Group className={styles.group}>
        {TEXT_FORMATS.map((format) => {
          const { title, icon, shortcut } = TEXT_ACTIONS[format];
          return (
            <Bar.Button
              key={format}
              className={SELDOM.has(format) ? styles.seldom : undefined}
              aria-pressed={formats.includes(format)}
              disabled={block === 'code'}
              render={<IconButton icon={icon} label={title} shortcut={shortcut} />}
              onClick={() => toggleFormat(editor, format)}
            />
          );
        })}
        <Bar.Button
          className={styles.seldom}
          disabled={formats.length === 0}
          render={<IconButton icon={RemoveFormatting} label="Clear formatting" />}
          onClick={() => clearFormats(editor)}
        />
      </Bar.Group>
      <Bar.Separator className={styles.separator} />
      <Bar.Group className={styles.group}>
        {LISTS.map((type) => (
          <Bar.Button
            key={type}
            className={SELDOM.has(type) ? styles.seldom : undefined}
            aria-pressed={block === type}
            disabled={fixedBlock}
            render={
              <IconButton
                icon={BLOCK_ACTIONS[type].icon}
                label={BLOCK_ACTIONS[type].title}
                shortcut={BLOCK_ACTIONS[type].shortcut}
              />
            }
            onClick={() => setBlockType(editor, type)}
          />
        ))}
      </Bar.Group>
      <Bar.Separator className={styles.separator} />
      <Bar.Group className={styles.group}>
        <Bar.Button
          aria-pressed={link !== null}
          disabled={block === 'code'}
          render={<IconButton icon={Link} label="Link" shortcut="Mod+K" />}
          onClick={onLink}
        />
        {table === null ? (
          <TableSizePicker editor={editor} disabled={fixedBlock} />
        ) : (
          <TableMenu editor={editor} headerRow={table.headerRow} />
        )}
        <Bar.Button
          disabled={fixedBlock}
          render={<IconButton icon={RULE_ICON} label="Horizontal rule" />}
          onClick={() => insertRule(editor)}
        />
      </Bar.Group>
    </Bar.Root>
  );
}
