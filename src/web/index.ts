/** `dossier serve`: opens a library, serves it to browsers on this machine, and prints the address. */
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { DossierError } from '#contract/errors.ts';
import { appFiles, type Core, defaultLibrary, startCore } from '#core/index.ts';
import { startWebHost, type WebHost } from './host.ts';
import { webPorts } from './ports.ts';
import { type OpenedWindow, openWindow } from './window.ts';

/** What a window keeps for itself (words not saved yet) belongs to its port: so it is the same at each start. */
const USUAL_PORT = 47_621;

const { values } = parseArgs({
  options: {
    library: { type: 'string' },
    port: { type: 'string' },
    open: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

try {
  await run();
} catch (error) {
  const code = error instanceof DossierError ? error.code : 'internal';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(values.json ? `${JSON.stringify({ error: { code, message } })}\n` : `${message}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const files = appFiles();
  await access(join(files.renderer, 'index.html')).catch((cause: unknown) => {
    throw new DossierError('unavailable', 'The interface has not been built. Run: npm run build', { cause });
  });
  const library = resolve(
    values.library ?? defaultLibrary({ env: process.env, platform: process.platform, home: homedir() }),
  );
  const core = await startCore({
    library,
    create: true,
    ports: webPorts,
    appVersion: files.version,
    resources: files.resources,
  });
  let host: WebHost;
  try {
    host = await startOnPort(core, files.renderer);
  } catch (error) {
    await core.close();
    throw error;
  }
  let window: OpenedWindow | null = null;
  // Before the announcement: whoever reads it may end us at once.
  endOnSignal(async () => {
    window?.close();
    await host.close();
    await core.close();
  });
  announce(host, library);
  if (!values.open) return;
  window = openWindow(host.newUrl());
  if (!values.json) process.stdout.write(`${window.message}\n`);
}

/** On the port that was asked for, else on the usual one, else on any. */
async function startOnPort(core: Core, rendererDir: string): Promise<WebHost> {
  if (values.port !== undefined) return startWebHost({ core, rendererDir, port: portOf(values.port) });
  try {
    return await startWebHost({ core, rendererDir, port: USUAL_PORT });
  } catch {
    return startWebHost({ core, rendererDir, port: 0 });
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new DossierError('invalid_input', `--port ${text}: a port is a whole number from 0 to 65535.`);
}

function announce(host: WebHost, library: string): void {
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ url: host.url, port: host.port, library })}\n`);
    return;
  }
  process.stdout.write(
    `Library: ${library}\nDossier is at ${host.url}\nThe address works once. Ctrl-C ends Dossier.\n`,
  );
  if (!process.stdin.isTTY) return;
  process.stdout.write('Press Enter for another address.\n');
  createInterface(process.stdin)
    .on('line', () => process.stdout.write(`${host.newUrl()}\n`))
    .on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
}

function endOnSignal(close: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    // A terminal and the launcher may both deliver one Ctrl-C.
    if (ending) return;
    ending = true;
    void close().finally(() => process.exit());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
