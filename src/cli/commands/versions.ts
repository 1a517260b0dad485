import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';
import { findBrief } from './export.ts';

/** Lists the versions of a brief, named by its number or its exact title, latest first. */
export async function listVersions(wanted: string, options: CommonOptions): Promise<void> {
  const versions = await withLibrary(options, { create: false }, async (library) => {
    const brief = findBrief(wanted, await library.call('briefs.list', {}));
    return library.call('versions.list', { briefId: brief.id });
  });
  print(options, versions, () =>
    versions.map(
      ({ id, createdAt, words, name, kind }) =>
        `${id}\t${createdAt.slice(0, 16).replace('T', ' ')}\t${words} words\t${plain(name ?? kind)}`,
    ),
  );
}
