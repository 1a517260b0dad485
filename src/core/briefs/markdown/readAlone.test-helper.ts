import { besideInMemory } from './beside.ts';
import { type ReadBrief, readBrief } from './read.ts';

/** Reads a Markdown file with nothing beside it. The library has one source, under the key `doe99`, and no styles. */
export function readAlone(text: string): Promise<ReadBrief> {
  return readBrief(text, 'file.md', besideInMemory([]), {
    citations: { styles: { list: () => [], find: () => null } },
    picturesFolder: '',
    addReferences: () => Promise.resolve([]),
    articleOfKey: (key) => (key === 'doe99' ? 1 : null),
  });
}
