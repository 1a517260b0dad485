import { resolve } from 'node:path';
import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

/** Lists the briefs, last edited first. */
export async function listBriefs(options: CommonOptions): Promise<void> {
  const briefs = await withLibrary(options, { create: false }, (library) => library.call('briefs.list', {}));
  print(options, briefs, () =>
    briefs.map((brief) => `${brief.id}\t${plain(brief.title)}\t${brief.updatedAt.slice(0, 10)}`),
  );
}

/** Makes a brief of a Markdown file, with the pictures and sources that lie beside it. */
export async function openMarkdown(file: string, options: CommonOptions): Promise<void> {
  const opened = await withLibrary(options, { create: true }, (library) =>
    library.call('markdown.open', { path: resolve(file) }),
  );
  const { brief, warnings } = opened;
  print(options, opened, () => [`${brief.id}\t${plain(brief.title)}`, ...warnings.map(plain)]);
}
