/** An entry of a feed as an article. */
import { type DraftBlock, blockText, plainBlock } from '../content/draft.ts';
import { inlineText, readFragment } from '../html/fragment.ts';
import { metadataDate } from '../metadata/dates.ts';
import { type Found, nothingFound, offer, offerDate } from '../metadata/found.ts';
import { languageTag } from '../metadata/language.ts';
import { readNames } from '../metadata/names.ts';
import { knownName } from '../metadata/publishers.ts';
import { articleUrl } from '../metadata/urls.ts';
import { finishArticle } from '../read/article.ts';
import type { ReadItem } from '../read/item.ts';
import { doiOf } from '../table/values.ts';
import type { FeedEntry, FeedInfo } from './parsed.ts';

/** From here on a description holds the article itself: characters, and paragraphs. */
const WHOLE = { length: 1500, paragraphs: 3 };

/**
 * The full text where the feed has it, else its summary as an excerpt, else a source without text. `source` is
 * the entry's own XML. Throws a DossierError where there is not even a title.
 */
export function entryItem(entry: FeedEntry, feed: FeedInfo, source: string, name: string): ReadItem {
  const found = nothingFound();
  const base = URL.parse(entry.base ?? feed.url ?? '', feed.url)?.href;
  const url = entry.url === undefined ? null : articleUrl(URL.parse(entry.url, base)?.href ?? entry.url);
  // Titles are often escaped once more than they should be.
  offer(found, 'title', inlineText(inlineText(entry.title ?? '')));
  offer(found, 'URL', url);
  offer(
    found,
    'author',
    readNames(inlineText((entry.authors.length > 0 ? entry.authors : feed.authors).join('; '))),
  );
  takeDate(found, entry);
  const publisher = entry.source ?? publisherOf(feed.title ?? '');
  offer(found, 'publisher', knownName(publisher) ?? inlineText(publisher), entry.source === undefined);
  offer(found, 'language', languageTag(entry.language ?? feed.language ?? ''));
  offer(found, 'DOI', doiOf(entry.doi ?? ''));
  const original = { name, bytes: new TextEncoder().encode(source) };
  const blocks = takeText(found, entry, url ?? base);
  if (!blocks.some((block) => /[\p{L}\p{N}]/u.test(blockText(block)))) return withoutText(found, original);
  return { kind: 'article', ...finishArticle({ blocks, found }, name, 'webpage'), original };
}

/** Sets abstract and excerpt by what the entry holds, and returns its text. */
function takeText(found: Found, entry: FeedEntry, base: string | undefined): DraftBlock[] {
  const read = (text: string | undefined, plain: boolean): DraftBlock[] => {
    if (text === undefined || text.trim() === '') return [];
    return plain || !/[<&]/u.test(text)
      ? text.split(/\n\s*\n/u).map((part) => plainBlock('paragraph', part))
      : readFragment(text, base);
  };
  const content = read(entry.content, entry.plain);
  const summary = read(entry.summary, false);
  const [contentLength, summaryLength] = [length(content), length(summary)];
  if (contentLength > 0 && contentLength >= summaryLength) {
    if (summaryLength > 0 && summaryLength < contentLength / 2)
      offer(found, 'abstract', summary.map((block) => blockText(block).trim()).join('\n'));
    return content;
  }
  found.excerpt = summaryLength < WHOLE.length || summary.length < WHOLE.paragraphs;
  return summary;
}

function length(blocks: readonly DraftBlock[]): number {
  return blocks.reduce((sum, block) => sum + blockText(block).trim().length, 0);
}

function withoutText(found: Found, original: { name: string; bytes: Uint8Array }): ReadItem {
  const { title, ...rest } = found.csl;
  if (title === undefined)
    return {
      kind: 'refused',
      name: original.name,
      message: `“${original.name}” has neither a title nor a text.`,
    };
  return { kind: 'reference', csl: { type: 'webpage', title, ...rest }, original, messages: found.messages };
}

/** The date of a change is no date of publication, but often the only one. */
function takeDate(found: Found, { published, updated }: FeedEntry): void {
  offerDate(found, 'issued', metadataDate(published ?? ''), published ?? '');
  offer(found, 'issued', metadataDate(updated ?? '')?.date, true);
}

/** "Northern Ledger » World (RSS)" as "Northern Ledger". */
function publisherOf(title: string): string {
  return inlineText(title)
    .replace(/\s*[([](?:rss|atom|feed)[^)\]]*[)\]]\s*$/iu, '')
    .replace(/\s+(?:[-–—|:»]\s+)?(?:rss|atom)(?:\s+(?:feed|news))?$/iu, '')
    .replace(/\s*[|»–—]\s.*$|\s-\s.*$/u, '')
    .trim();
}
