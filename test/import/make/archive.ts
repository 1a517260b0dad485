/** Packs files into a ZIP archive with the same bytes each time. */
import { strToU8, type Zippable, zipSync } from 'fflate';

export function archive(files: Record<string, string>): Uint8Array {
  const packed: Zippable = {};
  for (const [path, text] of Object.entries(files))
    // The first file of a book names its type and is not compressed.
    packed[path] = [strToU8(text), { level: path === 'mimetype' ? 0 : 9 }];
  return zipSync(packed, { mtime: '2024-03-01T00:00:00' });
}
