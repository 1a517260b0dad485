/**
 * Many files map the hyphen that they print to the soft hyphen U+00AD. pdf.js then leaves it out of a page's
 * text; its drawing instructions still have it.
 */

/** A stretch of text as the library gives it. */
export interface TextItem {
  str: string;
  width: number;
  /** Font size is the length of its second column. */
  transform: number[];
}

/** The library's list of drawing instructions. */
export interface Instructions {
  fnArray: number[];
  argsArray: unknown[];
}

interface DrawnGlyph {
  unicode: string;
  /** In thousandths of the font size. */
  width: number;
}

const SOFT_HYPHEN = '\u00AD';

export function drawsSoftHyphens(drawn: DrawnGlyph[]): boolean {
  return drawn.some(({ unicode }) => unicode === SOFT_HYPHEN);
}

/** What a page draws, in order; `showText` is the library's number for that instruction. */
export function drawnGlyphs({ fnArray, argsArray }: Instructions, showText: number): DrawnGlyph[] {
  return fnArray.flatMap((instruction, index) => {
    if (instruction !== showText) return [];
    const [shown] = (argsArray[index] ?? []) as [unknown];
    return Array.isArray(shown) ? shown.filter(isGlyph) : [];
  });
}

function isGlyph(value: unknown): value is DrawnGlyph {
  return typeof value === 'object' && value !== null && typeof (value as DrawnGlyph).unicode === 'string';
}

interface Insertion {
  item: TextItem;
  /** UTF-16 units of the item's text before it. */
  offset: number;
  /** In thousandths of the font size. */
  width: number;
  /** The library made a space of the gap that the hyphen fills. */
  dropsSpace: boolean;
}

/**
 * Writes the hyphens into `items`, which it changes. Both lists have the same letters in the same order; where
 * they do not, as in text from right to left, nothing is changed from there on.
 */
export function restoreHyphens(items: TextItem[], drawn: DrawnGlyph[]): void {
  const letters = lettersOf(items);
  const insertions: Insertion[] = [];
  let at = 0;
  for (const [index, { unicode, width }] of drawn.entries()) {
    if (unicode === SOFT_HYPHEN) {
      const before = letters[at - 1];
      if (before === undefined) continue;
      const next = drawn[index + 1]?.unicode ?? ' ';
      insertions.push({ item: before.item, offset: before.offset, width, dropsSpace: next.trim() !== '' });
      continue;
    }
    for (const letter of plain(unicode)) {
      if (letters[at]?.letter !== letter) {
        insert(items, insertions);
        return;
      }
      at += 1;
    }
  }
  insert(items, insertions);
}

interface Letter {
  letter: string;
  item: TextItem;
  /** UTF-16 units up to its end. */
  offset: number;
}

function lettersOf(items: TextItem[]): Letter[] {
  return items.flatMap((item) => {
    let offset = 0;
    return Array.from(item.str).flatMap((character) => {
      offset += character.length;
      const end = offset;
      return plain(character).map((letter) => ({ letter, item, offset: end }));
    });
  });
}

function plain(text: string): string[] {
  return Array.from(text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, ''));
}

function insert(items: TextItem[], insertions: Insertion[]): void {
  for (const { item, offset, width, dropsSpace } of insertions.toReversed()) {
    const rest = item.str.slice(offset);
    item.str = `${item.str.slice(0, offset)}-${dropsSpace ? rest.trimStart() : rest}`;
    const [, , c = 0, d = 0] = item.transform;
    if (rest === '') item.width += (width / 1000) * Math.hypot(c, d);
    const next = items[items.indexOf(item) + 1];
    if (rest.trim() === '' && dropsSpace && next?.str.trim() === '') next.str = '';
  }
}
