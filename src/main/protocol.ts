/** `app://dossier/`: the interface, served from its bundle alone. */
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { pictureAt } from '#domain/picture.ts';
import { answerPicture, type Core, openBundle, SECURITY_HEADERS } from '#core/index.ts';

const SCHEME = 'app';
const HOST = 'dossier';
export const APP_URL = `${SCHEME}://${HOST}/`;

/** Whether a URL is a page of the app. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol: scheme, host } = new URL(url);
  return scheme === `${SCHEME}:` && host === HOST;
}

/** Has to run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers requests of the app's scheme from the folder of the built interface, and with the library's pictures. */
export function serveApp(rendererDir: string, core: Promise<Core | null>): void {
  const bundle = openBundle(rendererDir);
  protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
    if (!isAppUrl(request.url)) return refusal(404);
    const { pathname } = new URL(request.url);
    const open = pictureAt(pathname) === null ? null : await core;
    const picture = open === null ? null : await answerPicture(open, pathname);
    if (picture !== null) {
      const { status, headers, bytes } = picture;
      return new Response(request.method === 'HEAD' ? null : bytes, { status, headers });
    }
    const file = await bundle.find(pathname);
    if (file === null) return refusal(404);
    const body = request.method === 'HEAD' ? null : await readFile(file.path);
    return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.mediaType } });
  });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}
