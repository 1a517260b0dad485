/** Reads an EPUB book as one article: its chapters in order, with notes, and pages where it states them. */
import { DossierError } from '#contract/errors.ts';
import { blockText, type DraftBlock, type Run } from '../content/draft.ts';
import { readFragment } from '../html/fragment.ts';
import { latestAccessDate } from '../metadata/accessDates.ts';
import { withoutFront } from '../metadata/front.ts';
import type { DocumentInput, ReadDocument } from '../read/documents.ts';
import { nodesNamed, parseXml } from '../xml/tree.ts';
import { openZip, type Zip } from '../zip/openZip.ts';
import { type Chapter, chapterText, joinChapters, PAGE_TOKEN } from './chapters.ts';
import { bookMetadata } from './metadata.ts';
import { type Book, contentsTitles, packagePath, readPackage } from './package.ts';
import { unreadable } from '../read/unreadable.ts';

const KIND = 'an EPUB book';
const LIMITS = { entries: 50_000, entrySize: 500 * 1024 * 1024, totalSize: 2 * 1024 * 1024 * 1024 };
/** All text of a book, in bytes; the longest novels take 10 MB. */
const MAX_TEXT = 100 * 1024 * 1024;
/** Fonts may be scrambled against copying; these ways leave the text alone (OCF 3, 4.4). */
const FONT_SCRAMBLING = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** Rejects with `file_unreadable` for what is no book, is damaged, encrypted, or leads out of its own archive. */
export async function readEpub({
  bytes,
  fileName,
}: Pick<DocumentInput, 'bytes' | 'fileName'>): Promise<ReadDocument> {
  const zip = await openZip({ bytes }, { name: fileName, kind: KIND, limits: LIMITS });
  await refuseEncrypted(zip, fileName);
  const container = await textOf(zip, 'META-INF/container.xml');
  const path = container === null ? null : packagePath(container);
  const source = path === null ? null : await textOf(zip, path);
  if (path === null || source === null) throw unreadable(`“${fileName}” is not ${KIND}, or it is damaged.`);
  const book = readPackage(source, path);
  const found = bookMetadata(book.metadata);
  const { chapters, missing } = await readChapters(zip, book, fileName);
  if (missing > 0)
    found.messages.push(
      `${missing === 1 ? 'One chapter is' : `${missing} chapters are`} missing from the file or cannot be read.`,
    );
  const blocks = withoutFront(withPages(readFragment(joinChapters(chapters))), found);
  found.issuedNotBefore = latestAccessDate(
    blocks.filter((block) => block.role === 'note').map((block) => blockText(block)),
  );
  return { blocks, found };
}

async function refuseEncrypted(zip: Zip, fileName: string): Promise<void> {
  const source = await textOf(zip, 'META-INF/encryption.xml');
  if (source === null) return;
  const encrypts = [...nodesNamed(parseXml(source), 'EncryptedData')].some((data) =>
    [...nodesNamed(data, 'EncryptionMethod')].some(
      ({ attributes }) => !FONT_SCRAMBLING.has(attributes['Algorithm'] ?? ''),
    ),
  );
  if (encrypts)
    throw unreadable(
      `“${fileName}” is encrypted against copying (DRM) and cannot be read. Import a copy without that protection.`,
    );
}

async function readChapters(
  zip: Zip,
  book: Book,
  fileName: string,
): Promise<{ chapters: Chapter[]; missing: number }> {
  const titles = await titlesOf(zip, book);
  const chapters: Chapter[] = [];
  let missing = 0;
  let total = 0;
  for (const file of new Set(book.spine)) {
    if (file === book.contents || !/html|xml/u.test(file.mediaType)) continue;
    const entry = zip.find(file.path);
    total += entry?.size ?? 0;
    if (total > MAX_TEXT) throw unreadable(`“${fileName}” holds more text than any book and was not read.`);
    try {
      if (entry === undefined) throw unreadable(file.path);
      const html = chapterText(await zip.read(entry), file.path);
      chapters.push({ path: file.path, html, title: titles.get(file.path) ?? null });
    } catch (error) {
      if (!(error instanceof DossierError)) throw error;
      missing += 1;
    }
  }
  return { chapters, missing };
}

async function titlesOf(zip: Zip, { contents }: Book): Promise<Map<string, string>> {
  const source = contents === null ? null : await textOf(zip, contents.path);
  return source === null ? new Map() : contentsTitles(source, contents!);
}

/** Null where there is no such file. */
async function textOf(zip: Zip, path: string): Promise<string | null> {
  const entry = zip.find(path);
  if (entry === undefined || entry.size > MAX_TEXT) return null;
  return new TextDecoder('utf-8').decode(await zip.read(entry));
}

/** Turns the signs of page breaks in the text into the beginnings of pages. */
function withPages(blocks: DraftBlock[]): DraftBlock[] {
  const paged = (runs: Run[]): Run[] =>
    runs.flatMap((run) =>
      run.text
        .split(PAGE_TOKEN)
        .map((part, index) => (index % 2 === 1 ? { text: '', page: part } : { ...run, text: part })),
    );
  return blocks.map((block) => ({
    ...block,
    runs: paged(block.runs),
    ...(block.rows !== undefined && {
      rows: block.rows.map((row) => row.map((cell) => ({ ...cell, runs: paged(cell.runs) }))),
    }),
  }));
}
