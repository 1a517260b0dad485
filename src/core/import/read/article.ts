/** Reads one document into an article. */
import type { ArticleContent, ArticleMetadata } from '#domain/article.ts';
import type { CslField } from '#domain/csl.ts';
import { buildContent } from '../content/build.ts';
import { completeMetadata } from '../metadata/complete.ts';
import { decode } from './decode.ts';
import { DOCUMENT_READERS, type ReadDocument } from './documents.ts';
import { type DocumentFormat, formatOf, MAX_BYTES, tooLarge, unknownKind } from './formats.ts';
import { unreadable } from './unreadable.ts';

export interface FileToRead {
  bytes: Uint8Array;
  /** Its name, whose ending says how to read it. */
  fileName: string;
}

export interface ReadArticle {
  metadata: ArticleMetadata;
  content: ArticleContent;
  /** What to look at: sentences for people. */
  messages: string[];
  tags?: string[];
}

/** Rejects as `readDocument` does, and for a file of an unknown kind or of one that holds many articles. */
export async function readArticle({ bytes, fileName }: FileToRead): Promise<ReadArticle> {
  const format = formatOf(fileName);
  if (format?.kind !== 'document') throw unreadable(unknownKind(fileName));
  return readDocument(format.name, { bytes, fileName });
}

/**
 * Rejects with a DossierError `file_unreadable` where the file is empty, too large, not of its format, in an
 * encoding that cannot be told, or without any words.
 */
export async function readDocument(
  format: DocumentFormat,
  { bytes, fileName }: FileToRead,
): Promise<ReadArticle> {
  if (bytes.length === 0) throw unreadable(`“${fileName}” is empty.`);
  if (bytes.length > MAX_BYTES) throw unreadable(tooLarge(fileName));
  const messages: string[] = [];
  let repaired = false;
  const text = (): string => {
    const decoded = decode(bytes, fileName, format === 'html');
    repaired = decoded.repaired === true;
    messages.push(...decoded.messages);
    return decoded.text;
  };
  const read = await DOCUMENT_READERS[format]({ bytes, text, fileName });
  const article = finishArticle(
    read,
    fileName,
    format === 'html' || format === 'mhtml' ? 'webpage' : 'document',
  );
  const metadata = repaired ? unsureOfLetters(article.metadata) : article.metadata;
  return { ...article, metadata, messages: [...messages, ...article.messages] };
}

/** Fields with letters beyond ASCII are inferred where such letters were put right. */
function unsureOfLetters(metadata: ArticleMetadata): ArticleMetadata {
  const unsure = (Object.keys(metadata.csl) as CslField[]).filter((field) =>
    /[^\0-\x7F]/u.test(JSON.stringify(metadata.csl[field])),
  );
  return { ...metadata, unconfirmed: [...new Set([...metadata.unconfirmed, ...unsure])] };
}

/**
 * The final text and metadata of what a reader found, with the title that the file's name gives where there is
 * no other, and the CSL type `otherwise` where nothing tells. Throws `file_unreadable` where there are no words.
 */
export function finishArticle(
  { blocks, found }: ReadDocument,
  fileName: string,
  otherwise: ArticleMetadata['csl']['type'],
): ReadArticle {
  const content = buildContent(blocks);
  if (!/[\p{L}\p{N}]/u.test(content.text))
    throw unreadable(`No text of an article was found in “${fileName}”.`);
  const metadata = completeMetadata(found, content, fileName, otherwise);
  const tags = [...new Set(found.tags)];
  return { metadata, content, messages: found.messages, ...(tags.length > 0 && { tags }) };
}
