import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

/** Lists the briefs, last edited first. */
export async function listBriefs(options: CommonOptions): Promise<void> {
  const briefs = await withLibrary(options, { create: false }, (library) => library.call('briefs.list', {}));
  print(options, briefs, () =>
    briefs.map((brief) => `${brief.id}\t${plain(brief.title)}\t${brief.updatedAt.slice(0, 10)}`),
  );
}
