/** Makes a pasted page harmless and plain, in place. Needs a DOM; changes nothing outside `document`. */
import { tidyTables } from '../table/clipboard/tidy.ts';
import { normaliseUrl } from './links.ts';

const DROPPED =
  'script,style,meta,link,title,base,img,picture,svg,video,audio,canvas,iframe,object,embed,form,input,button,select,textarea,template,noscript';
/** What carries meaning: structure and the four looks that stand for emphasis. */
const KEPT_ATTRIBUTES = new Set([
  'start',
  'aria-checked',
  'role',
  'data-callout',
  'data-confidence',
  'data-page-break',
]);
/** What `tidyTables` says of columns and cells. */
const KEPT_IN_TABLES = new Set(['width', 'align', 'data-head']);
const KEPT_STYLES = ['font-weight', 'font-style', 'text-decoration', 'vertical-align'];

export function cleanPastedHtml(document: Document): void {
  tidyTables(document);
  listsFromWord(document);
  pageBreaks(document);
  // Of a block of code in a block of code an empty one would be left.
  for (const code of document.querySelectorAll('pre code')) code.replaceWith(...code.childNodes);
  // The label of a callout follows from its kind.
  for (const label of document.querySelectorAll('[data-callout] > [data-callout-label]')) label.remove();
  for (const element of document.querySelectorAll(DROPPED)) element.remove();
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) cleanElement(element);
}

function cleanElement(element: HTMLElement): void {
  const href = element.tagName === 'A' ? normaliseUrl(element.getAttribute('href') ?? '') : null;
  const absolute = /^(https?:|mailto:)/i.test(element.getAttribute('href')?.trim() ?? '');
  const looks = KEPT_STYLES.map((name) => [name, element.style.getPropertyValue(name)] as const);
  const isOfTable = ['TD', 'TH', 'COL'].includes(element.tagName);
  for (const name of element.getAttributeNames())
    if (!KEPT_ATTRIBUTES.has(name) && !(isOfTable && KEPT_IN_TABLES.has(name))) element.removeAttribute(name);
  for (const [name, value] of looks) if (value !== '') element.style.setProperty(name, value);
  if (element.tagName !== 'A') return;
  if (href !== null && absolute) element.setAttribute('href', href);
  else element.replaceWith(...element.childNodes);
}

/** Word and Dossier write a page break as a line break, Google Docs as a rule; each says so in its style. */
function pageBreaks(document: Document): void {
  for (const element of document.querySelectorAll<HTMLElement>('br, hr')) {
    const before = element.style.getPropertyValue('break-before');
    if (before !== 'page' && before !== 'always') continue;
    const rule = document.createElement('hr');
    rule.dataset['pageBreak'] = '';
    (element.closest('p, h1, h2, h3, h4, h5, h6') ?? element).after(rule);
    element.remove();
  }
}

/** Word writes list items as paragraphs that begin with a drawn bullet or number. */
function listsFromWord(document: Document): void {
  let list: { element: HTMLElement; level: number }[] = [];
  for (const paragraph of document.querySelectorAll<HTMLElement>('p')) {
    const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '')?.[1];
    if (level === undefined) {
      list = [];
      continue;
    }
    const glyph = takeGlyph(paragraph);
    const depth = Number(level);
    if (list.length > 0 && paragraph.previousElementSibling !== list[0]!.element) list = [];
    while (list.length > 0 && list.at(-1)!.level > depth) list.pop();
    if (list.length === 0 || list.at(-1)!.level < depth) {
      const element = document.createElement(/^\(?([0-9]+|[a-z]{1,4})[.)]/i.test(glyph) ? 'ol' : 'ul');
      const parent = list.at(-1)?.element;
      if (parent === undefined) paragraph.before(element);
      else (parent.lastElementChild ?? parent.appendChild(document.createElement('li'))).append(element);
      list.push({ element, level: depth });
    }
    const item = document.createElement('li');
    item.append(...paragraph.childNodes);
    list.at(-1)!.element.append(item);
    paragraph.remove();
  }
}

function takeGlyph(paragraph: HTMLElement): string {
  const drawn = [...paragraph.querySelectorAll<HTMLElement>('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const glyph = drawn?.textContent?.trim() ?? '';
  drawn?.remove();
  return glyph;
}
