/** ZIP archives: what they hold is read as if it lay in a folder. */
import { basename, extname } from 'node:path';
import type { ContainerReader } from '../read/containers.ts';
import { formatOf } from '../read/formats.ts';
import type { ReadItem } from '../read/item.ts';
import type { SourceFile } from '../read/sourceFile.ts';
import { openZip, type Zip, type ZipEntry } from '../zip/openZip.ts';
import { unreadable } from '../read/unreadable.ts';

/** Archives inside archives inside the archive are not opened. */
const MAX_DEPTH = 2;
/** How deep each archive lies that is open. */
const depths = new WeakMap<SourceFile, number>();

/**
 * The items of every file inside that can be imported, under the archive's name and their path
 * (`saved.zip/2023/page.html`). Hidden files are passed over, others that cannot be imported are counted.
 */
export const readArchive: ContainerReader = async function* (file, _options, readMember) {
  const depth = depths.get(file) ?? 1;
  if (depth > MAX_DEPTH)
    throw unreadable(
      `“${file.name}” lies in an archive inside an archive and was not opened. Unpack it and import it.`,
    );
  const source = file.path === undefined ? { bytes: await file.bytes() } : { path: file.path };
  const zip = await openZip(source, { name: file.name });
  try {
    yield* itemsOf(zip, file, depth, readMember);
  } finally {
    zip.close();
  }
};

async function* itemsOf(
  zip: Zip,
  file: SourceFile,
  depth: number,
  readMember: Parameters<ContainerReader>[2],
): AsyncGenerator<ReadItem> {
  const others = new Map<string, number>();
  for (const entry of zip.entries) {
    if (isHidden(entry.name)) continue;
    if (formatOf(entry.name) === null) {
      const ending = extname(entry.name).toLowerCase() || 'without an ending';
      others.set(ending, (others.get(ending) ?? 0) + 1);
      continue;
    }
    const member = memberOf(zip, entry);
    depths.set(member, depth + 1);
    const folder = entry.name.slice(0, entry.name.length - basename(entry.name).length);
    for await (const item of readMember(member)) yield underPath(item, `${file.name}/${folder}`);
  }
  if (others.size > 0) yield { kind: 'refused', name: file.name, message: otherKinds(file.name, others) };
  else if (zip.entries.length === 0) throw unreadable(`The archive “${file.name}” is empty.`);
}

function memberOf(zip: Zip, entry: ZipEntry): SourceFile {
  return {
    name: basename(entry.name),
    size: entry.size,
    bytes: () => zip.read(entry),
    stream: () => zip.stream(entry),
  };
}

/** What macOS and others put beside the files. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function underPath(item: ReadItem, path: string): ReadItem {
  if (item.kind === 'refused') return { ...item, name: path + item.name };
  return { ...item, original: { ...item.original, name: path + item.original.name } };
}

function otherKinds(name: string, counts: ReadonlyMap<string, number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...counts].toSorted(([, a], [, b]) => b - a).map(([ending, count]) => `${count} ${ending}`);
  return `${total === 1 ? 'One file' : `${total} files`} in “${name}” cannot be imported (${kinds.slice(0, 5).join(', ')}${kinds.length > 5 ? ', …' : ''}).`;
}
