/**
 * Word writes the items of a list as paragraphs that begin with a drawn bullet or number, and their list and level
 * in their style: `mso-list:l0 level2 lfo1`.
 */

interface Open {
  element: HTMLElement;
  level: number;
}

export function listsFromParagraphs(document: Document): void {
  const formats = formatsOf(document);
  let list: Open[] = [];
  let name = '';
  let between: HTMLElement[] = [];
  for (const paragraph of document.querySelectorAll<HTMLElement>('p')) {
    const place = placeOf(paragraph);
    if (place === null) {
      const isContinued = list.length > 0 && paragraph.className.startsWith('MsoListParagraph');
      if (isContinued && follows(paragraph, between.at(-1) ?? list[0]!.element)) between.push(paragraph);
      else list = between = [];
      continue;
    }
    const glyph = takeGlyph(paragraph);
    const isNumber = formats.get(place.format) ?? numberOf(glyph) !== null;
    const goesOn =
      list.length > 0 && name === place.list && follows(paragraph, between.at(-1) ?? list[0]!.element);
    if (!goesOn) list = [];
    else if (between.length > 0) continueItem(list.at(-1)!, between);
    between = [];
    name = place.list;
    while (list.length > 0 && list.at(-1)!.level > place.level) list.pop();
    const top = list.at(-1);
    const isOther =
      top !== undefined && top.level === place.level && (top.element.tagName === 'OL') !== isNumber;
    if (isOther) list.pop();
    if (list.length === 0 || isOther || list.at(-1)!.level < place.level) {
      const element = document.createElement(isNumber ? 'ol' : 'ul');
      const start = isNumber ? numberOf(glyph, formats.get(place.format)) : null;
      if (start !== null && start !== 1) element.setAttribute('start', String(start));
      const parent = list.at(-1)?.element;
      if (parent === undefined) paragraph.before(element);
      else (parent.lastElementChild ?? parent.appendChild(document.createElement('li'))).append(element);
      list.push({ element, level: place.level });
    }
    const item = document.createElement('li');
    item.append(...paragraph.childNodes);
    list.at(-1)!.element.append(item);
    paragraph.remove();
  }
}

/** A paragraph without a number in the middle of a list belongs to the item before it. */
function continueItem({ element }: Open, paragraphs: readonly HTMLElement[]): void {
  element.lastElementChild?.append(...paragraphs);
}

function follows(paragraph: Element, element: Element): boolean {
  return paragraph.previousElementSibling === element;
}

function placeOf(paragraph: HTMLElement): { list: string; level: number; format: string } | null {
  const style = paragraph.getAttribute('style') ?? '';
  const [, list, level, override = ''] =
    /mso-list:\s*(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/iu.exec(style) ?? [];
  if (list === undefined || level === undefined) return null;
  return { list: `${list} ${override}`, level: Number(level), format: `${list.toLowerCase()}:level${level}` };
}

type NumberFormat = 'roman' | 'letter' | 'number';

/** How lists are numbered, as the style sheet says: false for bullets. */
function formatsOf(document: Document): Map<string, NumberFormat | false> {
  const formats = new Map<string, NumberFormat | false>();
  const css = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n');
  for (const [, name, rules] of css.matchAll(/@list\s+(l\d+:level\d+)[^{]*\{([^}]*)\}/giu)) {
    const format = /mso-level-number-format:\s*([\w-]+)/iu.exec(rules!)?.[1]?.toLowerCase() ?? 'arabic';
    const kind =
      format === 'bullet'
        ? false
        : format.startsWith('roman')
          ? 'roman'
          : format.startsWith('alpha')
            ? 'letter'
            : 'number';
    formats.set(name!.toLowerCase(), kind);
  }
  return formats;
}

function takeGlyph(paragraph: HTMLElement): string {
  const drawn = [...paragraph.querySelectorAll<HTMLElement>('span')].find((span) =>
    /mso-list:\s*ignore/iu.test(span.getAttribute('style') ?? ''),
  );
  const glyph = drawn?.textContent?.trim() ?? '';
  drawn?.remove();
  return glyph;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** What a drawn number counts; null for a bullet. Of `2.3.` it is the last, and a lone `i` is Roman. */
function numberOf(glyph: string, format?: NumberFormat | false): number | null {
  const [, number] = /^[([]?(?:\w+[.)])*?(\d{1,6}|[a-z]{1,7})[.):\]]?$/iu.exec(glyph) ?? [];
  if (number === undefined || (/^o$/u.test(glyph) && format === undefined)) return null;
  if (/^\d/u.test(number)) return Number(number);
  const letters = number.toLowerCase();
  const isRoman =
    /^[ivxlcdm]+$/u.test(letters) &&
    (format === 'roman' || (format !== 'letter' && /^(?:i|v|x)/u.test(letters)));
  if (!isRoman)
    return /^(.)\1*$/u.test(letters) ? letters.charCodeAt(0) - 96 + 26 * (letters.length - 1) : null;
  const values = letters.split('').map((letter) => ROMAN[letter]!);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
