/** Which of the lines above an article is its title. */
import { offer } from '../metadata/found.ts';
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
    lines[titles[index]!]!.words <= 3 && !/[.。]$/u.test(texts[index + 1] ?? '');
  const besideByline = titleBesideByline(reading, titles);
  const chosen = isTitle
    ? titles.length - 1
    : (besideByline ?? titles.findIndex((_at, index) => index === titles.length - 1 || !isKicker(index)));
  if (chosen === -1) return [];
  if (besideByline !== null && besideByline > 1 && named.length === 0 && lines[titles[0]!]!.words <= 4)
    takeMasthead(texts[0]!, found);
  const taken = offer(found, 'title', texts[chosen]?.replace(NUMBERED, ''));
  const rest = titles.slice(chosen + (taken ? 1 : 0)).map((at) => lines[at]!);
  if (!hasByline(reading)) return titles.filter((_at, index) => index !== chosen).map((at) => lines[at]!);
  const isDeck = rest.reduce((sum, line) => sum + line.words, 0) >= 5 || rest.some(isQuoted);
  if (isDeck) offer(found, 'abstract', rest.map((line) => line.text).join(' '), true);
  // Too short for a deck: a place, which is no heading of the text.
  return isDeck ? [] : rest.map((line) => ({ ...line, gapBefore: false, gapAfter: false }));
}

/** "No. 41 · Title" */
const NUMBERED = /^(?:no|issue|nr)\.?\s*\d+\s*[·:|–—-]\s*/iu;

function isQuoted({ text }: Line): boolean {
  return /^["“«「‘'].*["”»」’']$/u.test(text) || endsSentence(text);
}

/** The line above the byline in a group of their own, below another group: the title under a masthead. */
function titleBesideByline({ facts, lines }: Reading, titles: number[]): number | null {
  for (const [index, at] of titles.entries()) {
    const isFirstOfGroup = index > 0 && lines[at]!.gapBefore && !lines[at]!.gapAfter;
    if (isFirstOfGroup && facts.includes(at + 1)) return index;
  }
  return null;
}
