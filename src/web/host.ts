/** The web host: the interface and the operations over HTTP, for browsers on this machine only. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DossierError } from '#contract/errors.ts';
import { answerPicture, type Bundle, type Core, openBundle } from '#core/index.ts';
import { answer, answerText } from './answers.ts';
import { streamEvents } from './events.ts';
import { refusalOf } from './guard.ts';
import { answerOperation, answerStaging } from './operations.ts';
import { createSession, type Session } from './session.ts';
import type { ImportJob } from '#contract/import.ts';
import { openStaging, type Staging } from './staging.ts';

export interface WebHostOptions {
  core: Core;
  /** Folder of the built interface. */
  rendererDir: string;
  /** 0, the default, takes a free one. */
  port?: number;
}

export interface WebHost {
  /** An address that lets one browser in, once. */
  url: string;
  port: number;
  /** Another such address. */
  newUrl(): string;
  /** Ends all connections and removes uploads. The core stays open: it is the caller's. */
  close(): Promise<void>;
}

interface Service {
  core: Core;
  bundle: Bundle;
  session: Session;
  staging: Staging;
  port: number;
}

/** Rejects with `unavailable` where the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const staging = await openStaging();
  const server = createServer();
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await staging.close();
    throw error;
  });
  const service: Service = {
    core: options.core,
    bundle: openBundle(options.rendererDir),
    session: createSession(port),
    staging,
    port,
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    serve(service, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else answerText(response, 500, `Something went wrong inside Dossier: ${String(error)}`);
    });
  });
  const newUrl = (): string => `http://127.0.0.1:${port}/?open=${service.session.newCode()}`;
  return {
    url: newUrl(),
    port,
    newUrl,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await service.staging.close(await hasUnfinishedImport(service.core));
    },
  };
}

/** What was uploaded for it is needed when it goes on after the next start. */
async function hasUnfinishedImport(core: Core): Promise<boolean> {
  const result = await core.dispatch('import.jobs', {});
  if (!result.ok) return false;
  return (result.value as ImportJob[]).some(({ state }) => state !== 'done' && state !== 'cancelled');
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Dossier cannot listen on port ${port}: ${cause.message}. Choose another one by --port.`;
      reject(new DossierError('unavailable', message, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function serve(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refusalOf(request, service.port);
  if (refusal !== null) {
    answerText(response, refusal.status, refusal.message);
    return;
  }
  const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/su, 2);
  const query = new URLSearchParams(search);
  const code = query.get('open');
  if (path === '/' && code !== null) {
    letIn(service.session, code, request, response);
    return;
  }
  if (!service.session.holds(request.headers.cookie)) {
    answerText(response, 401, 'Open Dossier by the address that it printed when it started.');
    return;
  }
  const operation = /^\/op\/([\w.-]+)$/u.exec(path)?.[1];
  if (operation !== undefined) {
    if (allows(request, response, ['POST']))
      await answerOperation(service.core, service.staging, operation, request, response);
  } else if (path === '/stage') {
    if (allows(request, response, ['POST']))
      await answerStaging(service.staging, query.get('name') ?? '', request, response);
  } else if (path === '/events') {
    if (allows(request, response, ['GET'])) streamEvents(service.core, response);
  } else if (allows(request, response, ['GET', 'HEAD'])) await serveFile(service, path, request, response);
}

/** Trades a one-time code for the cookie. Who has the cookie already needs no code: a reload just works. */
function letIn(session: Session, code: string, request: IncomingMessage, response: ServerResponse): void {
  if (!allows(request, response, ['GET'])) return;
  const cookie = session.exchange(code);
  if (cookie !== null) answer(response, 303, { Location: '/', 'Set-Cookie': cookie });
  else if (session.holds(request.headers.cookie)) answer(response, 303, { Location: '/' });
  else
    answerText(
      response,
      401,
      'This address has been used already, or is not from this start of Dossier. Each address works once: ' +
        'press Enter in the terminal where Dossier runs to get another one.',
    );
}

function allows(request: IncomingMessage, response: ServerResponse, methods: string[]): boolean {
  if (methods.includes(request.method ?? '')) return true;
  answerText(response, 405, `Only ${methods.join(' and ')} here.`, { Allow: methods.join(', ') });
  return false;
}

async function serveFile(
  service: Service,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const picture = await answerPicture(service.core, path);
  if (picture !== null) {
    response.writeHead(picture.status, { ...picture.headers, 'Content-Length': picture.bytes.length });
    response.end(request.method === 'HEAD' ? undefined : picture.bytes);
    return;
  }
  const file = await service.bundle.find(path);
  if (file === null) {
    answerText(response, 404, 'There is nothing here.');
    return;
  }
  const bytes = await readFile(file.path);
  // The build names files in assets/ by their content.
  const caching = path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
  const headers = {
    'Content-Type': file.mediaType,
    'Content-Length': String(bytes.length),
    'Cache-Control': caching,
  };
  answer(response, 200, headers, request.method === 'HEAD' ? '' : bytes);
}
