/**
 * Titles with words in italics and the like. The title itself is plain; its form with marks stands beside it, in the
 * mark-up of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags),
 * and counts only as long as it says what the title says. So whatever shows, finds or compares titles needs to know
 * nothing of it, and a title that is changed elsewhere is never printed as it was.
 */
import { z } from 'zod';

const TITLE_FIELDS = [
  'title',
  'title-short',
  'collection-title',
  'container-title',
  'container-title-short',
  'event-title',
  'original-title',
  'part-title',
  'reviewed-title',
  'volume-title',
] as const;
export type TitleField = (typeof TITLE_FIELDS)[number];

export const titleMarkupSchema = z.partialRecord(z.enum(TITLE_FIELDS), z.string());

export function isTitleField(field: string): field is TitleField {
  return (TITLE_FIELDS as readonly string[]).includes(field);
}

export type TitleMark = 'italic' | 'bold' | 'superscript' | 'subscript' | 'smallcaps' | 'nocase';

const TAGS: Readonly<Record<TitleMark, [open: string, close: string]>> = {
  italic: ['<i>', '</i>'],
  bold: ['<b>', '</b>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  smallcaps: ['<span style="font-variant:small-caps;">', '</span>'],
  nocase: ['<span class="nocase">', '</span>'],
};

/** How CSL, HTML, JATS (of Crossref) and reference managers write them. */
const NAMES: Readonly<Record<string, TitleMark>> = {
  i: 'italic',
  em: 'italic',
  'jats:italic': 'italic',
  b: 'bold',
  strong: 'bold',
  'jats:bold': 'bold',
  sup: 'superscript',
  'jats:sup': 'superscript',
  sub: 'subscript',
  inf: 'subscript',
  'jats:sub': 'subscript',
  sc: 'smallcaps',
  scp: 'smallcaps',
  'jats:sc': 'smallcaps',
};

const TAG = new RegExp(`<(/?)(${[...Object.keys(NAMES), 'span'].join('|')})(?![a-z:])([^<>]*)>`, 'giu');

/** A title in parts: text, and marked parts in each other. */
export type TitlePart = string | { mark: TitleMark; parts: TitlePart[] };

/** Tags that are none of CSL's, do not end, or end what did not begin, are left out. */
export function titleParts(markup: string): TitlePart[] {
  const root: TitlePart[] = [];
  const open: { name: string; mark: TitleMark | null; parts: TitlePart[] }[] = [];
  let at = 0;
  const here = (): TitlePart[] => open.at(-1)?.parts ?? root;
  const close = (): void => {
    const { mark, parts } = open.pop()!;
    if (mark === null || parts.length === 0) here().push(...parts);
    else here().push({ mark, parts });
  };
  for (const match of markup.matchAll(TAG)) {
    const [tag, slash, name = '', attributes = ''] = match;
    if (match.index > at) here().push(markup.slice(at, match.index));
    at = match.index + tag.length;
    const known = name.toLowerCase();
    if (slash === '') {
      if (!attributes.endsWith('/')) open.push({ name: known, mark: markOf(known, attributes), parts: [] });
    } else if (open.some((other) => other.name === known)) {
      while (open.at(-1)!.name !== known) unmark(open, close);
      close();
    }
  }
  if (at < markup.length) here().push(markup.slice(at));
  while (open.length > 0) unmark(open, close);
  return root;
}

/** What was never closed marks nothing. */
function unmark(open: { mark: TitleMark | null }[], close: () => void): void {
  open.at(-1)!.mark = null;
  close();
}

function markOf(name: string, attributes: string): TitleMark | null {
  if (name !== 'span') return NAMES[name] ?? null;
  if (/small-caps/iu.test(attributes)) return 'smallcaps';
  return /\bnocase\b/u.test(attributes) ? 'nocase' : null;
}

function written(parts: readonly TitlePart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : TAGS[part.mark].join(written(part.parts))))
    .join('');
}

/** H₂O and 10⁶ without their marks would be other words: digits have signs of their own. */
function plain(parts: readonly TitlePart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : moved(plain(part.parts), SIGNS[part.mark] ?? {})))
    .join('');
}

const SIGNS: Partial<Record<TitleMark, Readonly<Record<string, string>>>> = {
  superscript: signs('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'),
  subscript: signs('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'),
};

function signs(of: string): Record<string, string> {
  return Object.fromEntries('0123456789+-=()'.split('').map((sign, at) => [sign, of[at]!]));
}

function moved(text: string, to: Readonly<Record<string, string>>): string {
  const all = text.split('').map((sign) => to[sign]);
  return all.every((sign) => sign !== undefined) ? all.join('') : text;
}

/**
 * A title that was read with tags: its words on one line, and the same with marks as CSL writes them, null where it has
 * none. `tidy` puts right what stands between tags.
 */
export function readTitle(
  text: string,
  tidy: (part: string) => string = (part) => part,
): { title: string; markup: string | null } {
  const parts = tidied(titleParts(text), tidy);
  const markup = oneLine(written(parts));
  const title = oneLine(plain(parts));
  // Words that look like tags would be taken for some.
  const isSound = plainTitle(markup) === title;
  return { title, markup: markup === title || !isSound ? null : markup };
}

function tidied(parts: readonly TitlePart[], tidy: (part: string) => string): TitlePart[] {
  return parts.map((part) =>
    typeof part === 'string' ? tidy(part) : { mark: part.mark, parts: tidied(part.parts, tidy) },
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function plainTitle(markup: string): string {
  return oneLine(plain(titleParts(markup)));
}

type Titles = Partial<Record<TitleField, string>> & {
  markup?: Partial<Record<TitleField, string>> | undefined;
};

/** A title with its marks where it has some; undefined where there is no such title. */
export function titleMarkup(csl: Titles, field: TitleField): string | undefined {
  const markup = csl.markup?.[field];
  return markup !== undefined && plainTitle(markup) === csl[field] ? markup : csl[field];
}

/** The item with marks in its titles, as other programs and citeproc take them. */
export function withTitleMarkup<T extends Titles>(csl: T): Omit<T, 'markup'> {
  const { markup, ...rest } = csl;
  for (const field of Object.keys(markup ?? {}) as TitleField[])
    Object.assign(rest, { [field]: titleMarkup(csl, field) });
  return rest;
}

/** The marks of the titles of `titles`, each as in the first of `from` that says what the title says. */
export function marksOf(titles: Titles, from: readonly Titles['markup'][]): NonNullable<Titles['markup']> {
  const found: NonNullable<Titles['markup']> = {};
  for (const field of TITLE_FIELDS) {
    const markup = from
      .map((marks) => marks?.[field])
      .find((text) => text !== undefined && plainTitle(text) === titles[field]);
    if (markup !== undefined) found[field] = markup;
  }
  return found;
}
