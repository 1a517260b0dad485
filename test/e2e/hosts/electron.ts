/** Dossier in Electron. */
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { electronBinary } from '../../../build/electronBinary.ts';
import { ROOT } from '../../../build/node24.mjs';
import { type Host, type LaunchOptions, runFolder } from './host.ts';

/** Starts the built app on a fresh library and a fresh profile. Throws where Electron's program is not here. */
export async function launchElectron(options: LaunchOptions = {}): Promise<Host> {
  const program = electronBinary();
  if (program === null) throw new Error('The Electron binary is not here.');
  const { folder, library, remove } = await runFolder(options);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: program,
    args: [...sandbox, `--user-data-dir=${join(folder, 'profile')}`, ROOT],
    env: { ...(process.env as Record<string, string>), DOSSIER_LIBRARY: library },
  });
  const page = await app.firstWindow();
  return {
    page,
    library,
    async close() {
      await app.close().catch(() => undefined);
      await remove();
    },
    async crash() {
      const ended = once(app.process(), 'exit');
      app.process().kill('SIGKILL');
      await ended;
    },
  };
}
