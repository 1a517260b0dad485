/** The thread in which the core runs. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Capabilities } from '#contract/app.ts';
import type { Result } from '#contract/errors.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import { type OpenCore, openCore } from '../open.ts';
import type { PortMethods } from '../ports.ts';
import { connect } from './rpc.ts';

export interface CoreWorkerData {
  library: string;
  create: boolean;
  capabilities: Capabilities;
  appVersion: string;
  resources: string;
}

/** What this thread serves to its host. */
export interface CoreMethods {
  /** Opens the library; call it once, before anything else. */
  open(): void;
  dispatch(name: string, input: unknown): Promise<Result>;
  close(): Promise<void>;
}

interface HostMethods extends PortMethods {
  event<N extends EventName>(name: N, payload: EventPayload<N>): void;
}

if (parentPort === null) throw new Error('core.worker.ts is to be started as a worker thread.');

const data = workerData as CoreWorkerData;
let core: OpenCore | null = null;

const methods: CoreMethods = {
  open() {
    core = openCore({
      ...data,
      ports: { ...host, capabilities: data.capabilities },
      emit: (name, payload) => void host.event(name, payload).catch(() => undefined),
    });
  },
  dispatch(name, input) {
    if (core === null) throw new Error('The library is not open.');
    return core.dispatch(name, input);
  },
  async close() {
    await core?.close();
    core = null;
  },
};

const { remote } = connect<HostMethods>(parentPort, methods);
const host: PortMethods & Pick<typeof remote, 'event'> = {
  chooseFilesToImport: (extensions, what) => remote.chooseFilesToImport(extensions, what),
  chooseFolder: () => remote.chooseFolder(),
  chooseSavePath: (name, extension) => remote.chooseSavePath(name, extension),
  openLink: (url) => remote.openLink(url),
  revealFile: (path) => remote.revealFile(path),
  useSpelling: (language) => remote.useSpelling(language),
  event: (name, payload) => remote.event(name, payload),
};
