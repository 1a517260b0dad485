/** The header of a mail that was copied as text. */
import { findDate } from '../metadata/dates.ts';
import { type Found, offer } from '../metadata/found.ts';
import { looksLikeName, readName } from '../metadata/names.ts';
import type { Line } from './lines.ts';

const FIELDS = {
  from: /^(?:from|von|de|kimden|от)\s*[:：]\s*(\S.*)$/iu,
  date: /^(?:sent|date|gesendet|envoyé|enviado|fecha|datum|tarih|дата|отправлено)\s*[:：]\s*(\S.*)$/iu,
  to: /^(?:to|cc|bcc|an|à|para|kime|кому|копия)\s*[:：]\s*(\S.*)$/iu,
  subject: /^(?:subject|betreff|objet|asunto|assunto|oggetto|konu|тема)\s*[:：]\s*(\S.*)$/iu,
};
type Field = keyof typeof FIELDS;

/** Lines of the longest header that is read. */
const MOST_LINES = 8;
const FORWARDED = /^(?:(?:fwd?|wg|tr|rv|enc|i|ilt|re|aw|sv|ynt)\s*:\s*)+/iu;

export interface BelowHeader {
  lines: Line[];
  /** Takes what the header says, where the text said nothing of it. */
  complete(found: Found): void;
}

/** Parts the header from the text; the subject is the title. Null where the text does not begin with sender and subject. */
export function takeMailHeader(lines: Line[], found: Found): BelowHeader | null {
  const fields = new Map<Field, string>();
  let at = 0;
  for (; at < Math.min(lines.length, MOST_LINES); at += 1) {
    const field = (Object.keys(FIELDS) as Field[]).find((name) => FIELDS[name].test(lines[at]!.text));
    if (field === undefined) break;
    if (!fields.has(field)) fields.set(field, FIELDS[field].exec(lines[at]!.text)![1]!);
  }
  const [from, subject, sent] = [fields.get('from'), fields.get('subject'), fields.get('date')];
  if (from === undefined || subject === undefined || (sent === undefined && !fields.has('to'))) return null;
  offer(found, 'title', subject.replace(FORWARDED, ''));
  return {
    lines: lines.slice(at).filter(({ text }, index) => index > 12 || text !== found.csl.title),
    complete(completed) {
      const date = findDate(sent ?? '');
      offer(completed, 'issued', date?.date, true);
      const sender = from.replace(/\s*<[^>]*>|\s*\[[^\]]*\]/gu, '').replace(/^["']|["']$/gu, '');
      // What was forwarded is by somebody else.
      if (!FORWARDED.test(subject) && looksLikeName(sender))
        offer(completed, 'author', [readName(sender)], true);
    },
  };
}
