/** Builds the app when its bundle is missing or older than its sources. */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './node24.mjs';

/** What the hosts cannot start without. */
const OUTPUTS = [
  'out/main/index.js',
  'out/main/web.js',
  'out/main/cli.js',
  'out/main/core.worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const INPUTS = ['src', 'electron.vite.config.ts', 'package-lock.json'];

/** Whether an output is missing, or older than the newest input. */
export function isStale(root: string = ROOT): boolean {
  const built = Math.min(...OUTPUTS.map((path) => modified(join(root, path)) ?? -Infinity));
  return INPUTS.some((path) => isNewer(join(root, path), built));
}

/** Builds where that is needed. Rejects with the builder's own output where it fails. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  if (!isStale()) return;
  say('Building Dossier…');
  const builder = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(process.execPath, [builder, 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${output}\nDossier could not be built: see above.`);
}

/** Whether a file at or below `path` is newer than `time`, tests apart. */
function isNewer(path: string, time: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return found !== undefined && found.mtimeMs > time;
  return readdirSync(path).some((name) => !/\.test\.tsx?$/u.test(name) && isNewer(join(path, name), time));
}

function modified(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || found.isDirectory() ? null : found.mtimeMs;
}
