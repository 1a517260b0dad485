import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

/** Adds the brief that a PDF carries, with its sources, to the library. */
export async function openPdf(path: string, options: CommonOptions): Promise<void> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DossierError('file_unreadable', `${path} could not be read: ${reason}`, { cause: error });
  });
  const opened = await withLibrary(options, { create: true }, (library) =>
    library.call('briefs.openPdf', { bytes: new Uint8Array(bytes), name: basename(path) }),
  );
  const { briefId, title, added, known, warnings } = opened;
  print(options, opened, () => [
    `“${plain(title)}” has the number ${briefId}.`,
    `${added} sources added, ${known} were there already.`,
    ...warnings.map(plain),
  ]);
}
