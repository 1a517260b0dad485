/** The parts of an Office document that import looks at, unpacked with care. */
import { depthOf } from '../xml/tree.ts';
import { openZip } from '../zip/openZip.ts';
import { unreadable } from '../read/unreadable.ts';

/** By path; text and properties only, no pictures. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const KIND = 'a Word document';
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/.*|docProps\/.*\.xml|word\/[^/]+\.xml|word\/_rels\/.*)$/u;
/** Largest part when unpacked, in bytes, and all together: the text of a book takes a tenth of it. */
const LIMITS = { entries: 20_000, entrySize: 500 * 1024 * 1024, totalSize: 1024 * 1024 * 1024 };
const MAX_PART = 80 * 1024 * 1024;
/** Elements inside each other: the library that reads them takes a step of the stack for each. */
const MAX_DEPTH = 400;
/** First bytes of an Office file that is encrypted, or of the time before 2007. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Rejects with `file_unreadable`. */
export async function openParts(bytes: Uint8Array, fileName: string): Promise<Parts> {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte))
    throw unreadable(
      `“${fileName}” is protected by a password or was made by a Word older than 2007. Save it as an open .docx file and import that.`,
    );
  const zip = await openZip({ bytes }, { name: fileName, kind: KIND, limits: LIMITS });
  const parts = new Map<string, Uint8Array>();
  for (const entry of zip.entries) {
    if (!WANTED.test(entry.name) || parts.has(entry.name)) continue;
    if (entry.size > MAX_PART)
      throw unreadable(`“${fileName}” holds more text than any book and was not read.`);
    const part = await zip.read(entry);
    if (depthOf(Buffer.from(part).toString('utf8')) > MAX_DEPTH)
      throw unreadable(`“${fileName}” is nested more deeply than any document that people write.`);
    parts.set(entry.name, part);
  }
  const isDocument = [...parts.keys()].some((name) => name.startsWith('word/'));
  if (!isDocument || !parts.has('[Content_Types].xml')) throw unreadable(`“${fileName}” is not ${KIND}.`);
  return parts;
}
