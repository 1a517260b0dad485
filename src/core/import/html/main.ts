/** Finds the article in a page. */
import { Readability } from '@mozilla/readability';
import type { DraftBlock } from '../content/draft.ts';
import { blockText, plainBlock } from '../content/draft.ts';
import { blocksOf } from './blocks.ts';
import { type DomDocument, type DomElement, type DomNode, isElement } from './dom.ts';

/** Fewer characters than this are seldom a whole article. */
const ENOUGH = 500;
/** How much more text a fallback must hold before it is preferred. */
const MUCH_MORE = 1.5;
/** Elements of a page that Readability, which may read it four times, is given. */
const MOST_ELEMENTS = 60_000;
const FURNITURE =
  'nav,aside,footer,header,form,[role=navigation],[role=banner],[role=contentinfo],[role=complementary],[hidden]';

/**
 * The article's blocks: by Readability; where that finds little, the JSON-LD body, the `article` or `main`
 * element, or the whole body, whichever comes first with clearly more text. `document` is used up.
 */
export function mainBlocks(document: DomDocument, linkedBody: string | null, base?: string): DraftBlock[] {
  const whole = document.body?.cloneNode(true) ?? null;
  const read = readable(document);
  const blocks = read === null ? [] : blocksOf(read, base);
  if (textLength(blocks) >= ENOUGH) return blocks;
  for (const candidate of fallbacks(whole !== null && isElement(whole) ? whole : null, linkedBody, base))
    if (textLength(candidate) > textLength(blocks) * MUCH_MORE) return candidate;
  return blocks;
}

/** Readability fails on some pages; they still have their fallbacks. */
function readable(document: DomDocument): DomElement | null {
  if (document.body !== null) restoreByCopy(document.body);
  try {
    const article = new Readability(document as never, {
      serializer: (node) => node as unknown as DomElement,
      keepClasses: true,
      disableJSONLD: true,
      maxElemsToParse: MOST_ELEMENTS,
    }).parse();
    return article?.content ?? null;
  } catch {
    return null;
  }
}

/**
 * Readability starts anew from the page's HTML where it found little. A copy of the tree does as well, and is
 * never parsed by a parser whose time grows with the square of the depth.
 */
function restoreByCopy(body: DomElement): void {
  let copy: DomNode | null = null;
  Object.defineProperty(body, 'innerHTML', {
    get: () => {
      copy = body.cloneNode(true);
      return '';
    },
    set: () => {
      body.replaceChildren(...(copy?.cloneNode(true).childNodes ?? []));
    },
  });
}

function* fallbacks(
  body: DomElement | null,
  linkedBody: string | null,
  base: string | undefined,
): Generator<DraftBlock[]> {
  if (linkedBody !== null)
    yield linkedBody
      .split(/\n\s*\n|\n/u)
      .filter((text) => text.trim() !== '')
      .map((text) => plainBlock('paragraph', text));
  if (body === null) return;
  for (const element of body.querySelectorAll(FURNITURE))
    if (element.closest('article') === null) element.remove();
  for (const selector of ['article', 'main', '[role=main]']) {
    const element = body.querySelector(selector);
    if (element !== null) yield blocksOf(element, base);
  }
  yield blocksOf(body, base);
}

function textLength(blocks: DraftBlock[]): number {
  return blocks.reduce((sum, block) => sum + blockText(block).trim().length, 0);
}
