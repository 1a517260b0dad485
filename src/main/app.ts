/** The life of the desktop app, from start to quit. */
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu, powerMonitor, session } from 'electron';
import { appFiles, type Core, type CoreOptions } from '#core/index.ts';
import { flush, handleCalls, sendEvent } from './ipc.ts';
import { openLibrary } from './library.ts';
import { menuTemplate } from './menu.ts';
import { electronPorts } from './ports.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { offerReload } from './recovery.ts';
import { confineAllContents, refusePermissions } from './security.ts';
import { keepDictionariesLocal } from './spelling/spelling.ts';
import { focusWindow, openWindow, rememberPlace } from './window.ts';

/** Runs the app. Resolves once the library is open, or at once where another Dossier runs already. */
export async function runApp(start: (options: CoreOptions) => Promise<Core>): Promise<void> {
  const profile = app.commandLine.getSwitchValue('user-data-dir');
  if (profile !== '') app.setPath('userData', resolve(profile));
  // A second start hands over to the first one before it touches anything.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  let window: BrowserWindow | null = null;
  let core: Core | null = null;

  registerAppScheme();
  confineAllContents();
  await app.whenReady();

  const files = appFiles();
  refusePermissions(session.defaultSession);
  await keepDictionariesLocal(session.defaultSession, files.resources);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        platform: process.platform,
        development: !app.isPackaged,
        run: (id) => sendEvent(window, 'menu.command', { id }),
      }),
    ),
  );

  // The window loads while the library opens: its calls wait.
  const opening = openLibrary(
    start,
    {
      ports: electronPorts(() => window, files.resources),
      appVersion: files.version,
      resources: files.resources,
    },
    join(app.getPath('userData'), 'library.json'),
  );
  serveApp(files.renderer, opening);
  handleCalls(opening);
  const show = (): void => {
    const opened = openWindow(files);
    window = opened;
    offerReload(opened);
    closeAfterFlush(opened, () => core !== null);
    opened.on('closed', () => (window = null));
  };
  show();
  const bringUp = (): void => (window === null ? show() : focusWindow(window));
  app.on('activate', bringUp);
  app.on('second-instance', bringUp);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Prevented, the system waits for the app to close in order; electron.d.ts leaves the event out.
  powerMonitor.on('shutdown', (event?: Electron.Event) => {
    event?.preventDefault();
    app.quit();
  });
  quitInOrder(
    () => window,
    () => core,
  );

  core = await opening;
  if (core === null) app.quit();
  else core.subscribe((name, payload) => sendEvent(window, name, payload));
}

/** Closing the window waits for its unsaved text. Before the library is open there is none. */
function closeAfterFlush(window: BrowserWindow, canSave: () => boolean): void {
  let closing = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void (canSave() ? flush(window) : Promise.resolve()).then(() => window.destroy());
  });
}

/** Quitting first saves the window's text, then closes the library, then ends. */
function quitInOrder(window: () => BrowserWindow | null, core: () => Core | null): void {
  let quitting = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    const end = async (): Promise<void> => {
      const open = window();
      if (open !== null) rememberPlace(open);
      if (open !== null && core() !== null) await flush(open);
      await core()?.close();
    };
    void end().finally(() => app.exit());
  });
}
