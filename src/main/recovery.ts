/** A page that crashed or hangs: the analyst decides. */
import { app, type BrowserWindow, dialog } from 'electron';

/** Offers to reload a page whose process is gone or no longer answers. What was saved is in the library. */
export function offerReload(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void ask(window, `The window of Dossier has stopped (${reason}).`, 'Quit');
  });
  window.on('unresponsive', () => void ask(window, 'The window of Dossier does not answer.', 'Wait'));
}

async function ask(window: BrowserWindow, message: string, other: 'Quit' | 'Wait'): Promise<void> {
  if (window.isDestroyed()) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail: 'Your text is saved as you type. Reloading opens it as it was last saved.',
    buttons: ['Reload', other],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0 && !window.isDestroyed()) window.webContents.reload();
  else if (other === 'Quit') app.quit();
}
