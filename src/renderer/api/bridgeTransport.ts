import type { Bridge } from '#contract/bridge.ts';
import type { Transport } from './client.ts';

/** Electron: calls go through the preload script; dropped files have paths. */
export function bridgeTransport(bridge: Bridge): Transport {
  return {
    call: (name, input) => bridge.call(name, input),
    onEvent: (listener) => bridge.onEvent(listener),
    filePaths: (files) =>
      Promise.resolve(files.map((file) => bridge.pathForFile(file)).filter((path) => path !== '')),
  };
}
