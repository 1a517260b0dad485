import { Menu } from '@base-ui/react/menu';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { ChevronDown } from 'lucide-react';
import { align, type Alignment, ALIGNMENTS } from '#editor/blocks/alignment.ts';
import type { LexicalEditor } from 'lexical';
import { classNames } from '../../../ui/classNames.ts';
import { Keys } from '../../../ui/Keys.tsx';
import menu from '../../../ui/menu.module.css';
import styles from '../toolbar.module.css';
import { ALIGN_ACTIONS } from './alignActions.ts';

/** How the paragraph or heading at the caret is aligned; null where it has no choice. */
export function AlignMenu({ editor, alignment }: { editor: LexicalEditor; alignment: Alignment | null }) {
  const current = ALIGN_ACTIONS[alignment ?? 'left'];
  return (
    <Menu.Root modal={false}>
      <Bar.Button
        disabled={alignment === null}
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
            <Menu.RadioGroup value={alignment} onValueChange={(next) => align(editor, next as Alignment)}>
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
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
