/** A browser for the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { installedBrowser } from '../src/web/browsers.ts';
import { ROOT } from './node24.mjs';

const INSTALL_LIMIT_MS = 10 * 60_000;

/**
 * Flags for a browser that only tests use. As root Chromium refuses to run with its sandbox.
 */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser named by `DOSSIER_BROWSER`, else one that is installed, else Debian's own through apt (as
 * root), else Playwright's. Throws an Error that says what to install where none can be had.
 */
export function findBrowser(say: (line: string) => void = () => undefined): string {
  const named = process.env['DOSSIER_BROWSER'] ?? '';
  if (named !== '') {
    if (runs(named)) return named;
    throw new Error(`DOSSIER_BROWSER names ${named}, which does not run.`);
  }
  const ways = [
    () => installedBrowser(),
    () => playwrightBrowser(),
    () => debianBrowser(say),
    () => downloadedBrowser(say),
  ];
  for (const find of ways) {
    const path = find();
    if (path !== null && runs(path)) return path;
  }
  throw new Error(
    'The browser tests need a browser, and none could be had. Install Chromium, Google Chrome or Microsoft ' +
      'Edge, or name the program of one by the environment variable DOSSIER_BROWSER.',
  );
}

/** The browser that Playwright has downloaded before. */
function playwrightBrowser(): string | null {
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

function debianBrowser(say: (line: string) => void): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null;
  say('Installing chromium by apt…');
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, {
      stdio: 'ignore',
      timeout: INSTALL_LIMIT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')
    ? installedBrowser()
    : null;
}

function downloadedBrowser(say: (line: string) => void): string | null {
  say('Downloading Chromium by Playwright…');
  const installer = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  spawnSync(process.execPath, [installer, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: INSTALL_LIMIT_MS,
  });
  return playwrightBrowser();
}

/** A package may leave a mere pointer to a snap, which does not run in containers. */
function runs(path: string): boolean {
  // Chrome on Windows knows no --version: it would open a window.
  if (process.platform === 'win32') return existsSync(path);
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
