/** Reads one file into an article. */
import type { ArticleContent, ArticleMetadata } from '#domain/article.ts';
import { DossierError } from '#contract/errors.ts';
import { buildContent } from '../content/build.ts';
import type { DraftBlock } from '../content/draft.ts';
import { readHtml } from '../html/read.ts';
import { readMarkdown } from '../markdown/read.ts';
import { completeMetadata } from '../metadata/complete.ts';
import type { Found } from '../metadata/found.ts';
import { readPlainText } from '../plain/read.ts';
import { decode } from './decode.ts';
import { type Format, formatOf, MAX_BYTES, tooLarge, unknownKind } from './formats.ts';

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
}

const READERS: Record<Format, (text: string) => { blocks: DraftBlock[]; found: Found }> = {
  text: readPlainText,
  markdown: readMarkdown,
  html: readHtml,
};

/**
 * Throws a DossierError `file_unreadable` where the file is empty, too large, not text, in an encoding that
 * cannot be told, of an unknown kind, or without any words.
 */
export function readArticle({ bytes, fileName }: FileToRead): ReadArticle {
  const format = formatOf(fileName);
  if (format === null) throw unreadable(unknownKind(fileName));
  if (bytes.length > MAX_BYTES) throw unreadable(tooLarge(fileName));
  const { text, messages } = decode(bytes, fileName, format === 'html');
  const { blocks, found } = READERS[format](text);
  const content = buildContent(blocks);
  if (!/[\p{L}\p{N}]/u.test(content.text))
    throw unreadable(`No text of an article was found in “${fileName}”.`);
  const metadata = completeMetadata(found, content, fileName);
  return { metadata, content, messages: [...messages, ...found.messages] };
}

function unreadable(message: string): DossierError {
  return new DossierError('file_unreadable', message);
}
