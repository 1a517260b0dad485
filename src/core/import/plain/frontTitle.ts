/** Which of the lines above an article is its title. */
import { nameInReadingOrder } from '#domain/csl.ts';
import { type Found, offer } from '../metadata/found.ts';
import { looksLikeName } from '../metadata/names.ts';
import { knownName } from '../metadata/publishers.ts';
import { hasByline, type Reading } from './frontReading.ts';
import { endsSentence, type Line } from './lines.ts';
import { isMasthead, takeMasthead } from './masthead.ts';

/**
 * The first line that is more than a kicker or the name of the site is the title, or the line right above the
 * byline where the two stand apart from what is above them; what follows it up to the byline is the deck.
 * Returns the lines that nothing says belong to the title: they may be all that the text has.
 */
export function chooseTitle(reading: Reading): Line[] {
  const { lines, found } = reading;
  const isName = (at: number): boolean => isMasthead(lines[at]!.text);
  const named = reading.titles.filter(isName);
  // The name of an office that stands all alone is the title.
  const isTitle = named.length === reading.titles.length && found.csl.title === undefined;
  const titles = isTitle ? reading.titles : reading.titles.filter((at) => !isName(at));
  for (const at of isTitle ? named.slice(0, -1) : named) takeMasthead(lines[at]!.text, found);
  const texts = titles.map((at) => lines[at]!.text);
  // A kicker stands above a title, and a title does not end in a full stop.
  const isKicker = (index: number): boolean =>
    (isKickerLine(lines[titles[index]!]!) && !/[.。]$/u.test(texts[index + 1] ?? '')) ||
    standsAboveTitleAndDeck(titles.slice(index).map((at) => lines[at]!));
  const besideByline = titleBesideByline(reading, titles);
  const chosen = isTitle
    ? titles.length - 1
    : (besideByline ?? titles.findIndex((_at, index) => index === titles.length - 1 || !isKicker(index)));
  if (chosen === -1) return [];
  if (besideByline !== null && besideByline > 1 && named.length === 0 && lines[titles[0]!]!.words <= 4)
    takeMasthead(texts[0]!, found);
  const taken = offer(found, 'title', withoutSite(texts[chosen], found)?.replace(NUMBERED, ''));
  const rest = titles.slice(chosen + (taken ? 1 : 0)).map((at) => lines[at]!);
  // Where others have a kicker a column names its writer, but a region reads like a name as well: so it stays in the text.
  const above = lines[titles[chosen - 1] ?? -1];
  const isNamed = above !== undefined && found.csl.author === undefined && isCasedName(above.text);
  const kept = isNamed ? [{ ...above, gapBefore: false, gapAfter: false }] : [];
  if (!hasByline(reading)) return titles.filter((_at, index) => index !== chosen).map((at) => lines[at]!);
  const gone = texts.slice(0, chosen - (isNamed ? 1 : 0)).filter((text) => !isKept(text, found));
  if (gone.length > 0) found.messages.push(`Left out above the title: “${gone.join('”, “')}”.`);
  const isDeck = rest.reduce((sum, line) => sum + line.words, 0) >= 5 || rest.some(isQuoted);
  if (isDeck) offer(found, 'abstract', rest.map((line) => line.text).join(' '), true);
  // Too short for a deck: a place, which is no heading of the text.
  return [...kept, ...(isDeck ? [] : rest.map((line) => ({ ...line, gapBefore: false, gapAfter: false })))];
}

/** What a line says is in the metadata, or it says nothing. */
function isKept(text: string, { csl }: Found): boolean {
  const kept = [csl.publisher, csl['container-title'], ...(csl.author ?? []).map(nameInReadingOrder)];
  const own = text.toLowerCase();
  return !/\p{L}/u.test(text) || kept.some((name) => name?.toLowerCase() === own);
}

/** UTF-16 units of a title that could have a name beside it. */
const LONGEST_TITLE = 400;

/** "Title | Reuters" without the name, which is who published it. */
function withoutSite(title: string | undefined, found: Found): string | undefined {
  if (title === undefined || title.length > LONGEST_TITLE) return title;
  const [, own, site = ''] = /^(.{4,}?)\s+[|–—-]\s+([^|–—]{2,40})$/u.exec(title) ?? [];
  const name = knownName(site);
  if (own === undefined || name === null) return title;
  offer(found, 'publisher', name, true);
  return own;
}

/** "No. 41 · Title" */
const NUMBERED = /^(?:no|issue|nr)\.?\s*\d+\s*[·:|–—-]\s*/iu;

/** One or two words, or three that do not read like a headline: those begin with an article or have a verb among them. */
function isKickerLine({ text, words }: Line): boolean {
  if (words > 3) return false;
  const beginsWithArticle = /^(?:the|an?|le|la|les|der|die|das|el|il)\s/iu.test(text);
  const hasVerb = /\s(?!and\s|und\s)\p{Ll}{3,}\s/u.test(text);
  return words < 3 || text === text.toUpperCase() || !(beginsWithArticle || hasVerb);
}

/** Two Han characters may be a name, or any section of a newspaper. */
function isCasedName(text: string): boolean {
  return /\p{Lu}/u.test(text) && looksLikeName(text);
}

/** Of a short line, a longer one right below it, and sentences apart from both, the longer one is the title. */
function standsAboveTitleAndDeck([kicker, title, deck]: Line[]): boolean {
  if (kicker === undefined || title === undefined || deck === undefined) return false;
  const areTogether = !kicker.gapAfter && !title.gapBefore && title.gapAfter && !endsSentence(title.text);
  return areTogether && kicker.words <= 5 && title.words > kicker.words && /\p{L}{2}[.。]$/u.test(deck.text);
}

function isQuoted({ text }: Line): boolean {
  return /^["“«「‘'].*["”»」’']$/u.test(text) || endsSentence(text);
}

/** "Chamber of Commerce, Sundby": where a speech was given. */
const VENUE = /^\p{Lu}[\p{L}\s’'.-]{2,60},\s\p{Lu}[\p{L}-]+$/u;

/** The line above the byline in a group of their own, below another group: the title under a masthead. */
function titleBesideByline({ facts, lines }: Reading, titles: number[]): number | null {
  for (const [index, at] of titles.entries()) {
    const { text, gapBefore, gapAfter, words } = lines[at]!;
    const isFirstOfGroup = index > 0 && gapBefore && !gapAfter && !/\p{L}{2}[.。]$/u.test(text);
    const isPlace = VENUE.test(text) && lines[titles[index - 1] ?? at]!.words > words;
    if (isFirstOfGroup && !isPlace && facts.includes(at + 1)) return index;
  }
  return null;
}
