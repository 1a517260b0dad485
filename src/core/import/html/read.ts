/** Reads a saved web page. Scripts do not run, nothing is fetched, and no markup survives. */
import type { DraftBlock } from '../content/draft.ts';
import { blockText } from '../content/draft.ts';
import { linkMarkers, recogniseNoteBlocks } from '../content/notes.ts';
import { latestAccessDate } from '../metadata/accessDates.ts';
import { type Found, offer, offerDate } from '../metadata/found.ts';
import { sameName } from '../plain/bio.ts';
import { type Byline, readByline } from '../plain/byline.ts';
import { isAnnouncedTeaser, isChrome, leftOutAsTeaser } from '../plain/chrome.ts';
import { endsSentence, isLong } from '../plain/lines.ts';
import { type DomDocument, parseDocument } from './dom.ts';
import { takeFootnotes, withoutTokens } from './footnotes.ts';
import { linkedArticle } from './jsonLd.ts';
import { mainBlocks } from './main.ts';
import { pageMetadata } from './metadata.ts';

/** Elements whose content is never text of the article. */
const REMOVED = 'script,rt,rp';

export function readHtml(html: string): { blocks: DraftBlock[]; found: Found } {
  const source = withoutTokens(html);
  const document = parseDocument(source);
  const linked = linkedArticle(document);
  const found = pageMetadata(document, linked, source);
  for (const element of document.querySelectorAll(REMOVED)) element.remove();
  const base = baseOf(document, found.csl.URL);
  const notes = takeFootnotes(document, base, found.csl.URL);
  const main = mainBlocks(document, linked?.body ?? null, base);
  const body = withoutFurniture(withoutFront(main, found), found);
  const blocks = linkMarkers(recogniseNoteBlocks([...body, ...notes]));
  found.issuedNotBefore = latestAccessDate(
    blocks.filter((block) => block.role === 'note').map((block) => blockText(block)),
  );
  return { blocks, found };
}

/** Takes bylines and dates off the top; they count where the page's metadata did not say. */
function withoutFront(blocks: DraftBlock[], found: Found): DraftBlock[] {
  const firstLong = blocks.findIndex((block) => isLong(blockText(block)));
  return blocks.filter((block, index) => {
    if (index >= firstLong || block.role === 'caption' || block.role === 'table') return true;
    const text = blockText(block).trim();
    const byline = text.length > 160 ? null : (readByline(text, false) ?? knownAuthors(text, found));
    if (byline === null) return true;
    offer(found, 'author', byline.authors);
    offerDate(found, 'issued', byline.date, byline.printedDate);
    return false;
  });
}

/** A line that only repeats the names of the authors. */
function knownAuthors(text: string, found: Found): Byline | null {
  const byline = readByline(text, true);
  const known = found.csl.author ?? [];
  const repeats = byline?.authors.every((author) => known.some((other) => sameName(author, other))) ?? false;
  return repeats ? byline : null;
}

function withoutFurniture(blocks: DraftBlock[], found: Found): DraftBlock[] {
  const title = folded(found.csl.title ?? '');
  return blocks.filter((block) => {
    const text = blockText(block).trim();
    if (block.role === 'heading' && folded(text) === title) return false;
    const isTeaser = isAnnouncedTeaser(text) && text.length < 160 && !isLong(text) && !endsSentence(text);
    if (isTeaser) found.messages.push(leftOutAsTeaser(text));
    return !isTeaser && !isChrome(text);
  });
}

/** What relative links of a page are resolved against. */
function baseOf(document: DomDocument, url: string | undefined): string | undefined {
  const stated = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  return URL.parse(stated, url)?.href ?? url;
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}
