/** RSS, RDF and Atom files: each entry is an article, an excerpt of one, or a source without text. */
import { DossierError } from '#contract/errors.ts';
import type { ReadItem } from '../read/item.ts';
import { entryItem } from './entry.ts';
import { entryOf, type FeedInfo, infoOf } from './parsed.ts';
import { sliceFeed } from './slices.ts';
import { unreadable } from '../read/unreadable.ts';

/** Longest entry, in characters. */
const MAX_ENTRY = 16 * 1024 * 1024;

/** `xml` is the file, decoded. Throws `file_unreadable` where it is no feed or holds no entry. */
export async function* readFeed(xml: string, fileName: string): AsyncGenerator<ReadItem> {
  const slices = sliceFeed(xml);
  if (slices === null) throw unreadable(`“${fileName}” is no feed: it is neither RSS nor Atom.`);
  if (slices.entries.length === 0) throw unreadable(`The feed “${fileName}” holds no entries.`);
  const { parseFeed } = await import('feedsmith');
  const feed = infoOfHead(() => infoOf(parseFeed(slices.head)));
  for (const [index, source] of slices.entries.entries()) {
    const name = `${fileName}, entry ${index + 1}`;
    try {
      if (source.length > MAX_ENTRY) throw unreadable(`“${name}” is too large to be an article.`);
      const entry = entryOf(parseFeed(slices.alone(source)));
      if (entry === null) throw unreadable(`“${name}” is empty.`);
      yield entryItem(entry, feed, source, name);
    } catch (error) {
      yield { kind: 'refused', name, message: wording(name, error) };
    }
  }
}

/** A feed that says nothing of itself that can be read still has its entries. */
function infoOfHead(read: () => FeedInfo): FeedInfo {
  try {
    return read();
  } catch {
    return { authors: [] };
  }
}

function wording(name: string, error: unknown): string {
  if (error instanceof DossierError) return error.message;
  if (error instanceof RangeError) return `“${name}” could not be read: it is nested too deeply.`;
  return `“${name}” could not be read: its XML is broken.`;
}
