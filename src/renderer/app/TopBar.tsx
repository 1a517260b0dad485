import { Menu as MenuIcon, PanelLeft, PanelRight, Printer, Search, Share } from 'lucide-react';
import { BriefSwitcher } from '../features/briefs/BriefSwitcher.tsx';
import { AppMenu, MenuAction, MenuChoice, MenuDivider } from '../ui/AppMenu.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { shortcutOf } from './commandInfo.ts';
import { commands, runCommand } from './commands.ts';
import { setSetting, settings, type Theme } from './settings.ts';
import { useStore } from './store.ts';
import { workspace } from './workspace.ts';
import styles from './shell.module.css';

const THEME_LABELS: Record<Theme, string> = { system: 'Same as the system', light: 'Light', dark: 'Dark' };

/** Menu, open brief, export, and the folding of the panes. */
export function TopBar() {
  const { briefId, showLibrary, showReader } = useStore(workspace);
  return (
    <header className={styles.top}>
      <div className={styles.topSide}>
        <MainMenu />
        <PaneButton command="view.toggleLibrary" pane="library" icon={PanelLeft} shown={showLibrary} />
      </div>
      <BriefSwitcher />
      <div className={styles.topSide}>
        <AppMenu
          align="end"
          trigger={
            <Button kind="plain" icon={Share} disabled={briefId === null}>
              Export
            </Button>
          }
        >
          <CommandItem id="export.pdf" />
          <CommandItem id="export.docx" />
          <CommandItem id="export.docxReview" />
          <CommandItem id="export.html" />
          <CommandItem id="export.md" />
          <CommandItem id="export.txt" />
          <CommandItem id="export.options" />
          <CommandItem id="export.references" />
          <MenuDivider />
          <CommandItem id="export.copyText" />
          <CommandItem id="export.preview" />
          <CommandItem id="panel.preview" />
        </AppMenu>
        <IconButton
          icon={Printer}
          label="Print preview"
          shortcut={shortcutOf('export.preview')}
          disabled={briefId === null}
          onClick={() => runCommand('export.preview')}
        />
        <IconButton
          icon={Search}
          label="Find a command"
          shortcut={shortcutOf('app.palette')}
          onClick={() => runCommand('app.palette')}
        />
        <PaneButton command="view.toggleReader" pane="reader" icon={PanelRight} shown={showReader} />
      </div>
    </header>
  );
}

function PaneButton({
  command,
  pane,
  icon,
  shown,
}: {
  command: string;
  pane: string;
  icon: typeof PanelLeft;
  shown: boolean;
}) {
  return (
    <IconButton
      icon={icon}
      label={`${shown ? 'Hide' : 'Show'} the ${pane}`}
      shortcut={shortcutOf(command)}
      aria-expanded={shown}
      onClick={() => runCommand(command)}
    />
  );
}

function MainMenu() {
  const theme = useStore(settings, (value) => value.theme);
  return (
    <AppMenu trigger={<IconButton icon={MenuIcon} label="Menu" />}>
      <CommandItem id="brief.new" />
      <CommandItem id="brief.openMarkdown" />
      <CommandItem id="library.import" />
      <CommandItem id="library.importFolder" />
      <CommandItem id="library.paste" />
      <CommandItem id="library.watch" />
      <CommandItem id="library.addSample" />
      <MenuDivider />
      <CommandItem id="export.pdf" />
      <CommandItem id="export.docx" />
      <CommandItem id="export.html" />
      <CommandItem id="export.md" />
      <CommandItem id="export.txt" />
      <CommandItem id="export.references" />
      <CommandItem id="export.preview" />
      <MenuDivider />
      <MenuChoice
        label="Theme"
        value={theme}
        choices={(Object.keys(THEME_LABELS) as Theme[]).map((value) => ({
          value,
          label: THEME_LABELS[value],
        }))}
        onChange={(value) => setSetting('theme', value)}
      />
      <MenuDivider />
      <CommandItem id="app.palette" />
      <CommandItem id="app.shortcuts" />
      <CommandItem id="app.about" />
    </AppMenu>
  );
}

/** A command as an item of a menu; absent where there is no such command. */
function CommandItem({ id }: { id: string }) {
  const command = useStore(commands).get(id);
  if (command === undefined) return null;
  return (
    <MenuAction
      shortcut={command.shortcut}
      disabled={command.enabled?.() === false}
      onSelect={() => runCommand(id)}
    >
      {command.title}
    </MenuAction>
  );
}
