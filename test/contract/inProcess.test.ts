import { fileURLToPath } from 'node:url';
import { type OpenCore, openCore } from '#core/open.ts';
import type { HostPorts } from '#core/ports.ts';
import { contractSuite } from './suite.ts';

const ports: HostPorts = {
  capabilities: { nativeDialogs: false, revealFile: false, openLinks: false, nativeMenu: false },
  chooseFilesToImport: () => Promise.resolve(null),
  chooseSavePath: () => Promise.resolve(null),
  openLink: () => Promise.resolve(),
  revealFile: () => Promise.resolve(),
};

contractSuite('in process', (library) => {
  const core: OpenCore = openCore({
    library,
    create: false,
    ports,
    emit: () => undefined,
    appVersion: '0.0.0',
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    validateOutput: true,
  });
  return Promise.resolve({ call: core.dispatch, close: () => core.close() });
});
