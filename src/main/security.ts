/** What no page in the app may do, whatever it holds. */
import { app, type Session, type WebContents } from 'electron';
import { isOutsideLink, openOutside } from './links.ts';
import { isAppUrl } from './protocol.ts';

/** The one permission that the interface uses: the Copy commands. */
const GRANTED = new Set(['clipboard-sanitized-write']);

/** Binds every page that this app will ever show. Has to run before the first window. */
export function confineAllContents(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** The page neither leaves the app nor opens windows; links to the web open outside. */
function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    followOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    event.preventDefault();
    followOutside(event.url);
  });
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function followOutside(url: string): void {
  if (isOutsideLink(url)) openOutside(url).catch(() => undefined);
}

export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(GRANTED.has(permission) && isAppUrl(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => GRANTED.has(permission) && isAppUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
