/** Reads any file that can be imported. */
import { DossierError } from '#contract/errors.ts';
import { readDocument } from './article.ts';
import { CONTAINER_READERS, type ReadOptions } from './containers.ts';
import { formatOf, largest, tooLarge, unknownKind } from './formats.ts';
import type { ReadItem } from './item.ts';
import type { SourceFile } from './sourceFile.ts';
import { unreadable } from './unreadable.ts';

/**
 * The items of a file, chosen by the ending of its name. A file that cannot be read, or the rest of one, is a
 * refused item; nothing that is wrong with a file rejects.
 */
export async function* readItems(file: SourceFile, options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  try {
    yield* itemsOf(file, options);
  } catch (error) {
    yield { kind: 'refused', name: file.name, message: wording(file.name, error) };
  }
}

async function* itemsOf(file: SourceFile, options: ReadOptions): AsyncGenerator<ReadItem> {
  const { name } = file;
  const format = formatOf(name);
  if (format === null) throw unreadable(unknownKind(name));
  if (file.size === 0) throw unreadable(`“${name}” is empty.`);
  if (file.size > largest(format)) throw unreadable(tooLarge(name, largest(format)));
  if (format.kind === 'container') {
    yield* CONTAINER_READERS[format.name](file, options, (member) => readItems(member, options));
    return;
  }
  const bytes = await file.bytes();
  const article = await readDocument(format.name, { bytes, fileName: name });
  yield { kind: 'article', ...article, original: { name, bytes } };
}

function wording(name: string, error: unknown): string {
  if (error instanceof DossierError) return error.message;
  const detail = error instanceof RangeError ? 'it is nested too deeply' : String(error);
  return `“${name}” could not be read: ${detail}.`;
}
