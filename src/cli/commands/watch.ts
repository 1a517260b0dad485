import { resolve } from 'node:path';
import type { WatchedFolder } from '#contract/import.ts';
import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

/** Changes or lists the watched folders. They are watched while the app or `dossier serve` runs. */
export async function watchFolder(
  folder: string | undefined,
  options: CommonOptions & { off?: boolean },
): Promise<void> {
  const folders = await withLibrary(options, { create: true }, (library) => {
    if (folder === undefined) return library.call('import.watched', {});
    const path = resolve(folder);
    return options.off === true
      ? library.call('import.unwatch', { path })
      : library.call('import.watch', { path, on: true });
  });
  print(options, folders, () => folders.map(line));
}

function line({ path, on }: WatchedFolder): string {
  return plain(`${on ? 'on ' : 'off'} ${path}`);
}
