/** How a wire story or a press release begins: "SUNDBY, 2 December (Northern Wire) — The three cantons …". */
import { findDate } from '../metadata/dates.ts';
import { type Found, offer } from '../metadata/found.ts';
import { readName } from '../metadata/names.ts';
import { knownName } from '../metadata/publishers.ts';

const DATELINE =
  /^(\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}(?:,\s?[\p{L}. ]{2,30})?)(?:,\s*([\p{L}\d. ,]{4,24}?))?\s*(?:\(([^()]{2,40})\)\s*)?[-–—]{1,2}\s+\p{Lu}/u;

/** "СЕВЕРНЫЙ, 12 мар — РИА Новости.", "新华社松德比3月12日电（记者林海生）", "(세종=연합뉴스) 서지우 기자 =", "(Adnkronos) -" */
const AGENCY_FIRST =
  /^(?:\p{Lu}[\p{Lu} -]{2,30}, \d{1,2}\.? \p{L}{3,9}\.?\s*[—–-]\s*([^.]{2,30})\.\s|([\p{Script=Han}]{2,6}社)[\p{Script=Han}]{2,10}\d{1,2}月\d{1,2}日电\s*(?:（(?:[^）]{0,10}?)记者\s?([\p{Script=Han}]{2,4})）)?|[（(]\p{Script=Hangul}{2,6}=([\p{Script=Hangul}\p{L}\d]{2,10})[)）]\s*(?:(\p{Script=Hangul}{2,4})\s?(?:기자|특파원))?)/u;

/** The agency that a paragraph begins with, and its reporter; guesses, as the date is. */
function takeAgency(paragraph: string, found: Found): void {
  const [, russian, chinese, chineseReporter, korean, koreanReporter] =
    AGENCY_FIRST.exec(paragraph.slice(0, 160)) ?? [];
  const agency = russian ?? chinese ?? korean;
  if (agency === undefined) return;
  const name = knownName(agency);
  if (name !== null || russian === undefined) offer(found, 'publisher', name ?? agency, true);
  const reporter = chineseReporter ?? koreanReporter;
  if (reporter !== undefined) offer(found, 'author', [readName(reporter)], true);
}

/** Takes the date and the agency of a dateline; both are guesses, and its words stay in the text. */
export function takeDateline(paragraph: string, found: Found): void {
  takeAgency(paragraph, found);
  const match = DATELINE.exec(paragraph.slice(0, 160));
  if (match === null) return;
  const [whole, , , agency] = match;
  const date = findDate(whole);
  offer(found, 'issued', date?.date, true);
  if (agency !== undefined && findDate(agency) === null && !/\d/u.test(agency))
    offer(found, 'publisher', knownName(agency) ?? agency, true);
}
