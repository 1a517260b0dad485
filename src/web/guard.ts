/** Which requests the web host looks at at all. */
import type { IncomingMessage } from 'node:http';

export interface Refusal {
  status: number;
  message: string;
}

/**
 * Refuses what another site or a rebound DNS name sends: a foreign `Host`, a foreign `Origin`, and, by the
 * browser's own word (`Sec-Fetch-Site`), anything but our page or an address that the analyst opened.
 */
export function refusalOf(request: IncomingMessage, port: number): Refusal | null {
  const { host, origin } = request.headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)
    return { status: 403, message: 'Dossier answers only under its own address on this machine.' };
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, message: 'Dossier does not answer to other sites.' };
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && request.method === 'GET'))
    return { status: 403, message: 'Dossier does not answer to other sites.' };
  return null;
}
