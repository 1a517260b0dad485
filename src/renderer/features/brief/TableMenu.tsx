import { Menu } from '@base-ui/react/menu';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Check,
  ChevronDown,
  type LucideIcon,
  TableColumnsSplit,
  TableRowsSplit,
  Trash2,
} from 'lucide-react';
import { type TableAction, tableActions } from '#editor/blocks/tables.ts';
import type { LexicalEditor } from 'lexical';
import { classNames } from '../../ui/classNames.ts';
import menu from '../../ui/menu.module.css';
import { TABLE_ICON } from './formatActions.ts';
import styles from './toolbar.module.css';

interface Item {
  action: TableAction;
  title: string;
  icon: LucideIcon;
}

const INSERTS: Item[] = [
  { action: 'rowAbove', title: 'Row above', icon: BetweenHorizontalStart },
  { action: 'rowBelow', title: 'Row below', icon: BetweenHorizontalEnd },
  { action: 'columnLeft', title: 'Column to the left', icon: BetweenVerticalStart },
  { action: 'columnRight', title: 'Column to the right', icon: BetweenVerticalEnd },
];
const DELETES: Item[] = [
  { action: 'deleteRow', title: 'Delete row', icon: TableRowsSplit },
  { action: 'deleteColumn', title: 'Delete column', icon: TableColumnsSplit },
  { action: 'deleteTable', title: 'Delete table', icon: Trash2 },
];

/** What can be done with the table that the caret is in. */
export function TableMenu({ editor, headerRow }: { editor: LexicalEditor; headerRow: boolean }) {
  const run = (action: TableAction): void => editor.update(() => tableActions[action]());
  const item = ({ action, title, icon: Icon }: Item) => (
    <Menu.Item key={action} className={menu.item} onClick={() => run(action)}>
      <Icon size={15} aria-hidden />
      <span className={menu.label}>{title}</span>
    </Menu.Item>
  );
  return (
    <Menu.Root modal={false}>
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
            <Menu.CheckboxItem
              className={menu.item}
              checked={headerRow}
              closeOnClick
              onCheckedChange={() => run('headerRow')}
            >
              <span className={menu.indicator}>
                <Menu.CheckboxItemIndicator>
                  <Check size={15} aria-hidden />
                </Menu.CheckboxItemIndicator>
              </span>
              <span className={menu.label}>First row is a header</span>
            </Menu.CheckboxItem>
            <Menu.Separator className={menu.separator} />
            {INSERTS.map(item)}
            <Menu.Separator className={menu.separator} />
            {DELETES.map(item)}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
