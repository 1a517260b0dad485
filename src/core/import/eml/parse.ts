/** Takes an e-mail apart with postal-mime, whatever its encodings. */
import PostalMime, { type Email } from 'postal-mime';
import { decode } from '../read/decode.ts';
import { unreadable } from '../read/unreadable.ts';

const LIMITS = { maxNestingDepth: 32, maxHeadersSize: 1024 * 1024, forceRfc822Attachments: true };
/** The headers that every message has one of (RFC 5322, 3.6). */
const NEEDED = ['from', 'date', 'subject', 'to', 'message-id', 'received', 'sender'];

/** Rejects with `file_unreadable` for what is no message. */
export async function parseEmail(bytes: Uint8Array, fileName: string): Promise<Email> {
  const email = await parse(bytes, fileName);
  if (!email.headers.some(({ key }) => NEEDED.includes(key)))
    throw unreadable(`“${fileName}” is not an e-mail message.`);
  // Old programs send letters beyond ASCII and do not say in which encoding.
  const statesEncoding = /charset\s*=/iu.test(Buffer.from(bytes).toString('latin1'));
  const lost = `${email.text ?? ''}${email.html ?? ''}${email.subject ?? ''}`.includes('\uFFFD');
  if (!lost || statesEncoding) return email;
  return parse(new TextEncoder().encode(decode(bytes, fileName, false).text), fileName);
}

async function parse(bytes: Uint8Array, fileName: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch (error) {
    throw unreadable(`“${fileName}” is not an e-mail message, or it is damaged.`, error);
  }
}
