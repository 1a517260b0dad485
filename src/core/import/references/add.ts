/** References that come with a brief: the sources that the library has, and those that it has now. */
import type { Database } from '../../db/connect.ts';
import type { LibraryFolder } from '../../db/folder.ts';
import { sha256Of } from '../../disk/sha256.ts';
import type { Leftovers } from '../leftovers.ts';
import { keepOriginals } from '../read/originals.ts';
import type { ReferenceItem } from '../read/item.ts';
import type { Written } from '../write.ts';
import type { ReadResult } from '../read/fileReader.ts';

export interface AddParts {
  db: Database;
  folder: LibraryFolder;
  write: (result: ReadResult) => Written;
  leftovers: Leftovers;
  onChanged: (articleIds: number[]) => void;
}

/** The article of each, in their order: one that has its address, key or title, or else a new one without text. */
export function referenceAdder({ db, folder, write, leftovers, onChanged }: AddParts) {
  return (items: readonly ReferenceItem[]): Promise<(number | null)[]> =>
    leftovers.whileReading(async () => {
      const originals = items.map(({ original }) => ({
        sha256: sha256Of(original.bytes),
        bytes: original.bytes,
      }));
      const { kept, error } = await keepOriginals(folder.originals, originals);
      if (kept < originals.length) throw error;
      const written = db
        .transaction(() =>
          items.map(({ csl, original, messages, tags = [] }, index) => {
            const { sha256 } = originals[index]!;
            const at = { file: 0, item: index, name: original.name };
            return write({
              ...at,
              kind: 'reference',
              csl,
              original: { sha256, name: original.name },
              messages,
              tags,
            });
          }),
        )
        .immediate();
      const changed = written.flatMap((each) => each.changed ?? []);
      if (changed.length > 0) onChanged(changed);
      leftovers.discard(written.flatMap((each) => each.unneeded ?? []));
      return written.map(({ entry }) => entry.articleId ?? null);
    });
}
