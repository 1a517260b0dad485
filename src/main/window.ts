/** The window of the app. */
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { AppFiles } from '#core/index.ts';
import { addContextMenu } from './contextMenu.ts';
import { APP_URL } from './protocol.ts';
import { fitToDisplays, MIN_SIZE, readWindowState, writeWindowState } from './windowState.ts';

/** Shown until the first paint; the interface's own paper colours. */
const BACKGROUND = { light: '#ffffff', dark: '#1b1c1e' };

/** Opens the window where it was last, and loads the interface. */
export function openWindow(files: AppFiles): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const { maximised, ...bounds } = fitToDisplays(readWindowState(stateFile()), areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Dossier',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    icon: join(files.resources, 'icon.png'),
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberPlace(window));
  addContextMenu(window);
  void window.loadURL(APP_URL);
  return window;
}

/** Keeps the place of the window for the next start. Quitting does not close windows one by one. */
export function rememberPlace(window: BrowserWindow): void {
  writeWindowState(stateFile(), { ...window.getNormalBounds(), maximised: window.isMaximized() });
}

function stateFile(): string {
  return join(app.getPath('userData'), 'window.json');
}

/** Brings a window to the front, out of the dock or the task bar if it is there. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
