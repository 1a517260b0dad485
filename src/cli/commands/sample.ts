import { type CommonOptions, withLibrary } from '../library.ts';
import { print } from '../output.ts';

/** Adds the sample articles and the sample brief. */
export async function addSample(options: CommonOptions): Promise<void> {
  const added = await withLibrary(options, { create: true }, (library) =>
    library.call('library.addSample', {}),
  );
  print(options, added, () => [
    `${added.imported} articles added, ${added.skipped} were there already.`,
    `The sample brief has the number ${added.briefId}.`,
  ]);
}
