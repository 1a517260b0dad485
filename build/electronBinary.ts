/** Whether Electron's program is here, without importing `electron`: that would download it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './node24.mjs';

/** Path of Electron's program inside its folder, as the package's own installer writes it to `path.txt`. */
function programName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The program, from `ELECTRON_OVERRIDE_DIST_PATH` or the package; null where there is none. */
export function electronBinary(
  root: string = ROOT,
  env: Record<string, string | undefined> = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  // Written last by the installer: without it, what is in dist may be half a program.
  if (override === '' && !existsSync(pathFile)) return null;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : programName(platform);
  const program = join(override === '' ? join(folder, 'dist') : override, name);
  return existsSync(program) ? program : null;
}
