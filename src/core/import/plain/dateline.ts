/** How a wire story or a press release begins: "SUNDBY, 2 December (Northern Wire) — The three cantons …". */
import { findDate } from '../metadata/dates.ts';
import { type Found, offer } from '../metadata/found.ts';
import { knownName } from '../metadata/publishers.ts';

const DATELINE =
  /^(\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}(?:,\s?[\p{L}. ]{2,30})?)(?:,\s*([\p{L}\d. ,]{4,24}?))?\s*(?:\(([^()]{2,40})\)\s*)?[-–—]{1,2}\s+\p{Lu}/u;

/** Takes the date and the agency of a dateline; both are guesses, and its words stay in the text. */
export function takeDateline(paragraph: string, found: Found): void {
  const match = DATELINE.exec(paragraph.slice(0, 160));
  if (match === null) return;
  const [whole, , , agency] = match;
  const date = findDate(whole);
  offer(found, 'issued', date?.date, true);
  if (agency !== undefined && findDate(agency) === null && !/\d/u.test(agency))
    offer(found, 'publisher', knownName(agency) ?? agency, true);
}
