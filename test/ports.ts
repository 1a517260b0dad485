/** Ports of a host without windows. */
import { resolve } from 'node:path';
import type { HostPorts } from '#core/index.ts';

export const NO_WINDOWS: HostPorts = {
  capabilities: { nativeDialogs: false, revealFile: false, openLinks: false, nativeMenu: false },
  chooseFilesToImport: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  chooseSavePath: () => Promise.resolve(null),
  openLink: () => Promise.resolve(),
  revealFile: () => Promise.resolve(),
  useSpelling: () => Promise.resolve({ by: 'none', folder: null }),
};

export const RESOURCES: string = resolve(import.meta.dirname, '../resources');
