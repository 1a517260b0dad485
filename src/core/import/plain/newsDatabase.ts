/** Articles as news databases deliver them: the headline, where and when it appeared, labelled lines, then the body. */
import { findDate } from '../metadata/dates.ts';
import { type Found, offer } from '../metadata/found.ts';
import { readNames } from '../metadata/names.ts';
import { knownName } from '../metadata/publishers.ts';
import type { Line } from './lines.ts';

const LENGTH = /^length\s*:\s*[\d,.]+ words?$/iu;
const BODY = /^body$/iu;
/** Lines below the body. */
const BELOW =
  /^(?:load-date|classification|language|subject|company|organi[sz]ation|industry|geographic|person|publication-type|journal code|graphic)\s*:|^end of document$/iu;
/** What a page of a delivery says of itself. */
const OF_PAGE = /^page \d+ of \d+$|^(?:copyright|©)|^\(c\)/iu;
const LABELLED = /^(byline|section|dateline|highlight|correction)\s*:\s*(\S.*)$/iu;
/** UTF-16 units of a line that says something of the article. */
const LONGEST = 400;
/** Lines from the top within which everything stands that is about the article. */
const MOST_HEAD = 30;

/**
 * Reads what stands above and below the body into `found` and returns the lines of the body; null where the text has
 * no such shape: its length in words and the line "Body" in its head.
 */
export function takeNewsDatabase(lines: Line[], found: Found): Line[] | null {
  const body = lines.slice(0, MOST_HEAD).findIndex(({ text }) => BODY.test(text));
  const head = lines.slice(0, Math.max(0, body)).filter(({ text }) => text.length <= LONGEST);
  if (!head.some(({ text }) => LENGTH.test(text))) return null;

  const stated = head.map(({ text }) => text).filter((text) => !OF_PAGE.test(text) && !LENGTH.test(text));
  const dated = stated.findIndex((text) => findDate(text) !== null && !LABELLED.test(text));
  if (dated < 1) return null;
  const [title] = stated;
  const date = findDate(stated[dated]!);
  offer(found, 'title', title);
  offer(found, 'issued', date?.date, date?.ambiguous);
  const publication = dated > 1 ? stated[dated - 1]! : undefined;
  if (publication !== title)
    offer(found, 'container-title', publication && (knownName(publication) ?? publication));
  for (const text of stated) {
    const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
    if (/^byline$/iu.test(label)) offer(found, 'author', readNames(value.replace(/^by\s+/iu, '')));
    if (/^section$/iu.test(label)) takeSection(value, found);
    if (/^highlight$/iu.test(label)) offer(found, 'abstract', value);
  }
  const below = lines.findIndex(({ text }, at) => at > body && BELOW.test(text));
  return lines.slice(body + 1, below === -1 ? undefined : below);
}

/** "BUSINESS; Pg. 14" */
function takeSection(value: string, found: Found): void {
  const [section = '', ...rest] = value.split(/\s*;\s*/u);
  offer(found, 'section', section);
  offer(found, 'page', /\bp(?:g|age|p)?\.?\s*(\p{L}?\d{1,4})\b/iu.exec(rest.join(' '))?.[1]);
}
