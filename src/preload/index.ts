/** The bridge between the sandboxed interface and the main process. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, IPC_CALL, IPC_EVENT, IPC_FLUSHED } from '#contract/bridge.ts';
import type { Result } from '#contract/errors.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(IPC_CALL, name, input) as Promise<Result>,
  onEvent(listener) {
    // The interface never sees Electron's own event object.
    const receive = (_event: unknown, name: string, payload: unknown): void => listener(name, payload);
    ipcRenderer.on(IPC_EVENT, receive);
    return () => ipcRenderer.off(IPC_EVENT, receive);
  },
  pathForFile: (file) => webUtils.getPathForFile(file),
  flushed: () => ipcRenderer.send(IPC_FLUSHED),
};

contextBridge.exposeInMainWorld('dossier', bridge);
