import { Menu } from '@base-ui/react/menu';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { ChevronDown } from 'lucide-react';
import { align, type Alignment, ALIGNMENTS } from '#editor/blocks/alignment.ts';
import { type DirectionChoice, DIRECTIONS, setDirection } from '#editor/blocks/direction.ts';
import type { LexicalEditor } from 'lexical';
import { classNames } from '../../../ui/classNames.ts';
import { Keys } from '../../../ui/Keys.tsx';
import menu from '../../../ui/menu.module.css';
import styles from '../toolbar.module.css';
import { ALIGN_ACTIONS } from './alignActions.ts';
import { DIRECTION_ACTIONS } from './directionActions.ts';

interface AlignMenuProps {
  editor: LexicalEditor;
  /** Null where the block has no choice. */
  alignment: Alignment | null;
  direction: DirectionChoice | null;
}

/** How the block at the caret is aligned, and which way it is read. */
export function AlignMenu({ editor, alignment, direction }: AlignMenuProps) {
  const current = ALIGN_ACTIONS[alignment ?? 'left'];
  return (
    <Menu.Root modal={false}>
      <Bar.Button
        disabled={alignment === null && direction === null}
        render={
          <Menu.Trigger
            className={classNames(styles.blockType, styles.tableMenu)}
            aria-label={alignment === null ? 'Alignment' : `Alignment: ${current.title}`}
          />
        }
      >
        <current.icon size={16} aria-hidden />
        <ChevronDown size={14} aria-hidden />
      </Bar.Button>
      <Menu.Portal>
        <Menu.Positioner className={menu.place} sideOffset={4} align="start">
          <Menu.Popup className={menu.popup} finalFocus={() => editor.getRootElement()}>
            <Menu.RadioGroup
              value={alignment}
              disabled={alignment === null}
              onValueChange={(next) => align(editor, next as Alignment)}
            >
              {ALIGNMENTS.map((value) => {
                const { title, icon: Icon, shortcut } = ALIGN_ACTIONS[value];
                return (
                  <Menu.RadioItem key={value} value={value} className={menu.item} closeOnClick>
                    <Icon size={15} aria-hidden />
                    <span className={menu.label}>{title}</span>
                    <span className={menu.side}>
                      <Keys shortcut={shortcut} />
                    </span>
                  </Menu.RadioItem>
                );
              })}
            </Menu.RadioGroup>
            <Menu.Separator className={menu.separator} />
            <Menu.RadioGroup
              value={direction}
              disabled={direction === null}
              onValueChange={(next) => setDirection(editor, next as DirectionChoice)}
            >
              {DIRECTIONS.map((value) => {
                const { title, icon: Icon, shortcut } = DIRECTION_ACTIONS[value];
                return (
                  <Menu.RadioItem key={value} value={value} className={menu.item} closeOnClick>
                    <Icon size={15} aria-hidden />
                    <span className={menu.label}>{title}</span>
                    <span className={menu.side}>
                      <Keys shortcut={shortcut} />
                    </span>
                  </Menu.RadioItem>
                );
              })}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
