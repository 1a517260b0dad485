/** Files from a drop, with the contents of dropped folders. */

/**
 * Call it inside the drop event: the browser empties the list of items when the handler returns. Files that
 * were dropped themselves are all given; of a folder only those whose ending is in `formats`.
 */
export async function droppedFiles(
  transfer: DataTransfer,
  formats: Promise<readonly string[]>,
): Promise<File[]> {
  const roots = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const endings = await formats;
  const files: File[] = [];
  for (const { entry, file } of roots) {
    if (entry?.isDirectory === true)
      files.push(
        ...(await filesIn(entry as FileSystemDirectoryEntry)).filter((found) => hasEnding(found, endings)),
      );
    else if (file !== null) files.push(file);
  }
  return files;
}

/** Whether the file's name ends in one of `endings`, given without dots. */
export function hasEnding(file: { name: string }, endings: readonly string[]): boolean {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return file.name.includes('.') && endings.includes(ending);
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory) files.push(...(await filesIn(entry as FileSystemDirectoryEntry)));
    else
      files.push(
        await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
      );
  }
  return files;
}

/** A reader gives at most a hundred entries a time and an empty list at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
