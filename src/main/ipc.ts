/** Calls from the interface and events to it. */
import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { IPC_CALL, IPC_EVENT, IPC_FLUSHED } from '#contract/bridge.ts';
import type { Result } from '#contract/errors.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import { FLUSH_COMMAND } from '#contract/menu.ts';
import type { Core } from '#core/index.ts';
import { isAppUrl } from './protocol.ts';

/** Longest wait for the interface to save before its window closes. */
const FLUSH_LIMIT_MS = 5000;

/** Serves the operations to our own page; calls wait until the library is open. */
export function handleCalls(core: Promise<Core | null>): void {
  ipcMain.handle(IPC_CALL, async (event, name: unknown, input: unknown): Promise<Result> => {
    if (!isOurPage(event)) return failure('This page may not use Dossier.');
    const open = await core;
    return open === null
      ? failure('Dossier has no library open.')
      : open.dispatch(typeof name === 'string' ? name : '', input);
  });
}

export function sendEvent<N extends EventName>(
  window: BrowserWindow | null,
  name: N,
  payload: EventPayload<N>,
): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(IPC_EVENT, name, payload);
}

/** Asks the interface to save what is unsaved; resolves when it has, or when it does not answer in time. */
export async function flush(window: BrowserWindow, limitMs: number = FLUSH_LIMIT_MS): Promise<void> {
  if (window.isDestroyed() || window.webContents.isCrashed()) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      ipcMain.off(IPC_FLUSHED, receive);
      resolve();
    };
    const receive = (event: { sender: unknown }): void => {
      if (event.sender === window.webContents) done();
    };
    const timer = setTimeout(done, limitMs);
    ipcMain.on(IPC_FLUSHED, receive);
    window.webContents.once('render-process-gone', done);
    sendEvent(window, 'menu.command', { id: FLUSH_COMMAND });
  });
}

/** Only the main frame of our own page: a frame in it, or another page, gets nothing. */
function isOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}

function failure(message: string): Result {
  return { ok: false, error: { code: 'unavailable', message } };
}
