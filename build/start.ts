/** Builds Dossier where that is needed and opens it: in Electron, else in a browser window. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hasDisplay, thisMachine } from '../src/web/browsers.ts';
import { ensureBuilt } from './bundle.ts';
import { type Choice, chooseHost } from './chooseHost.ts';
import { electronBinary } from './electronBinary.ts';
import { fetchElectron, lastFailure } from './fetchElectron.ts';
import { ROOT } from './node24.mjs';

/** An app that ends by itself this soon has not started. */
const STARTED_MS = 15_000;
/** So long an app may take to save and close after Ctrl-C. */
const CLOSING_MS = 10_000;

/** Arguments (`--library=<folder>`) go on to the host. Sets the exit code. */
export async function start(args: string[]): Promise<void> {
  try {
    await ensureBuilt((line) => console.log(line));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return;
  }
  let choice = choose();
  if (choice.host === 'fetch') {
    console.log('Getting Electron…');
    await fetchElectron();
    choice = choose();
  }
  const why = choice.host === 'electron' ? await runElectron(choice, args) : reasonOf(choice);
  if (why !== null) await runWeb(why, args);
}

function choose(): Choice {
  const machine = thisMachine();
  return chooseHost({
    platform: machine.platform,
    env: machine.env,
    display: hasDisplay(machine),
    electron: electronBinary(),
    failedAt: lastFailure(),
    now: Date.now(),
    asRoot: process.getuid?.() === 0,
  });
}

function reasonOf(choice: Exclude<Choice, { host: 'electron' }>): string {
  return choice.host === 'web' ? choice.why : 'its program is not here';
}

/** Null where Electron ran; otherwise why it could not. */
async function runElectron(
  { program, flags, notes }: Extract<Choice, { host: 'electron' }>,
  args: string[],
): Promise<string | null> {
  // As plain Node it shows no window: it only has to find its system libraries.
  const probe = spawnSync(program, ['-e', '0'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: STARTED_MS,
  });
  if (probe.status !== 0) return `it does not run here (${firstLine(probe.stderr)})`;
  for (const note of notes) console.log(note);
  const began = Date.now();
  const end = await run(spawn(program, [...flags, ROOT, ...args], { stdio: 'inherit' }));
  if (end.code === 0 || end.interrupted) return null;
  if (Date.now() - began < STARTED_MS) return `it ended at once (${end.signal ?? `code ${end.code}`})`;
  process.exitCode = end.code ?? 1;
  return null;
}

async function runWeb(why: string, args: string[]): Promise<void> {
  console.log(`Electron is not used: ${why}.`);
  const open = hasDisplay(thisMachine()) ? ['--open'] : [];
  const host = join(ROOT, 'out', 'main', 'web.js');
  const end = await run(spawn(process.execPath, [host, ...open, ...args], { stdio: 'inherit' }));
  process.exitCode = end.code ?? 1;
}

interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  interrupted: boolean;
}

/** Waits for a host to end, after Ctrl-C for a limited time. */
async function run(child: ChildProcess): Promise<End> {
  let interrupted = false;
  let timer: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    interrupted = true;
    // A terminal has told the child already, and a second Ctrl-C would keep Electron from closing in order.
    timer ??= setTimeout(() => child.kill('SIGTERM'), process.stdin.isTTY ? CLOSING_MS : 0);
  };
  const pass = (signal: NodeJS.Signals): void => {
    interrupted = true;
    child.kill(signal);
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', pass);
  process.on('SIGHUP', pass);
  const end = await new Promise<Omit<End, 'interrupted'>>((resolve) => {
    child.on('error', () => resolve({ code: 1, signal: null }));
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  clearTimeout(timer);
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', pass);
  process.off('SIGHUP', pass);
  return { ...end, interrupted };
}

function firstLine(text: string | null): string {
  return text?.trim().split('\n')[0] || 'it gives no reason';
}
