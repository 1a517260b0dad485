/** Dossier in the web host and a browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../../build/browser.ts';
import { ROOT } from '../../../build/node24.mjs';
import { type Host, type LaunchOptions, runFolder } from './host.ts';

/** One for all windows of this process; each has a context of its own. */
let browser: Promise<Browser> | undefined;

/** A test runner ends its browser; any other process lives on until it closes it. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** A test that fails does not get to closing its host. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((server) => server.kill('SIGKILL')));

/** Starts the built web host on a fresh library, and a browser window signed in to it. */
export async function launchWeb(options: LaunchOptions = {}): Promise<Host> {
  const { library, remove } = await runFolder(options);
  const server = spawn(
    process.execPath,
    [join(ROOT, 'out', 'main', 'web.js'), '--library', library, '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  running.add(server);
  server.once('exit', () => running.delete(server));
  browser ??= chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
  const { url } = await announcement(server);
  // What moves is drawn by the processors that run the tests, and waited for: it took a quarter of their time.
  const context = await (
    await browser
  ).newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    library,
    async close() {
      await context.close();
      await end(server, 'SIGTERM');
      await remove();
    },
    crash: () => end(server, 'SIGKILL'),
  };
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

async function announcement(server: ChildProcess): Promise<{ url: string }> {
  const lines = createInterface(server.stdout!);
  const failed = once(server, 'exit').then(([code]) => {
    throw new Error(`The web host ended with code ${String(code)}.`);
  });
  failed.catch(() => undefined);
  const [line] = (await Promise.race([once(lines, 'line'), failed])) as [string];
  return JSON.parse(line) as { url: string };
}
