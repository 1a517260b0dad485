/** Reads a web page that a browser saved as one file (MHTML, RFC 2557). */
import { DossierError } from '#contract/errors.ts';
import { readHtml } from '../html/read.ts';
import { metadataDate } from '../metadata/dates.ts';
import { offerDate } from '../metadata/found.ts';
import { decode } from '../read/decode.ts';
import type { DocumentInput, ReadDocument } from '../read/documents.ts';
import { type MimeMessage, type MimePart, readMime } from './parts.ts';

/** Throws `file_unreadable` for what is no saved page, or one without its text. */
export function readMhtml({ bytes, fileName }: Pick<DocumentInput, 'bytes' | 'fileName'>): ReadDocument {
  const message = readMime(bytes);
  const page = pageOf(message);
  if (page === null)
    throw new DossierError('file_unreadable', `“${fileName}” is not a saved web page, or it was cut off.`);
  const { text, messages } = pageText(page, fileName);
  const url = addressOf(message, page);
  const { blocks, found } = readHtml(url === null ? text : withAddress(text, url));
  const saved = savedOn(message);
  if (saved !== null) offerDate(found, 'accessed', metadataDate(saved), saved);
  found.messages.unshift(...messages);
  return { blocks, found };
}

/** The page itself comes first; frames and advertisements are pages too. */
function pageOf({ headers, parts }: MimeMessage): MimePart | null {
  if (!headers.has('content-type')) return null;
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const snapshot = headers.get('snapshot-content-location');
  return pages.find(({ location }) => location !== null && location === snapshot) ?? pages[0] ?? null;
}

function pageText(page: MimePart, fileName: string): { text: string; messages: string[] } {
  const content = page.content();
  const charset = page.parameters.get('charset');
  if (charset !== undefined)
    try {
      return { text: new TextDecoder(charset, { fatal: true }).decode(content), messages: [] };
    } catch {
      // A wrong statement: the page's own, or what its bytes look like, is left.
    }
  return decode(content, fileName, true);
}

function addressOf({ headers }: MimeMessage, { location }: MimePart): string | null {
  const address = headers.get('snapshot-content-location') ?? location ?? '';
  return /^https?:\/\//iu.test(address) ? address.trim() : null;
}

/** As browsers note it in a page that is saved as HTML; the page's own canonical address counts more. */
function withAddress(html: string, url: string): string {
  return `<!-- saved from url=(0000)${url.replaceAll('>', '%3E').replaceAll('-->', '')} -->\n${html}`;
}

/** The day, ISO 8601, in the time zone of who saved the page. */
function savedOn({ headers }: MimeMessage): string | null {
  const date = headers.get('date') ?? '';
  const [, day = '', month = '', year = ''] = /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/u.exec(date) ?? [];
  const index = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month);
  if (year === '' || index === -1 || index % 3 !== 0) return null;
  return `${year}-${String(index / 3 + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
