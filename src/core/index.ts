/** The public entry of the core: what hosts use. */
import { DossierError, type Result } from '#contract/errors.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import type { CoreMethods, CoreWorkerData } from './worker/core.worker.ts';
import type { HostPorts, PortMethods } from './ports.ts';
import { answering } from './worker/priority.ts';
import { spawn } from './worker/spawn.ts';

export { fileHash } from './disk/sha256.ts';
export { type AppFiles, appFiles } from './host/appFiles.ts';
export { type Bundle, openBundle } from './host/bundle.ts';
export { defaultLibrary } from './host/defaultLibrary.ts';
export { answerPicture } from './host/pictures.ts';
export { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from './host/securityHeaders.ts';
export { largestImport } from './import/read/formats.ts';
export type { HostPorts } from './ports.ts';

export interface CoreOptions {
  /** Folder of the library. */
  library: string;
  /** Make the library where there is none; otherwise that is the error `library_missing`. */
  create: boolean;
  ports: HostPorts;
  appVersion: string;
  /** Folder `resources/` of the app: fonts, sample library. */
  resources: string;
}

export type EventListener = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export interface Core {
  /** Runs one operation. Never rejects. */
  dispatch(name: string, input: unknown): Promise<Result>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: EventListener): () => void;
  /** Finishes writes, closes the library and gives its lock free. */
  close(): Promise<void>;
}

/** Opens a library in a worker thread. Rejects with a DossierError (`library_…`) where that is not possible. */
export async function startCore(options: CoreOptions): Promise<Core> {
  const listeners = new Set<EventListener>();
  const { capabilities, ...methods } = portsAsMethods(options.ports);
  const data: CoreWorkerData = {
    library: options.library,
    create: options.create,
    capabilities,
    appVersion: options.appVersion,
    resources: options.resources,
  };
  const service = spawn<CoreMethods>('core', data, {
    ...methods,
    event: (name: EventName, payload: never) => {
      for (const listener of listeners) listener(name, payload);
    },
  });
  try {
    await service.remote.open();
  } catch (error) {
    await service.stop();
    throw error;
  }
  return {
    async dispatch(name, input) {
      try {
        return await answering(() => service.remote.dispatch(name, input));
      } catch (error) {
        const { code, message } =
          error instanceof DossierError ? error : new DossierError('unavailable', String(error));
        return { ok: false, error: { code, message } };
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await service.remote.close().catch(() => undefined);
      await service.stop();
    },
  };
}

/** Ports may be class instances: only own, bound functions cross to the worker's peer. */
function portsAsMethods(ports: HostPorts): PortMethods & Pick<HostPorts, 'capabilities'> {
  return {
    capabilities: ports.capabilities,
    chooseFilesToImport: (extensions, what) => ports.chooseFilesToImport(extensions, what),
    chooseFolder: () => ports.chooseFolder(),
    chooseSavePath: (name, extension) => ports.chooseSavePath(name, extension),
    openLink: (url) => ports.openLink(url),
    revealFile: (path) => ports.revealFile(path),
    useSpelling: (language) => ports.useSpelling(language),
  };
}
