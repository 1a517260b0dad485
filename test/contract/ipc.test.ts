import { vi } from 'vitest';
import { IPC_CALL } from '#contract/bridge.ts';
import type { Result } from '#contract/errors.ts';
import { startCore } from '#core/index.ts';
import { handleCalls } from '#main/ipc.ts';
import { resetStandIn, standIn } from '../hosts/electronStandIn.ts';
import { NO_WINDOWS, RESOURCES } from '../ports.ts';
import { contractSuite } from './suite.ts';

vi.mock('electron', async () => (await import('../hosts/electronStandIn.ts')).electron);

contractSuite("over Electron's IPC, with the core in its thread", async (library) => {
  resetStandIn();
  const core = await startCore({
    library,
    create: false,
    ports: NO_WINDOWS,
    appVersion: '0.0.0',
    resources: RESOURCES,
  });
  handleCalls(Promise.resolve(core));
  const senderFrame = { url: 'app://dossier/', parent: null };
  return {
    // Electron clones what crosses between processes.
    call: async (name, input) =>
      structuredClone(
        await standIn.ipcMain.handlers.get(IPC_CALL)!({ senderFrame }, name, structuredClone(input)),
      ) as Result,
    close: () => core.close(),
  };
});
