/** What stands around an article in its page, as far as the page's own class names say so. */
import { type Found, offer, offerDate } from '../metadata/found.ts';
import { isRevisionLine, metadataDate } from '../metadata/dates.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** Classes and ids of boxes that sites put beside and into articles; each matches one whole class or id. */
const BOX = new RegExp(
  String.raw`^(?:${[
    String.raw`(?:\w+[-_])*(?:cookie|consent|gdpr)s?(?:[-_]\w+)*`,
    String.raw`(?:\w+[-_])*newsletter(?:[-_](?:box|form|promo|sign-?up|widget|wrap|cta|block|container|module))?|subscri(?:be|ption)[-_]\w+(?:[-_]\w+)*`,
    String.raw`(?:\w+[-_])*relat(?:ed|e)[-_](?:articles?|posts?|stor(?:y|ies)|content|links?|news|box|reads?)|related|jp-relatedposts|yarpp\w*|recirc\w*|read-?more-?box|more-on`,
    String.raw`(?:\w+[-_])*(?:share|sharing|social)[-_](?:bar|buttons?|links?|tools?|media|icons?|this|list|wrap|widget)|sharedaddy|addtoany\w*|view-sns|sns|post-ufi|paylas|share`,
    String.raw`ad|ads|advert|advertisement|ad[-_](?:slot|unit|container|wrapper|box|label)|(?:\w+[-_])*sponsored(?:[-_]\w+)*|taboola\w*|outbrain\w*`,
    String.raw`comments?[-_](?:area|section|list|page|s|wrapper|respond)|comments|respond|disqus_thread|comments-page`,
    String.raw`(?:\w+[-_])*breadcrumbs?(?:[-_]\w+)*|crumbs|path`,
    String.raw`skip-?(?:link|to-content|nav)|sr-only|visually-hidden|visuallyhidden|screen-reader-text|screenreader-only|noprint|no-print|print-?only-hidden`,
    String.raw`mw-editsection|mw-jump-link|navbox|catlinks|printfooter|hatnote|ambox|sistersitebox|vertical-navbox|portalbox`,
    String.raw`most-(?:viewed|read|popular)|trending|topics|tag-?(?:list|group|cloud|s)|tags|post-tags|etiketler|article-tags`,
    String.raw`author-(?:bio|box|info|card)|about-(?:the-)?authors?|post-author-bio|article-copy|copyright|pagination|pager|post-navigation|button-wrapper|download-links?`,
  ].join('|')})$`,
  'iu',
);
/** A box holds a smaller share of the page's text than an article does. */
const LARGEST_SHARE = 0.4;
const MOST_PULL_QUOTES = 50;
const PULL_QUOTE = /(?:^|[-_\s])pull-?quote/iu;
const DECORATED =
  /^(?:release|date|published|publication date|issued|from|last updated|updated|reference|ref\.?|type|topic|contact)\b/iu;

/** Removes those boxes, and quotes that only repeat a sentence of the text in large letters. */
export function clearFurniture(document: DomDocument): void {
  const { body } = document;
  if (body === null) return;
  const total = body.textContent.length;
  for (const element of body.querySelectorAll('[class],[id]')) {
    if (element.localName === 'body' || !isBox(element)) continue;
    const holdsArticle = element.querySelector('h1,article,[itemprop=articleBody]') !== null;
    const length = element.textContent.length;
    if (!(holdsArticle && length > 200) && length < Math.max(total * LARGEST_SHARE, 40)) element.remove();
  }
  clearPullQuotes(body);
  for (const heading of body.querySelectorAll('h1,h2,h3,h4,h5,h6')) unwrap(heading);
}

function isBox(element: DomElement): boolean {
  const words = `${element.className} ${element.id}`.split(/\s+/u, 40);
  return words.some((word) => word !== '' && word.length < 80 && BOX.test(word));
}

function clearPullQuotes(body: DomElement): void {
  const quotes = [...body.querySelectorAll('aside,blockquote,div,figure')].filter((element) =>
    PULL_QUOTE.test(element.className),
  );
  if (quotes.length === 0) return;
  const all = letters(body.textContent);
  for (const quote of quotes.slice(0, MOST_PULL_QUOTES)) {
    const text = letters(quote.textContent);
    // One that says something of its own is a quote of the article.
    if (text === '' || all.indexOf(text) !== all.lastIndexOf(text)) quote.remove();
  }
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** A box around nothing but a heading is the heading: Readability takes the box for an empty one. */
function unwrap(heading: DomElement): void {
  const parent = heading.parentElement;
  if (parent?.localName !== 'div' || parent.textContent.trim() !== heading.textContent.trim()) return;
  if ([...parent.children].length === 1) parent.replaceWith(heading);
}

const DECK =
  '.standfirst,.dek,.deck,.subtitle,.sub-title,.article-sub-title,.article-subtitle,.entry-subtitle,.post-subtitle,.article__summary,.article-summary,.spot,.teaser-text,.lead-text,.chapo,.vorspann';

/** The page's own summary under its title is a better abstract than the one it states for search engines. */
export function takeDeck(document: DomDocument, found: Found): void {
  const title = letters(found.csl.title ?? '');
  for (const element of document.querySelectorAll(DECK)) {
    const text = element.textContent.replace(/\s+/gu, ' ').trim();
    if (text.length < 10 || text.length > 600 || element.closest('aside,nav,footer') !== null) continue;
    if (!title.includes(letters(text))) {
      found.csl.abstract = text;
      found.inferred.delete('abstract');
    }
    element.remove();
    return;
  }
}

/** Takes what a list such as "Published: 3 May" says above an article; the list goes. */
export function takeMetadataLists(document: DomDocument, found: Found): void {
  for (const list of document.querySelectorAll('dl')) {
    const parts = [...list.children].flatMap((child) =>
      child.localName === 'div' ? [...child.children] : [child],
    );
    const terms = parts.filter((part) => part.localName === 'dt').map((part) => part.textContent.trim());
    const told = terms.filter((term) => DECORATED.test(term)).length;
    if (told === 0 || told * 2 < terms.length || list.textContent.length > 600) continue;
    for (const [index, part] of parts.entries()) {
      const value = parts[index + 1];
      if (part.localName !== 'dt' || value?.localName !== 'dd') continue;
      const term = part.textContent.trim();
      const text = value.textContent.trim();
      if (
        /^(?:date|published|publication date|issued|release date)\W*$/iu.test(term) &&
        !isRevisionLine(term)
      )
        offerDate(found, 'issued', metadataDate(text), text);
      if (/^(?:release|reference|ref)\.? ?(?:no\.?|number)?\W*$/iu.test(term)) offer(found, 'number', text);
    }
    list.remove();
  }
}
