/** Where the parts of the installed app lie, from the sources and from the bundle alike. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface AppFiles {
  version: string;
  /** Folder `resources/`. */
  resources: string;
  /** Folder of the built interface. */
  renderer: string;
  /** The built preload script. */
  preload: string;
}

/** Throws where `package.json` is not where the app was built or installed. */
export function appFiles(): AppFiles {
  // The bundle keeps all code of the hosts flat in out/main.
  const fromSource = import.meta.url.endsWith('.ts');
  const root = resolve(import.meta.dirname, fromSource ? '../../..' : '../..');
  const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
  return {
    version: manifest.version,
    resources: resolve(root, 'resources'),
    renderer: resolve(root, 'out/renderer'),
    preload: resolve(root, 'out/preload/index.cjs'),
  };
}
