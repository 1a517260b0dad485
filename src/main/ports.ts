/** What the core needs of the machine, through Electron. */
import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, session, shell } from 'electron';
import type { HostPorts } from '#core/index.ts';
import { openOutside } from './links.ts';
import { useSpelling } from './spelling/spelling.ts';

/** Dialogs belong to the window that `window` returns, if there is one. */
export function electronPorts(window: () => BrowserWindow | null, resources: string): HostPorts {
  return {
    capabilities: { nativeDialogs: true, revealFile: true, openLinks: true, nativeMenu: true },
    async chooseFilesToImport(extensions, what) {
      const isOne = what === 'markdown';
      const options: Electron.OpenDialogOptions = {
        title: isOne ? 'Open Markdown as a brief' : 'Import articles',
        // Only macOS has one dialog for files and folders.
        properties: isOne
          ? ['openFile']
          : process.platform === 'darwin'
            ? ['openFile', 'openDirectory', 'multiSelections']
            : ['openFile', 'multiSelections'],
        filters: [
          { name: isOne ? 'Markdown' : 'Articles', extensions },
          { name: 'All files', extensions: ['*'] },
        ],
      };
      const parent = window();
      const chosen = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return chosen.canceled ? null : chosen.filePaths;
    },
    async chooseFolder() {
      const options: Electron.OpenDialogOptions = {
        title: 'Watch a folder',
        properties: ['openDirectory', 'createDirectory'],
      };
      const parent = window();
      const chosen = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    async chooseSavePath(suggestedName, extension) {
      const options: Electron.SaveDialogOptions = {
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      };
      const parent = window();
      const chosen = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      if (chosen.canceled || chosen.filePath === '') return null;
      // The dialogs of Linux leave the ending to the analyst.
      return extname(chosen.filePath) === '' ? `${chosen.filePath}.${extension}` : chosen.filePath;
    },
    openLink: openOutside,
    async revealFile(path) {
      shell.showItemInFolder(path);
    },
    useSpelling: (language) => useSpelling(session.defaultSession, resources, language),
  };
}
