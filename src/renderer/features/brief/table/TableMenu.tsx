import { Menu } from '@base-ui/react/menu';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import type { Alignment } from '#editor/table/align.ts';
import { $tableState, type TableState } from '#editor/table/state.ts';
import type { TableAction } from '#editor/table/actions.ts';
import { Check, ChevronDown, ChevronRight } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import { type ReactNode, useState } from 'react';
import { classNames } from '../../../ui/classNames.ts';
import { Keys } from '../../../ui/Keys.tsx';
import menu from '../../../ui/menu.module.css';
import { TABLE_ICON } from '../formatActions.ts';
import styles from '../toolbar.module.css';
import { runTableAction, TABLE_ACTIONS } from './tableActions.ts';

const INSERTS = ['rowAbove', 'rowBelow', 'columnLeft', 'columnRight'] as const;
const MOVES = ['moveRowUp', 'moveRowDown', 'moveColumnLeft', 'moveColumnRight'] as const;
const SELECTS = ['selectRow', 'selectColumn', 'selectTable'] as const;
const WIDTHS = ['wider', 'narrower', 'evenWidths'] as const;
const DELETES = ['clearCells', 'deleteRow', 'deleteColumn', 'deleteTable'] as const;
const ALIGNMENTS = { left: 'alignLeft', center: 'alignCentre', right: 'alignRight' } as const;

/** What can be done with the table that the caret is in. */
export function TableMenu({ editor }: { editor: LexicalEditor }) {
  const [state, setState] = useState<TableState | null>(null);
  const items = (actions: readonly TableAction[]) =>
    actions.map((action) => (
      <Menu.Item key={action} className={menu.item} onClick={() => runTableAction(editor, action)}>
        <ActionContent action={action} state={state} />
      </Menu.Item>
    ));
  const check = (action: TableAction, checked: boolean) => (
    <Menu.CheckboxItem
      className={menu.item}
      checked={checked}
      closeOnClick
      onCheckedChange={() => runTableAction(editor, action)}
    >
      <span className={menu.indicator}>
        <Menu.CheckboxItemIndicator>
          <Check size={15} aria-hidden />
        </Menu.CheckboxItemIndicator>
      </span>
      <span className={menu.label}>{TABLE_ACTIONS[action].title}</span>
    </Menu.CheckboxItem>
  );
  return (
    <Menu.Root modal={false} onOpenChange={(open) => open && setState(editor.read($tableState))}>
      <Bar.Button
        render={
          <Menu.Trigger className={classNames(styles.blockType, styles.tableMenu)} aria-label="Table" />
        }
      >
        <TABLE_ICON size={16} aria-hidden />
        <ChevronDown size={14} aria-hidden />
      </Bar.Button>
      <Menu.Portal>
        <Menu.Positioner className={menu.place} sideOffset={4} align="end">
          <Menu.Popup className={menu.popup} finalFocus={() => editor.getRootElement()}>
            {check('headerRow', state?.headerRow === true)}
            {check('headerColumn', state?.headerColumn === true)}
            <Menu.Separator className={menu.separator} />
            {items(INSERTS)}
            <Menu.Separator className={menu.separator} />
            <Submenu title="Align the column">
              <Menu.RadioGroup
                value={state?.alignment}
                onValueChange={(alignment: Alignment) => runTableAction(editor, ALIGNMENTS[alignment])}
              >
                {(['left', 'center', 'right'] as const).map((alignment) => (
                  <Menu.RadioItem key={alignment} value={alignment} className={menu.item} closeOnClick>
                    <span className={menu.indicator}>
                      <Menu.RadioItemIndicator>
                        <Check size={15} aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    <span className={menu.label}>{TABLE_ACTIONS[ALIGNMENTS[alignment]].title}</span>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Menu.Separator className={menu.separator} />
              {items(['alignNumbers'])}
            </Submenu>
            <Submenu title="Column width">{items(WIDTHS)}</Submenu>
            <Submenu title="Move">{items(MOVES)}</Submenu>
            <Submenu title="Select">{items(SELECTS)}</Submenu>
            <Menu.Separator className={menu.separator} />
            {items(DELETES)}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Submenu({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={menu.item}>
        <span className={menu.indicator} />
        <span className={menu.label}>{title}</span>
        <ChevronRight size={15} aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.place} sideOffset={2} alignOffset={-5}>
          <Menu.Popup className={menu.popup}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}

function ActionContent({ action, state }: { action: TableAction; state: TableState | null }) {
  const { title, icon: Icon, shortcut } = TABLE_ACTIONS[action];
  const count = action === 'deleteRow' ? state?.rows : action === 'deleteColumn' ? state?.columns : undefined;
  return (
    <>
      <Icon size={15} aria-hidden />
      <span className={menu.label}>{(count ?? 1) > 1 ? `${title}s` : title}</span>
      <span className={menu.side}>
        <Keys shortcut={shortcut} />
      </span>
    </>
  );
}
