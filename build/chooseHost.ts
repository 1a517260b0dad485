/** Which host `npm start` uses. */

export interface Facts {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** There is a screen to show a window on. */
  display: boolean;
  /** Electron's program, null where it is not here. */
  electron: string | null;
  /** When its download failed last, in ms since 1970; null for never. */
  failedAt: number | null;
  now: number;
  asRoot: boolean;
}

export type Choice =
  | { host: 'electron'; program: string; flags: string[]; notes: string[] }
  /** Try to download Electron, then choose again. */
  | { host: 'fetch' }
  | { host: 'web'; why: string };

/** A failed download is not tried again for a day: starting must not be slow each time. */
export const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

export function chooseHost(facts: Facts): Choice {
  if (facts.env['DOSSIER_HOST'] === 'web') return { host: 'web', why: 'DOSSIER_HOST=web is set' };
  if (!facts.display) return { host: 'web', why: 'there is no display for its window' };
  if (facts.electron !== null) {
    // Chromium's sandbox refuses to run as root.
    const unsandboxed = facts.asRoot && facts.platform === 'linux';
    return {
      host: 'electron',
      program: facts.electron,
      flags: unsandboxed ? ['--no-sandbox'] : [],
      notes: unsandboxed ? ['You are root: Electron runs without its sandbox.'] : [],
    };
  }
  if (facts.failedAt !== null && facts.now - facts.failedAt < RETRY_AFTER_MS)
    return { host: 'web', why: 'it could not be downloaded, and is tried again a day after that' };
  return { host: 'fetch' };
}
