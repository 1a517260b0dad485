import { Toolbar as Bar } from '@base-ui/react/toolbar';
import type { LexicalEditor } from 'lexical';
import { useRef } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { AlignMenu } from './blocks/AlignMenu.tsx';
import { BlockTypeMenu } from './BlockTypeMenu.tsx';
import { MoreTools } from './MoreTools.tsx';
import { TableMenu } from './table/TableMenu.tsx';
import { TableSizePicker } from './table/TableSizePicker.tsx';
import { toolsThatFit } from './toolbarFit.ts';
import { type Tool, toolGroups, TOOLS_BY_IMPORTANCE } from './tools.ts';
import { useHistory, useSelectionFormat } from './useEditorState.ts';
import styles from './toolbar.module.css';

/**
 * Formatting, on one line above the page: what has no room is in a menu at its end. The text keeps its caret
 * while it is used with the mouse.
 */
export function Toolbar({ editor, onLink }: { editor: LexicalEditor; onLink: () => void }) {
  const format = useSelectionFormat(editor);
  const history = useHistory(editor);
  const bar = useRef<HTMLDivElement>(null);
  const width = useWidth(bar, 'toolbar');
  const groups = toolGroups(editor, { ...format, ...history }, onLink);
  const shown = toolsThatFit(width, TOOLS_BY_IMPORTANCE);
  const [past, text, lists, inserts] = groups.map((group) =>
    group.filter(({ id }) => shown.has(id)).map((tool) => <ToolButton key={tool.id} tool={tool} />),
  );
  const { block, table } = format;
  return (
    <Bar.Root
      ref={bar}
      className={styles.toolbar}
      aria-label="Formatting"
      onMouseDown={(event) => event.preventDefault()}
    >
      <Bar.Group className={styles.group}>{past}</Bar.Group>
      <BlockTypeMenu
        editor={editor}
        block={block}
        callout={format.callout}
        mayCallout={format.mayCallout}
        portion={format.portion}
      />
      <AlignMenu editor={editor} alignment={format.align} direction={format.direction} />
      <Bar.Group className={styles.group}>{text}</Bar.Group>
      <Bar.Group className={styles.group}>{lists}</Bar.Group>
      <Bar.Group className={styles.group}>
        {table ? (
          <TableMenu editor={editor} />
        ) : (
          <TableSizePicker editor={editor} disabled={block === 'snippet'} />
        )}
        {inserts}
        <MoreTools editor={editor} tools={groups.flat().filter(({ id }) => !shown.has(id))} />
      </Bar.Group>
    </Bar.Root>
  );
}

export function ToolButton({
  tool: { title, icon, shortcut, pressed, disabled, run },
}: {
  tool: Omit<Tool, 'id'>;
}) {
  return (
    <Bar.Button
      aria-pressed={pressed}
      disabled={disabled}
      render={<IconButton icon={icon} label={title} shortcut={shortcut} />}
      onClick={run}
    />
  );
}
