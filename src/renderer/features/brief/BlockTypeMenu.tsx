import { Menu } from '@base-ui/react/menu';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { Check, ChevronDown } from 'lucide-react';
import type { BlockType } from '#editor/blocks/blockType.ts';
import type { SelectionFormat } from '#editor/format.ts';
import type { LexicalEditor } from 'lexical';
import { Keys } from '../../ui/Keys.tsx';
import menu from '../../ui/menu.module.css';
import { runCommand } from '../../app/commands.ts';
import { MenuAction, MenuDivider } from '../../ui/AppMenu.tsx';
import { CalloutChoices } from './blocks/CalloutChoices.tsx';
import { toggleCallout } from './blocks/calloutEdits.ts';
import { CALLOUT_ACTIONS } from './blocks/callouts.ts';
import { CONTINUE_SHORTCUT, START_AT_SHORTCUT } from './blocks/listCommands.ts';
import { PortionChoices } from './page/PortionChoices.tsx';
import { BLOCK_ACTIONS, OFFERED_BLOCKS, setBlockType } from './formatActions.ts';
import styles from './toolbar.module.css';

/** The kind of block at the caret, and turning it into another. */
export function BlockTypeMenu({
  editor,
  block,
  callout,
  mayCallout,
  portion,
}: {
  editor: LexicalEditor;
  block: BlockType | 'snippet' | null;
} & Pick<SelectionFormat, 'callout' | 'mayCallout' | 'portion'>) {
  const name = block === 'snippet' ? 'Quotation' : BLOCK_ACTIONS[block ?? 'paragraph'].title;
  return (
    <Menu.Root modal={false}>
      <Bar.Button
        disabled={block === 'snippet'}
        render={<Menu.Trigger className={styles.blockType} aria-label={`Block: ${name}`} />}
      >
        <span>{name}</span>
        <ChevronDown size={14} aria-hidden />
      </Bar.Button>
      <Menu.Portal>
        <Menu.Positioner className={menu.place} sideOffset={4} align="start">
          <Menu.Popup className={menu.popup} finalFocus={() => editor.getRootElement()}>
            <Menu.RadioGroup
              value={block}
              onValueChange={(next) => next !== block && setBlockType(editor, next as BlockType)}
            >
              {OFFERED_BLOCKS.map((type) => {
                const { title, shortcut } = { shortcut: undefined, ...BLOCK_ACTIONS[type] };
                return (
                  <Menu.RadioItem key={type} value={type} className={menu.item} closeOnClick>
                    <span className={menu.indicator}>
                      <Menu.RadioItemIndicator>
                        <Check size={15} aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    <span className={menu.label} data-block={type}>
                      {title}
                    </span>
                    {shortcut !== undefined && (
                      <span className={menu.side}>
                        <Keys shortcut={shortcut} />
                      </span>
                    )}
                  </Menu.RadioItem>
                );
              })}
            </Menu.RadioGroup>
            {block === 'number' && (
              <>
                <MenuDivider />
                <MenuAction shortcut={START_AT_SHORTCUT} onSelect={() => runCommand('list.startAt')}>
                  Start the numbers at…
                </MenuAction>
                <MenuAction shortcut={CONTINUE_SHORTCUT} onSelect={() => runCommand('list.continue')}>
                  Go on with the numbers of the list before
                </MenuAction>
              </>
            )}
            <MenuDivider />
            {callout === null ? (
              <Menu.Group>
                <Menu.GroupLabel className={menu.heading}>Callout</Menu.GroupLabel>
                {CALLOUT_ACTIONS.map(({ kind, title, shortcut }) => (
                  <MenuAction
                    key={kind}
                    shortcut={shortcut}
                    disabled={!mayCallout}
                    onSelect={() => toggleCallout(editor, kind)}
                  >
                    {title}
                  </MenuAction>
                ))}
              </Menu.Group>
            ) : (
              <CalloutChoices editor={editor} callout={callout} />
            )}
            <PortionChoices editor={editor} portion={portion} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
