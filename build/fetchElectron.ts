/** Gets Electron's program by the package's own installer. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './node24.mjs';

/** In all, from the first byte to the unpacked program. */
const LIMIT_MS = 90_000;

const FAILURE_FILE = join(ROOT, 'node_modules', '.cache', 'dossier', 'electron-download-failed');

/** When the download failed last, in ms since 1970; null for never. */
export function lastFailure(): number | null {
  return statSync(FAILURE_FILE, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Never throws and never takes longer than its limit. A failure is remembered. */
export async function fetchElectron(limitMs: number = LIMIT_MS): Promise<void> {
  const installer = join(ROOT, 'node_modules', 'electron', 'install.js');
  const child = spawn(process.execPath, [installer], { stdio: 'ignore' });
  const succeeded = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(false);
    }, limitMs);
    const end = (done: boolean): void => {
      clearTimeout(timer);
      resolve(done);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
  });
  if (succeeded) {
    rmSync(FAILURE_FILE, { force: true });
    return;
  }
  mkdirSync(dirname(FAILURE_FILE), { recursive: true });
  writeFileSync(FAILURE_FILE, '');
}
