/** Reads plain text, above all what was saved or copied from web pages. */
import type { DraftBlock } from '../content/draft.ts';
import { plainBlock } from '../content/draft.ts';
import { nameInReadingOrder } from '#domain/csl.ts';
import { linkMarkers } from '../content/notes.ts';
import { latestAccessDate } from '../metadata/accessDates.ts';
import { type Found, nothingFound, offer } from '../metadata/found.ts';
import { detectLanguage } from '../metadata/language.ts';
import { knownName, publisherOfUrl } from '../metadata/publishers.ts';
import { takeBackMatter } from './back.ts';
import { readBody } from './body.ts';
import { isChrome, leftOutAsTeaser, siteOfSkipLink } from './chrome.ts';
import { captionBlock } from './credits.ts';
import { endArticle } from './ending.ts';
import { takeFrontMatter } from './front.ts';
import { type Line, splitLines } from './lines.ts';
import { linkGluedMarkers } from './gluedMarkers.ts';
import { withoutMenu } from './menu.ts';
import { takeMailHeader } from './mailHeader.ts';
import { takeNewsDatabase } from './newsDatabase.ts';
import { isNotesHeading, partNotes } from './notes.ts';
import { withoutPages } from './pages.ts';

export interface ReadText {
  blocks: DraftBlock[];
  found: Found;
}

/** A last paragraph that breaks off. */
const BROKEN_OFF = /(?:\.{3,}|…|\[(?:\.{3}|…)\])["”’']?$/u;

export function readPlainText(text: string): ReadText {
  const found = nothingFound();
  const all = splitLines(text);
  const site = all.map((line) => siteOfSkipLink(line.text)).find((name) => name !== null);
  const { article: whole, below } = endArticle(withoutPages(all));
  const delivered = takeNewsDatabase(all, found);
  const mail = delivered === null ? takeMailHeader(whole, found) : null;
  const { lines: page, menu } = withoutMenu(mail?.lines ?? whole);
  const lines = delivered ?? withoutChrome(page);
  const { article, notes, after } = partNotes(lines);
  if (menu.length > 0) found.messages.push(leftOutAbove(menu));
  if (below.length > 1) found.messages.push(leftOutBelow(below[0]!.text, below.length));
  found.issuedNotBefore = latestAccessDate(notes.flatMap((note) => note.runs.map((run) => run.text)));

  let detected: string | null | undefined;
  const language = (): string | null =>
    (detected ??= detectLanguage(article.map((line) => line.text).join('\n'))?.code ?? null);
  const front = takeFrontMatter(article, found);
  const behind = takeBackMatter(after, found, language, 0);
  // Only with nothing unread behind the notes can the end of the text be back matter too.
  const back = takeBackMatter(front.body, found, language, 1);
  mail?.complete(found);
  nameSite(found, site);
  // Which line below a menu is the headline is a guess.
  if (menu.length > 0 && found.csl.title !== undefined) found.inferred.add('title');

  const body = readBody(withoutSignature(back.lines, found));
  const paragraphs = body.blocks.filter((block) => block.role === 'paragraph');
  found.excerpt = back.goesOn || BROKEN_OFF.test(paragraphs.at(-1)?.runs[0]?.text.slice(-8) ?? '');
  for (const teaser of body.teasers) found.messages.push(leftOutAsTeaser(teaser));
  const captions = front.captions.map((line) => captionBlock(line.text));
  const unread = behind.lines.map((line) =>
    isNotesHeading(line.text)
      ? plainBlock('heading', line.text, { level: 2 })
      : plainBlock('paragraph', line.text),
  );
  const blocks = linkGluedMarkers(linkMarkers([...captions, ...body.blocks, ...notes, ...unread]));
  // A text of one line is its own title.
  if (blocks.length === 0 && found.csl.title !== undefined)
    blocks.push(plainBlock('paragraph', found.csl.title));
  return { blocks, found };
}

/** Lines that only repeat who wrote the article: between the posts of a thread, and below the last paragraph. */
function withoutSignature(lines: Line[], found: Found): Line[] {
  const names = (found.csl.author ?? []).map((name) => nameInReadingOrder(name));
  return lines.filter(({ text, words }, at) => {
    if (words > 10) return true;
    if (names.includes(text)) return false;
    const isLast = at >= lines.length - 3 && at > 0;
    return !(isLast && names.some((name) => text.startsWith(`${name} (`) && text.endsWith(')')));
  });
}

/** For the report: the menu of the site. */
function leftOutAbove(menu: Line[]): string {
  const words = menu.map(({ text }) => text).join(', ');
  return `Left out the menu above the article: “${words.length > 120 ? `${words.slice(0, 119)}…` : words}”.`;
}

/** For the report: what stood below the article. */
function leftOutBelow(first: string, count: number): string {
  return `Left out what stands below the article, from “${first.slice(0, 80)}” on (${count === 1 ? 'one line' : `${count} lines`}).`;
}

/** A line that was parted from its neighbour by chrome stands alone all the more. */
function withoutChrome(lines: Line[]): Line[] {
  const chrome = lines.map((line) => isChrome(line.text));
  return lines.flatMap((line, at) =>
    chrome[at]!
      ? []
      : {
          ...line,
          gapBefore: line.gapBefore || (chrome[at - 1] ?? true),
          gapAfter: line.gapAfter || (chrome[at + 1] ?? true),
        },
  );
}

/** A site that both a skip link and the address name is certain; one that only one of them names is not. */
function nameSite(found: Found, site: string | null | undefined): void {
  if (site === null || site === undefined) return;
  const name = knownName(site) ?? site;
  const byAddress = publisherOfUrl(found.csl.URL ?? '');
  offer(found, 'publisher', name, byAddress !== name);
}
