/** XML files: feeds, and EndNote's export. */
import { feedRoot } from '../feed/slices.ts';
import { decode } from './decode.ts';
import { MAX_BYTES, tooLarge } from './formats.ts';
import type { ReadItem } from './item.ts';
import type { SourceFile } from './sourceFile.ts';
import { unreadable } from './unreadable.ts';

/** Throws `file_unreadable` for XML of any other kind. */
export async function* readXml(file: SourceFile): AsyncGenerator<ReadItem> {
  if (file.size > MAX_BYTES) throw unreadable(tooLarge(file.name));
  const { text, messages } = decode(await file.bytes(), file.name, true);
  let first = true;
  for await (const item of await itemsOf(text, file.name)) {
    if (first && item.kind !== 'refused') item.messages.unshift(...messages);
    first = false;
    yield item;
  }
}

async function itemsOf(text: string, name: string): Promise<AsyncIterable<ReadItem> | Iterable<ReadItem>> {
  if (feedRoot(text) !== null) {
    const { readFeed } = await import('../feed/read.ts');
    return readFeed(text, name);
  }
  if (/<records\b[^>]*>\s*<record\b/iu.test(text.slice(0, 64 * 1024))) {
    const { readEndnote } = await import('../references/read.ts');
    return readEndnote(text, name);
  }
  throw unreadable(
    `“${name}” is XML of a kind that cannot be imported. Feeds (RSS, Atom) and references from EndNote can.`,
  );
}
