/** Reads a saved e-mail: the message as an article, and each file attached to it as if it lay alone. */
import type { Address, Attachment, Email, Mailbox } from 'postal-mime';
import type { CslName } from '#domain/csl.ts';
import { blockText, type DraftBlock } from '../content/draft.ts';
import { readFragment } from '../html/fragment.ts';
import { type Found, nothingFound, offer } from '../metadata/found.ts';
import { metadataDate } from '../metadata/dates.ts';
import { readName } from '../metadata/names.ts';
import { safeLink } from '../metadata/urls.ts';
import { finishArticle } from '../read/article.ts';
import type { ReadMember } from '../read/containers.ts';
import { formatOf, MAX_BYTES, tooLarge } from '../read/formats.ts';
import type { ReadItem } from '../read/item.ts';
import { fileInMemory, type SourceFile } from '../read/sourceFile.ts';
import { parseEmail } from './parse.ts';
import { textBlocks } from './text.ts';
import { unreadable } from '../read/unreadable.ts';

/** Messages attached to messages. */
const MAX_DEPTH = 4;
/** How deep in other messages a file was found. */
const depths = new WeakMap<SourceFile, number>();

/** Yields the message, then its attachments. Throws `file_unreadable` where there is neither. */
export async function* readEml(file: SourceFile, readMember: ReadMember): AsyncGenerator<ReadItem> {
  const { name } = file;
  if (file.size > MAX_BYTES) throw unreadable(tooLarge(name));
  const bytes = await file.bytes();
  const email = await parseEmail(bytes, name);
  const members = email.attachments.flatMap((attachment, index) => memberOf(attachment, index) ?? []);
  const importable = members.filter((member) => formatOf(member.name) !== null);
  const { blocks, found } = readMessage(email);
  for (const member of members.filter((one) => !importable.includes(one)))
    found.messages.push(`The attachment “${member.name}” is of a kind that cannot be imported.`);
  const hasWords = blocks.some((block) => /[\p{L}\p{N}]/u.test(blockText(block)));
  if (!hasWords && importable.length === 0)
    throw unreadable(`“${name}” holds no text and no attachment that can be imported.`);
  if (hasWords) {
    const article = finishArticle({ blocks, found }, name, 'personal_communication');
    yield { kind: 'article', ...article, original: { name, bytes } };
  }
  const depth = (depths.get(file) ?? 0) + 1;
  for (const member of importable) {
    depths.set(member, depth);
    member.within = file.name;
    if (depth > MAX_DEPTH) yield { kind: 'refused', name: member.name, message: tooDeep(member.name) };
    else for await (const item of readMember(member)) yield underMail(item, name);
  }
}

/** The report tells where it is; an original has the name that it was sent under. */
function underMail(item: ReadItem, mail: string): ReadItem {
  return item.kind === 'refused' ? { ...item, name: `${mail}/${item.name}` } : item;
}

function readMessage(email: Email): { blocks: DraftBlock[]; found: Found } {
  const found = nothingFound();
  offer(found, 'type', 'personal_communication');
  offer(found, 'title', email.subject?.replace(/\s+/gu, ' ').trim());
  offer(found, 'author', namesOf(email.from === undefined ? [] : [email.from]));
  offer(found, 'recipient', namesOf(email.to ?? []));
  offer(found, 'issued', metadataDate(dayOf(email))?.date);
  offer(found, 'genre', 'E-mail');
  offer(found, 'URL', archiveOf(email));
  const html = (email.html ?? '').trim();
  const fromHtml = html === '' ? [] : readFragment(html);
  const text = email.text ?? '';
  // Some programs send an empty page beside the text.
  const blocks = fromHtml.some((block) => blockText(block).trim() !== '') ? fromHtml : textBlocks(text);
  return { blocks, found };
}

/** The sender's own day, not that of Greenwich. */
function dayOf({ headers, date = '' }: Email): string {
  const printed = headers.find(({ key }) => key === 'date')?.value ?? '';
  const [, day = '', month = '', year = ''] = /(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})/u.exec(printed) ?? [];
  return year === '' ? date : `${day} ${month} ${year}`;
}

/** Where a mailing list keeps the message (RFC 5064). */
function archiveOf({ headers }: Email): string | null {
  const value = headers.find(({ key }) => key === 'archived-at')?.value ?? '';
  return safeLink(/<?(https?:\/\/[^\s>]+)>?/u.exec(value)?.[1] ?? '#');
}

function namesOf(addresses: Address[]): CslName[] {
  return addresses
    .flatMap((address): Mailbox[] => address.group ?? [address])
    .map(({ name, address }) => (name.trim() === '' ? { literal: address } : readName(unquoted(name))))
    .filter((name) => name.literal !== '');
}

function unquoted(name: string): string {
  return name.trim().replace(/^["'](.*)["']$/u, '$1');
}

/** A file of its own, or a whole message; pictures in the text are neither. */
function memberOf(attachment: Attachment, index: number): SourceFile | null {
  const { filename, mimeType, content, related = false } = attachment;
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
  if (mimeType === 'message/rfc822')
    return fileInMemory(fileName(filename, `message-${index + 1}`, '.eml'), bytes);
  if (filename === null || related || mimeType.startsWith('image/')) return null;
  return fileInMemory(fileName(filename, `attachment-${index + 1}`, ''), bytes);
}

/** Without folders: the name is only looked at, but it is shown too. */
function fileName(stated: string | null, otherwise: string, ending: string): string {
  const name = (stated ?? '').split(/[/\\]/u).at(-1)!.replace(/\p{C}/gu, '').trim() || otherwise;
  return ending === '' || name.toLowerCase().endsWith(ending) ? name : name + ending;
}

function tooDeep(name: string): string {
  return `“${name}” lies in too many messages inside each other and was not read. Save it alone and import that.`;
}
