/** Opens the address of the web host where the analyst can see it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay, installedBrowser, type Machine, thisMachine } from './browsers.ts';

export interface OpenedWindow {
  /** A sentence for the terminal. */
  message: string;
  /** Closes the window if it is one of its own. */
  close(): void;
}

interface Launch {
  command: string;
  args: string[];
  message: string;
  /** The process is the window, and ends with it. */
  own: boolean;
}

/** Never throws: where no window can be had, the message says so. */
export function openWindow(url: string, machine: Machine = thisMachine()): OpenedWindow {
  const launch = chooseLaunch(url, machine, installedBrowser(machine), process.getuid?.() === 0);
  if (launch === null) return { message: 'There is no display here: open the address yourself.', close() {} };
  const child: ChildProcess = spawn(launch.command, launch.args, { stdio: 'ignore', detached: !launch.own });
  child.on('error', () => undefined);
  child.unref();
  return {
    message: launch.message,
    close() {
      if (launch.own) child.kill();
    },
  };
}

/** Null where there is nothing to show a window on. */
export function chooseLaunch(
  url: string,
  machine: Machine,
  browser: string | null,
  asRoot: boolean,
): Launch | null {
  if (!hasDisplay(machine)) return null;
  if (browser === null)
    return { ...opener(url, machine.platform), message: 'Opened in your browser.', own: false };
  const args = [
    `--app=${url}`,
    `--user-data-dir=${profileFolder(machine, browser)}`,
    '--no-first-run',
    '--no-default-browser-check',
  ];
  if (!asRoot) return { command: browser, args, message: `Opened in a window of ${browser}.`, own: true };
  return {
    command: browser,
    args: [...args, '--no-sandbox'],
    message: `Opened in a window of ${browser}, without its sandbox because you are root.`,
    own: true,
  };
}

function opener(url: string, platform: NodeJS.Platform): { command: string; args: string[] } {
  if (platform === 'darwin') return { command: 'open', args: [url] };
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  return { command: 'xdg-open', args: [url] };
}

/** A profile of its own makes the window a process of its own, apart from the analyst's browsing. */
function profileFolder({ platform, env, home }: Machine, browser: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Dossier', 'browser');
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Dossier', 'browser');
  // A snap may write to its own folder only.
  if (isSnap(browser)) return join(home, 'snap', 'chromium', 'common', 'dossier');
  return join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'dossier', 'browser');
}

function isSnap(browser: string): boolean {
  try {
    return browser.startsWith('/snap/') || realpathSync(browser).endsWith('/snap');
  } catch {
    return false;
  }
}
