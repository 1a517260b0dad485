/** The library that a command works on. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';
import { appFiles, type Core, defaultLibrary, type HostPorts, startCore } from '#core/index.ts';

export interface CommonOptions {
  library?: string;
  json?: boolean;
}

export interface OpenLibrary extends Client {
  subscribe: Core['subscribe'];
}

/** The folder named by `--library`, else the default one; absolute. */
export function libraryPath(options: CommonOptions): string {
  return resolve(
    options.library ?? defaultLibrary({ env: process.env, platform: process.platform, home: homedir() }),
  );
}

/** Opens the library, runs `work`, and closes the library whatever came of it. Failures are DossierErrors. */
export async function withLibrary<T>(
  options: CommonOptions,
  access: { create: boolean; choosePath?: (suggestedName: string) => string },
  work: (library: OpenLibrary) => Promise<T>,
): Promise<T> {
  const { version, resources } = appFiles();
  const core = await startCore({
    library: libraryPath(options),
    create: access.create,
    ports: access.choosePath === undefined ? ports : savingAt(access.choosePath),
    appVersion: version,
    resources,
  });
  try {
    return await work({
      subscribe: (listener) => core.subscribe(listener),
      async call(name, input) {
        const result = await core.dispatch(name, input);
        if (!result.ok) throw new DossierError(result.error.code, result.error.message);
        return result.value as never;
      },
    });
  } finally {
    await core.close();
  }
}

const unsupported = (): Promise<never> =>
  Promise.reject(new DossierError('unsupported', 'The command line has no windows.'));

/** The place that the command names stands for the one that an analyst would choose in a dialog. */
const savingAt = (choosePath: (suggestedName: string) => string): HostPorts => ({
  ...ports,
  capabilities: { ...ports.capabilities, nativeDialogs: true },
  chooseSavePath: async (name) => choosePath(name),
});

const ports: HostPorts = {
  capabilities: { nativeDialogs: false, revealFile: false, openLinks: false, nativeMenu: false },
  chooseFilesToImport: unsupported,
  chooseFolder: unsupported,
  chooseSavePath: unsupported,
  openLink: unsupported,
  revealFile: unsupported,
  useSpelling: unsupported,
};
