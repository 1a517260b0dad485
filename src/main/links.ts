/** Links that lead out of the app. */
import { shell } from 'electron';
import { DossierError } from '#contract/errors.ts';

/** Schemes that the system may be asked to open; others could start any program. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

export function isOutsideLink(url: string): boolean {
  return URL.canParse(url) && SCHEMES.has(new URL(url).protocol);
}

/** Opens a link in the system's browser or mail program. Rejects with `invalid_input` for other schemes. */
export async function openOutside(url: string): Promise<void> {
  if (!isOutsideLink(url))
    throw new DossierError('invalid_input', `Dossier opens web and mail addresses only, not ${url}.`);
  await shell.openExternal(new URL(url).href);
}
