/** What a page shows between its frame and its first paragraph: breadcrumbs, kicker, title, deck, byline, dates. */
import type { DraftBlock } from '../content/draft.ts';
import { blockText } from '../content/draft.ts';
import type { CslDate, CslName } from '#domain/csl.ts';
import type { ReadDate } from '../metadata/dates.ts';
import { startOfText } from '../metadata/front.ts';
import { type Found, noteRevision, offer, offerDate } from '../metadata/found.ts';
import { isOrganisation } from '../metadata/names.ts';
import { knownName, typeByWording } from '../metadata/publishers.ts';
import { articleUrl } from '../metadata/urls.ts';
import { sameName } from '../plain/bio.ts';
import { type Byline, NOTHING, readByline } from '../plain/byline.ts';
import { isChrome } from '../plain/chrome.ts';
import { endsSentence, weigh } from '../plain/lines.ts';

/** UTF-16 units of the longest line that only says who and when. */
const LONGEST_LINE = 200;
const KICKER_WORDS = 4;

/**
 * Takes what is not the article's text off the top of `blocks`; what it says counts where the page's metadata
 * did not say. `inUtc` tells that the metadata's date is a moment in UTC: the day that the page prints is then
 * the better one. `printedAuthors` are names that the page marks as its authors'.
 */
export function takeFront(
  blocks: DraftBlock[],
  found: Found,
  inUtc: boolean,
  printedAuthors: readonly CslName[],
): DraftBlock[] {
  const end = startOfText(blocks);
  const front = blocks.slice(0, Math.max(end, 0));
  const titleAt = front.findIndex((block) => isSame(blockText(block), found.csl.title));
  const sectionAt = front.findIndex((block, at) => at > titleAt && block.role === 'heading');
  let deck: number | null = null;
  let dated = false;
  const kept = front.filter((block, at) => {
    if (at === titleAt) return false;
    if (block.role === 'caption' || block.role === 'table' || block.role === 'code') return at > titleAt;
    if (at < titleAt) {
      isByline(block, found, inUtc, printedAuthors);
      return false;
    }
    const inText = sectionAt !== -1 && at >= sectionAt;
    if (inText) return true;
    if (isByline(block, found, inUtc, printedAuthors)) {
      dated = true;
      return false;
    }
    const text = blockText(block).trim();
    if (isFrame(block, text, found, titleAt === -1)) return false;
    if (at === titleAt + 1 && block.role === 'paragraph' && !endsLikeDateline(text)) deck = at;
    return true;
  });
  const deckBlock = deck === null ? undefined : front[deck];
  const takesDeck = dated && titleAt !== -1 && deckBlock !== undefined && found.csl.abstract === undefined;
  if (takesDeck) offer(found, 'abstract', blockText(deckBlock).trim(), true);
  return [...kept.filter((block) => !takesDeck || block !== deckBlock), ...blocks.slice(front.length)];
}

/** Every line of the block says who, when or where: its metadata are taken over. */
function isByline(
  block: DraftBlock,
  found: Found,
  inUtc: boolean,
  printedAuthors: readonly CslName[],
): boolean {
  if (block.rows !== undefined) return false;
  const lines = blockText(block)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || lines.some((line) => line.length > LONGEST_LINE)) return false;
  const read = lines.map(
    (line) =>
      readByline(line, false) ??
      knownAuthors(line, found.csl.author ?? printedAuthors) ??
      address(line, found),
  );
  if (read.includes(null)) return false;
  for (const byline of read) if (byline !== null) takeByline(byline, found, inUtc);
  return true;
}

function takeByline(byline: Byline, found: Found, inUtc: boolean): void {
  offer(found, 'author', byline.authors);
  offer(found, 'editor', byline.editors);
  offer(found, 'publisher', byline.source, true);
  noteRevision(found, byline);
  const { issued } = found.csl;
  if (inUtc && byline.date !== null && issued !== undefined && isDayBeside(issued, byline.date))
    found.csl.issued = byline.date.date;
  else offerDate(found, 'issued', byline.date, byline.printedDate);
}

function isDayBeside(issued: CslDate, { date, ambiguous }: ReadDate): boolean {
  const [a, b] = [issued, date].map((each) => each['date-parts'][0] ?? []);
  if (ambiguous || a?.length !== 3 || b?.length !== 3) return false;
  const day = (parts: number[]): number => Date.UTC(parts[0]!, parts[1]! - 1, parts[2]) / 86_400_000;
  return Math.abs(day(a) - day(b)) === 1;
}

/** A line that only repeats the names of the authors. */
function knownAuthors(text: string, known: readonly CslName[]): Byline | null {
  const byline = readByline(text, true);
  const repeats = byline?.authors.every((author) => known.some((other) => sameName(author, other))) ?? false;
  return repeats ? byline : null;
}

/** The page's own address, as print views show it. */
function address(text: string, found: Found): Byline | null {
  if (!/^https?:\/\/\S+$/u.test(text)) return null;
  offer(found, 'URL', articleUrl(text));
  return NOTHING;
}

/** Names of the site, paths to the page, single words above a title, and links of a bar of buttons. */
function isFrame(block: DraftBlock, text: string, found: Found, titleGone: boolean): boolean {
  if (isChrome(text) || isPath(text)) return true;
  const { publisher, abstract } = found.csl;
  if ([publisher, found.csl['container-title'], abstract].some((name) => isSame(text, name))) return true;
  const isShort = weigh(text) <= KICKER_WORDS && !endsSentence(text) && !endsLikeDateline(text);
  if (isShort && (isOrganisation(text) || typeByWording(text) !== null))
    offer(found, 'publisher', knownName(text) ?? text, true);
  return isShort && (block.role === 'list-item' || (block.role === 'paragraph' && titleGone));
}

/** "Home › News › Ports" */
function isPath(text: string): boolean {
  const parts = text.split(/\s*[›»>→]\s*/u);
  return (
    text.length <= LONGEST_LINE &&
    parts.length > 1 &&
    parts.every((part) => weigh(part) <= 8) &&
    !endsSentence(text)
  );
}

/** "SEOUL —" opens a story. */
function endsLikeDateline(text: string): boolean {
  return /[-–—:]$/u.test(text);
}

function isSame(text: string, other: string | undefined): boolean {
  return other !== undefined && folded(text) === folded(other);
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}
