/** Reads a saved web page. Scripts do not run, nothing is fetched, and no markup survives. */
import { nameInReadingOrder } from '#domain/csl.ts';
import type { DraftBlock } from '../content/draft.ts';
import { blockText } from '../content/draft.ts';
import { linkMarkers, recogniseNoteBlocks } from '../content/notes.ts';
import { latestAccessDate } from '../metadata/accessDates.ts';
import { type Found, offer, offerDate } from '../metadata/found.ts';
import { readByline } from '../plain/byline.ts';
import { isAnnouncedTeaser, isChrome, leftOutAsTeaser } from '../plain/chrome.ts';
import { articleUrl } from '../metadata/urls.ts';
import { endsSentence, isLong, weigh } from '../plain/lines.ts';
import { blocksOf } from './blocks.ts';
import { type DomDocument, parseDocument } from './dom.ts';
import { takeFootnotes, withoutTokens } from './footnotes.ts';
import { takeFront } from './front.ts';
import { clearFurniture, takeDeck, takeMetadataLists } from './furniture.ts';
import { linkedArticle } from './jsonLd.ts';
import { mainBlocks } from './main.ts';
import { pageMetadata } from './metadata.ts';
import { dateOfUrl, printedDate } from './printedDate.ts';

/** Words of the longest heading that is known by its bold letters alone. */
const HEADING_WORDS = 12;

export function readHtml(html: string): { blocks: DraftBlock[]; found: Found } {
  const source = withoutTokens(html);
  const document = parseDocument(source);
  for (const element of document.querySelectorAll('rt,rp')) element.remove();
  const linked = linkedArticle(document);
  for (const script of document.querySelectorAll('script')) script.remove();
  const { found, inUtc } = pageMetadata(document, linked, source);
  clearFurniture(document);
  takeMetadataLists(document, found);
  takeDeck(document, found);
  const isComplete = found.csl.issued !== undefined && found.csl.author !== undefined;
  const printed = isComplete ? null : printedDate(document);
  const base = baseOf(document, found.csl.URL);
  const notes = takeFootnotes(document, base, found.csl.URL);
  if (found.csl.title === undefined) offer(found, 'title', firstLine(document), true);
  const main = withoutRepeats(mainBlocks(document, linked?.body ?? null, base));
  const body = withoutFurniture(takeFront(main, found, inUtc, printed?.authors ?? []), found);
  offer(found, 'author', printed?.authors, true);
  offerDate(found, 'issued', printed?.date ?? null, printed?.text ?? '');
  offer(found, 'issued', dateOfUrl(found.csl.URL), true);
  const blocks = linkMarkers(recogniseNoteBlocks([...body, ...notes]));
  found.issuedNotBefore = latestAccessDate(
    blocks.filter((block) => block.role === 'note').map((block) => blockText(block)),
  );
  return { blocks, found };
}

/** The line above the first paragraph of a page that names no title. */
function firstLine(document: DomDocument): string | null {
  const blocks = document.body === null ? [] : blocksOf(document.body);
  const end = blocks.findIndex((block) => isLong(blockText(block)));
  const lines = blocks
    .slice(0, Math.max(end, 0))
    .filter((block) => block.role === 'heading' || block.role === 'paragraph')
    .map((block) => blockText(block).trim())
    .filter((text) => !isChrome(text) && readByline(text, false) === null && weigh(text) <= 25);
  return lines.findLast((text) => weigh(text) >= 3) ?? lines.at(-1) ?? null;
}

/** A page that holds its article twice is read once. */
function withoutRepeats(blocks: DraftBlock[]): DraftBlock[] {
  const texts = blocks.map((block) => blockText(block).trim());
  const firstAt = new Map<string, number>();
  for (const [at, text] of texts.entries()) {
    if (!isLong(text)) continue;
    const first = firstAt.get(text);
    if (first === undefined) firstAt.set(text, at);
    else if (repeats(texts, first, at)) return blocks.slice(0, withoutTitleAgain(texts, at));
  }
  return blocks;
}

/** Everything from `at` on stands from `first` on too, and it is most of what stands between them. */
function repeats(texts: string[], first: number, at: number): boolean {
  const length = texts.length - at;
  if (length * 2 < at - first || length < 2) return false;
  const same = texts
    .slice(at)
    .filter((text, offset) => first + offset < at && texts[first + offset] === text);
  // What stands behind the second one is what the page ends with.
  return same.length >= 2 && same.length >= length - 2;
}

/** What stands right before the repetition may be the title once more. */
function withoutTitleAgain(texts: string[], at: number): number {
  let end = at;
  while (end > 0 && end > at - 3 && !isLong(texts[end - 1]!) && !endsSentence(texts[end - 1]!)) end -= 1;
  return end;
}

/** A paragraph all in bold letters that is no sentence is a heading that has no tag of its own. */
function withBoldHeadings(blocks: DraftBlock[]): DraftBlock[] {
  return blocks.map((block, at) => {
    const text = blockText(block).trim();
    const next = blocks[at + 1];
    const isHeading =
      block.role === 'paragraph' &&
      next !== undefined &&
      (next.role === 'list-item' || next.role === 'table' || weigh(blockText(next)) > HEADING_WORDS) &&
      weigh(text) <= HEADING_WORDS &&
      !/[.:;,。、?!？！]["”’')\]]*$/u.test(text) &&
      block.runs.every((run) => run.bold === true || !/[\p{L}\p{N}]/u.test(run.text));
    if (!isHeading) return block;
    const runs = block.runs.map(({ bold: _bold, ...run }) => run);
    return { role: 'heading', level: 3, runs };
  });
}

function withoutFurniture(blocks: DraftBlock[], found: Found): DraftBlock[] {
  const title = folded(found.csl.title ?? '');
  return withBoldHeadings(blocks).filter((block, at) => {
    const text = blockText(block).trim();
    if (block.role === 'heading' && folded(text) === title) return false;
    const isTeaser = isAnnouncedTeaser(text) && text.length < 160 && !isLong(text) && !endsSentence(text);
    if (isTeaser) found.messages.push(leftOutAsTeaser(text));
    const isCredit = at >= blocks.length - 3 && isCreditLine(text, found);
    return !isTeaser && !isChrome(text) && !isCredit && !takeAddressLine(text, found);
  });
}

const ADDRESS_LINE =
  /^(?:source(?: url)?|url|link|permalink|retrieved from|printed from|original (?:article|url)|adres|adresse|출처|원문|元記事|原文链接)\s*[:：]?\s+["“]?(https?:\/\/\S{4,1000}?)["”]?$/iu;

/** "Source URL: https://…" names the page that was printed or copied. */
function takeAddressLine(text: string, found: Found): boolean {
  const address = text.length > 1100 ? undefined : ADDRESS_LINE.exec(text)?.[1];
  if (address === undefined) return false;
  offer(found, 'URL', articleUrl(address));
  return true;
}

/** "(A B)", "A B, reporter" behind an article. */
function isCreditLine(text: string, found: Found): boolean {
  if (text.length > 100) return false;
  const inner = text.replace(/^[（(]|[）)]$/gu, '').trim();
  const authors = (found.csl.author ?? []).map((name) => nameInReadingOrder(name));
  return authors.includes(inner) || readByline(inner, false) !== null;
}

/** What relative links of a page are resolved against. */
function baseOf(document: DomDocument, url: string | undefined): string | undefined {
  const stated = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  return URL.parse(stated, url)?.href ?? url;
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}
