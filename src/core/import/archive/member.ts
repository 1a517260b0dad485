/** Files in archives by a path of their own, behind that of the archive: `/folder/saved.zip/2023/dump.csv`. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { formatOf } from '../read/formats.ts';
import { fileOnDisk, type SourceFile } from '../read/sourceFile.ts';
import { unreadable } from '../read/unreadable.ts';
import { openZip, type Zip, type ZipSource } from '../zip/openZip.ts';

/** The file at a path, in an archive or not. Rejects with `file_unreadable` where there is none. */
export async function fileAt(path: string): Promise<SourceFile> {
  const archive = archiveOf(path);
  return archive === null
    ? fileOnDisk(path)
    : memberAt({ path: archive }, basename(archive), path.slice(archive.length + 1));
}

/** The archive on the disk that a path leads into; null where it leads into none. */
export function archiveOf(path: string): string | null {
  for (const { index } of path.matchAll(/\.zip\//giu)) {
    const archive = path.slice(0, index + '.zip'.length);
    if (statSync(archive, { throwIfNoEntry: false })?.isFile() === true) return archive;
  }
  return null;
}

/** What lies at `inside` an archive, or in an archive in it. The archive is opened anew for each reading. */
async function memberAt(source: ZipSource, archive: string, inside: string): Promise<SourceFile> {
  const opened = async <T>(read: (zip: Zip) => T): Promise<Awaited<T>> => {
    const zip = await openZip(source, { name: archive });
    try {
      return await read(zip);
    } finally {
      zip.close();
    }
  };
  const size = await opened((zip) => zip.find(inside)?.size);
  if (size !== undefined)
    return {
      name: basename(inside),
      size,
      bytes: () => opened((zip) => zip.read(zip.find(inside)!)),
      async *stream() {
        const zip = await openZip(source, { name: archive });
        try {
          yield* zip.stream(zip.find(inside)!);
        } finally {
          zip.close();
        }
      },
    };
  const inner = await opened(async (zip) => {
    const entry = zip.entries.find(({ name }) => isArchive(name) && inside.startsWith(`${name}/`));
    if (entry === undefined) throw unreadable(`There is no “${basename(inside)}” in “${archive}”.`);
    return { name: entry.name, bytes: await zip.read(entry) };
  });
  return memberAt({ bytes: inner.bytes }, basename(inner.name), inside.slice(inner.name.length + 1));
}

function isArchive(name: string): boolean {
  return formatOf(name)?.name === 'archive';
}
