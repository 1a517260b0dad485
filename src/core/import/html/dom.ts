/** The part of the DOM that import uses, and the parser that brings it. Nothing runs and nothing is fetched. */
import { parseHTML } from 'linkedom';

export interface DomNode {
  nodeType: number;
  textContent: string;
  childNodes: Iterable<DomNode>;
  parentElement: DomElement | null;
  cloneNode(deep: boolean): DomNode;
}

export interface DomElement extends DomNode {
  localName: string;
  id: string;
  className: string;
  children: Iterable<DomElement>;
  parentElement: DomElement | null;
  nextElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  contains(other: DomNode): boolean;
  remove(): void;
  replaceWith(...nodes: (DomNode | string)[]): void;
}

export interface DomDocument {
  documentElement: DomElement | null;
  body: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  createTextNode(text: string): DomNode;
  getElementById(id: string): DomElement | null;
}

/** What Chromium's parser allows. Parsing takes more than the square of the depth: deeper pages stop a reader. */
const MAX_DEPTH = 512;
/** Elements that do not end by themselves. */
const NESTING =
  /<(\/?)(?:a|abbr|article|aside|b|blockquote|center|div|em|figure|font|footer|header|i|main|nav|ol|q|section|small|span|strong|sub|sup|table|u|ul)(?=[\s/>])/giu;

/** Throws RangeError for a page whose elements are nested beyond anything that people write. */
export function checkDepth(html: string): void {
  let depth = 0;
  for (const [, closes] of html.matchAll(NESTING)) {
    depth = closes === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) throw new RangeError(`More than ${MAX_DEPTH} elements inside each other.`);
  }
}

const ELEMENT = 1;
export const TEXT = 3;

/**
 * Parses a page or a fragment. The parser does not supply the tags that HTML lets a page leave out, nor
 * take in what stands behind `</html>`: so the page gets one `html`, `head` and `body` around all it holds.
 */
export function parseDocument(html: string): DomDocument {
  const open = /<html\b[^>]*>/iu.exec(html)?.[0] ?? '<html>';
  const rest = html.replace(/<!doctype[^>]*>|<\?xml[^>]*\?>|<\/?html\b[^>]*>|<\/body\s*>/giu, '');
  const body = /<body\b[^>]*>/iu.exec(rest) ?? /<\/head\s*>/iu.exec(rest);
  const head = body === null ? '' : rest.slice(0, body.index).replace(/<\/?head\b[^>]*>/giu, '');
  const behind = body === null ? rest : rest.slice(body.index + body[0].length);
  const bodyTag = body?.[0].startsWith('</') === false ? body[0] : '<body>';
  const page = `<!doctype html>${open}<head>${head}</head>${bodyTag}${behind}</body></html>`;
  return (parseHTML(page) as unknown as { document: DomDocument }).document;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}
