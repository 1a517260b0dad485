/** The readers of containers: files that hold many items. */
import type { RememberedTable, TableMapping } from '#contract/importTables.ts';
import type { ContainerFormat } from './formats.ts';
import type { ReadItem } from './item.ts';
import type { SourceFile } from './sourceFile.ts';
import { readXml } from './xml.ts';

export interface ReadOptions {
  /** Columns of a dump, where the analyst named them. */
  mapping?: TableMapping | undefined;
  /** What the analyst named the columns of other dumps. */
  remembered?: readonly RememberedTable[] | undefined;
}

/** How a container reads a file that it holds, as if it lay alone. */
export type ReadMember = (member: SourceFile) => AsyncGenerator<ReadItem>;

/**
 * Yields the items in order, one at a time: whoever reads asks for the next when it has stored the last. A part
 * that cannot be read is a refused item; throwing a DossierError refuses the rest of the file.
 */
export type ContainerReader = (
  file: SourceFile,
  options: ReadOptions,
  readMember: ReadMember,
) => AsyncGenerator<ReadItem>;

/** By the name of the format. Readers that need a large library load it at their first use. */
export const CONTAINER_READERS: Record<ContainerFormat, ContainerReader> = {
  async *archive(file, options, readMember) {
    const { readArchive } = await import('../archive/read.ts');
    yield* readArchive(file, options, readMember);
  },
  async *bibtex(file) {
    const { readBibtex } = await import('../references/read.ts');
    yield* readBibtex(file);
  },
  async *eml(file, _options, readMember) {
    const { readEml } = await import('../eml/read.ts');
    yield* readEml(file, readMember);
  },
  async *ris(file) {
    const { readRis } = await import('../references/read.ts');
    yield* readRis(file);
  },
  async *table(file, options) {
    const { readTable } = await import('../table/read.ts');
    yield* readTable(file, options);
  },
  xml: (file) => readXml(file),
};
