import { Menu } from '@base-ui/react/menu';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { Check, Ellipsis } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import { IconButton } from '../../ui/Button.tsx';
import { Keys } from '../../ui/Keys.tsx';
import menu from '../../ui/menu.module.css';
import type { Tool } from './tools.ts';

/** The tools that the toolbar has no room for; nothing where it has room for all. */
export function MoreTools({ editor, tools }: { editor: LexicalEditor; tools: Tool[] }) {
  if (tools.length === 0) return null;
  return (
    <Menu.Root modal={false}>
      <Bar.Button render={<Menu.Trigger render={<IconButton icon={Ellipsis} label="More formatting" />} />} />
      <Menu.Portal>
        <Menu.Positioner className={menu.place} sideOffset={4} align="end">
          <Menu.Popup className={menu.popup} finalFocus={() => editor.getRootElement()}>
            {tools.map((tool) => (
              <MoreTool key={tool.id} tool={tool} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function MoreTool({ tool: { title, icon: Icon, shortcut, pressed, disabled, run } }: { tool: Tool }) {
  const content = (
    <>
      <Icon size={15} aria-hidden />
      <span className={menu.label}>{title}</span>
      {pressed === true && <Check size={15} aria-hidden />}
      {shortcut !== undefined && (
        <span className={menu.side}>
          <Keys shortcut={shortcut} />
        </span>
      )}
    </>
  );
  if (pressed === undefined)
    return (
      <Menu.Item className={menu.item} disabled={disabled} onClick={run}>
        {content}
      </Menu.Item>
    );
  return (
    <Menu.CheckboxItem
      className={menu.item}
      disabled={disabled}
      checked={pressed}
      closeOnClick
      onCheckedChange={run}
    >
      {content}
    </Menu.CheckboxItem>
  );
}
