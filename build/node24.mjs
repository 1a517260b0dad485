/**
 * Dossier runs on Node 24, which `npm ci` installs with the project; the Node that a user starts us with may
 * be older. This file and those that import it first must run on Node 20.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '..');

/** The first Node that runs TypeScript sources as they are. */
const REQUIRED = [22, 18];

/** Whether a version such as `v24.1.0` is new enough. */
export function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/u, '').split('.').map(Number);
  return major > REQUIRED[0] || (major === REQUIRED[0] && minor >= REQUIRED[1]);
}

/** The Node that `npm ci` brought; null where there is none for this platform. */
export function projectNode(platform = process.platform, arch = process.arch) {
  const name = platform === 'win32' ? 'win' : platform;
  const path = join(
    ROOT,
    'node_modules',
    `node-${name}-${arch}`,
    'bin',
    platform === 'win32' ? 'node.exe' : 'node',
  );
  return existsSync(path) ? path : null;
}

/**
 * Keeps what Node makes of the sources for the next start, which then takes half the time. Threads and child
 * processes do the same: they find the folder in the environment.
 */
export function keepCompiled() {
  process.env.NODE_COMPILE_CACHE ??= join(ROOT, 'node_modules', '.cache', 'compiled');
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

/**
 * True where this process may go on. Otherwise runs the same command on the project's Node, passes signals
 * on, takes over its exit code, and is false.
 */
export async function onNode24() {
  if (isNewEnough(process.versions.node)) return true;
  const node = projectNode();
  if (node === null) {
    const brought = existsSync(join(ROOT, 'node_modules'));
    console.error(
      `Dossier needs Node ${REQUIRED.join('.')} or newer; this is ${process.version}. ` +
        (brought ? 'Install a newer one from https://nodejs.org.' : 'Run: npm ci'),
    );
    process.exitCode = 1;
    return false;
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((done, failed) => {
    child.on('error', failed);
    child.on('exit', (code) => done(code ?? 1));
  });
  return false;
}
