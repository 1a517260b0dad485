/** Where the library is, unless the analyst says otherwise. */
import { join } from 'node:path';

interface Machine {
  env: Record<string, string | undefined>;
  platform: NodeJS.Platform;
  home: string;
}

/**
 * The folder named by `DOSSIER_LIBRARY`, else `Dossier` in the analyst's documents on Windows and macOS, and
 * in the data folder of the XDG base directory specification elsewhere.
 */
export function defaultLibrary({ env, platform, home }: Machine): string {
  const named = env['DOSSIER_LIBRARY'];
  if (named !== undefined && named !== '') return named;
  if (platform === 'win32' || platform === 'darwin') return join(home, 'Documents', 'Dossier');
  const data = env['XDG_DATA_HOME'];
  return join(data !== undefined && data.startsWith('/') ? data : join(home, '.local', 'share'), 'dossier');
}
