/** A browser has no dialogs of ours, and must not reach the machine's files or programs. */
import { DossierError } from '#contract/errors.ts';
import type { HostPorts } from '#core/index.ts';

const unsupported = (what: string): Promise<never> =>
  Promise.reject(new DossierError('unsupported', `${what} in a browser window. Use the app's own way.`));

export const webPorts: HostPorts = {
  capabilities: { nativeDialogs: false, revealFile: false, openLinks: false, nativeMenu: false },
  chooseFilesToImport: () => unsupported('There is no file dialog of Dossier'),
  chooseFolder: () => unsupported('There is no folder dialog of Dossier'),
  chooseSavePath: () => unsupported('There is no save dialog of Dossier'),
  openLink: () => unsupported('Dossier opens no links'),
  revealFile: () => unsupported('Dossier cannot show files'),
  useSpelling: () => Promise.resolve({ by: 'browser', folder: null }),
};
