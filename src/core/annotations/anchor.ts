/**
 * Finds a quote of one version of a text in another one: where it stands now, or null. It is better to find
 * nothing than to mark words that only look alike.
 */
import search from 'approx-string-match';

interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}
interface Place {
  start: number;
  end: number;
}

/** UTF-16 units of agreeing context that tell a place from others. */
const TELLING_CONTEXT = 8;
/** A quote of this length that stands in the text only once needs no context. */
const TELLING_LENGTH = 24;
/** Edits a hundred characters of the quote that are followed, and by how many the next best place must be worse. */
const EDITS = 0.2;
const MARGIN = 0.1;
/** Longer quotes and texts are only found unedited: the search for edited ones takes length times edits. */
const SEARCHED_QUOTE = 2000;
const SEARCHED_TEXT = 400_000;

/** Null where the quote is gone, or stands in several places and its context does not tell which. */
export function anchor(quote: Quote, text: string): Place | null {
  const unedited = occurrences(text, quote.exact);
  return unedited.length > 0 ? clearest(quote, text, unedited) : edited(quote, text);
}

function clearest(quote: Quote, text: string, places: Place[]): Place | null {
  const [best, second] = places
    .map((place) => ({ place, context: contextOf(quote, text, place) }))
    .toSorted((a, b) => b.context - a.context);
  if (best === undefined) return null;
  const needed = Math.min(TELLING_CONTEXT, quote.prefix.length + quote.suffix.length);
  if (second === undefined)
    return best.context >= needed || quote.exact.length >= TELLING_LENGTH ? best.place : null;
  return best.context >= needed && best.context - second.context >= TELLING_CONTEXT ? best.place : null;
}

/** How many characters right before and right behind the place are as they were around the quote. */
function contextOf({ prefix, suffix }: Quote, text: string, { start, end }: Place): number {
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before += 1;
  let behind = 0;
  while (behind < suffix.length && suffix[behind] === text[end + behind]) behind += 1;
  return before + behind;
}

function occurrences(text: string, exact: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    places.push({ start: at, end: at + exact.length });
  return places;
}

function edited(quote: Quote, text: string): Place | null {
  const { length } = quote.exact;
  const most = Math.floor(length * EDITS);
  if (most === 0 || length > SEARCHED_QUOTE || text.length > SEARCHED_TEXT) return null;
  const [best] = search(text, quote.exact, most);
  if (best === undefined) return null;
  const rest = `${text.slice(0, best.start)}${'\0'.repeat(best.end - best.start)}${text.slice(best.end)}`;
  const rivalsUpTo = Math.min(length, best.errors + Math.ceil(length * MARGIN));
  if (search(rest, quote.exact, rivalsUpTo).length > 0) return null;
  return wholeWords(text, best);
}

/** The matcher may end inside a word that was edited, or take in a space. */
function wholeWords(text: string, { start, end }: Place): Place | null {
  const isWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  while (start > 0 && isWord(start) && isWord(start - 1)) start -= 1;
  while (end < text.length && isWord(end) && isWord(end - 1)) end += 1;
  while (start < end && /\s/u.test(text[start]!)) start += 1;
  while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
  return start < end ? { start, end } : null;
}
