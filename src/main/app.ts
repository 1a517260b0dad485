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
  serveApp(files.renderer);
  refusePermissions(session.defaultSession);
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
      ports: electronPorts(() => window),
      appVersion: files.version,
      resources: files.resources,
    },
    join(app.getPath('userData'), 'library.json'),
  );
  handleCalls(opening);
  const show = (): void => {
    const opened = openWindow(files);
    window = opened;
    offerReload(opened);
    closeAfterFlush(opened);
    opened.on('closed', () => (window = null));
  };
  show();
  const bringUp = (): void => (window === null ? show() : focusWindow(window));
  app.on('activate', bringUp);
  app.on('second-instance', bringUp);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  powerMonitor.on('shutdown', () => app.quit());
  quitInOrder(
    () => window,
    () => core?.close(),
  );

  core = await opening;
  if (core === null) app.quit();
  else core.subscribe((name, payload) => sendEvent(window, name, payload));
}

/** Closing the window waits for its unsaved text. */
function closeAfterFlush(window: BrowserWindow): void {
  let closing = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void flush(window).then(() => window.destroy());
  });
}

/** Quitting first saves the window's text, then closes the library, then ends. */
function quitInOrder(window: () => BrowserWindow | null, closeCore: () => Promise<void> | undefined): void {
  let quitting = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    const end = async (): Promise<void> => {
      const open = window();
      if (open !== null) {
        rememberPlace(open);
        await flush(open);
      }
      await closeCore();
    };
    void end().finally(() => app.exit());
  });
}
