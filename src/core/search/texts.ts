/** Texts of versions, for excerpts. A version never changes, so a text that was read stays right. */
import type { Database } from '../db/connect.ts';

/** UTF-16 units kept in memory: some hundred long reports. */
const KEPT = 8_000_000;

/** Reads a version's text; null where the library has no such version. The texts used last are kept. */
export function createTexts(library: Database, kept = KEPT): (versionId: number) => string | null {
  const read = library.prepare<[number], string>('SELECT text FROM article_version WHERE id = ?').pluck();
  const texts = new Map<number, string>();
  let length = 0;

  return (versionId) => {
    const text = texts.get(versionId) ?? read.get(versionId);
    if (text === undefined) return null;
    if (texts.delete(versionId)) length -= text.length;
    texts.set(versionId, text);
    length += text.length;
    for (const [oldest, { length: size }] of texts) {
      if (length <= kept || oldest === versionId) break;
      texts.delete(oldest);
      length -= size;
    }
    return text;
  };
}
