/** The menu bar. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#contract/menu.ts';

export interface MenuOptions {
  platform: NodeJS.Platform;
  /** Adds the developer tools. */
  development: boolean;
  /** Asks the interface for a command. */
  run: (command: MenuCommand) => void;
}

type Item = MenuItemConstructorOptions;

export function menuTemplate({ platform, development, run }: MenuOptions): Item[] {
  const mac = platform === 'darwin';
  const item = (label: string, command: MenuCommand, accelerator?: string): Item => ({
    label,
    click: () => run(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const line: Item = { type: 'separator' };
  const about = item('About Dossier', 'app.about');

  const application: Item = {
    label: 'Dossier',
    submenu: [
      about,
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };
  const file: Item = {
    label: '&File',
    submenu: [
      item('New Brief', 'brief.new', 'CmdOrCtrl+N'),
      item('Open Markdown as a Brief…', 'brief.openMarkdown'),
      line,
      item('Import Files…', 'library.import', 'CmdOrCtrl+O'),
      {
        label: 'Export',
        submenu: [
          item('PDF…', 'export.pdf', 'CmdOrCtrl+Shift+E'),
          item('Word Document…', 'export.docx'),
          item('Web Page…', 'export.html'),
          item('Markdown…', 'export.md', 'CmdOrCtrl+Shift+M'),
          item('Plain Text…', 'export.txt'),
          line,
          item('With Options…', 'export.options', 'CmdOrCtrl+Alt+Shift+E'),
        ],
      },
      item('Print Preview', 'export.preview', 'CmdOrCtrl+P'),
      line,
      mac ? { role: 'close' } : { role: 'quit' },
    ],
  };
  const edit: Item = {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'delete' },
      line,
      { role: 'selectAll' },
      line,
      item('Search the Library', 'library.search', 'CmdOrCtrl+Shift+F'),
    ],
  };
  const view: Item = {
    label: '&View',
    submenu: [
      item('Command Palette…', 'app.palette', 'CmdOrCtrl+Shift+P'),
      line,
      item('Show or Hide Library', 'view.toggleLibrary', 'CmdOrCtrl+Shift+B'),
      item('Show or Hide Reader', 'view.toggleReader', 'CmdOrCtrl+Shift+A'),
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      line,
      { role: 'togglefullscreen' },
      ...(development ? [line, { role: 'reload' } as Item, { role: 'toggleDevTools' } as Item] : []),
    ],
  };
  const help: Item = {
    label: '&Help',
    role: 'help',
    submenu: [item('Keyboard Shortcuts', 'app.shortcuts', 'F1'), ...(mac ? [] : [line, about])],
  };
  return [...(mac ? [application] : []), file, edit, view, { role: 'windowMenu' }, help];
}
