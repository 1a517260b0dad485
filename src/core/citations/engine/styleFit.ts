/** Fits items to what a style knows of, so that it prints the nearest right thing instead of leaving words out. */
import type { XmlNode } from 'citeproc';
import { CSL_NAMES_FIELDS, type CslName } from '#domain/csl.ts';

type Item = Record<string, unknown>;

/** The nearest kinds of source, best first, for one that the style knows nothing of. CSL 1.0.2 brought many new ones. */
const NEAREST: Readonly<Record<string, readonly string[]>> = {
  regulation: ['legislation'],
  standard: ['report'],
  hearing: ['report'],
  review: ['article-journal'],
  'review-book': ['article-journal'],
};

/** What holds for a family of styles, by the end of their CSL ids. */
const NEAREST_IN: readonly [styles: RegExp, nearest: typeof NEAREST][] = [
  // Volume, series and page as in "401 U.S. 22" (Chicago Manual of Style 17, 14.290), posts in their own words (14.209).
  [/\/chicago/u, { treaty: ['legal_case'], post: ['webpage'] }],
  [/\/turabian/u, { treaty: ['legislation'], post: ['webpage'] }],
  // Titles in italics (Cite Them Right 12).
  [
    /\/harvard-cite-them-right/u,
    { dataset: ['report'], map: ['book'], post: ['post-weblog'], treaty: ['legislation'] },
  ],
  // As a periodical, it keeps its series.
  [/\/ieee/u, { regulation: [] }],
  [/\/oscola/u, { dataset: ['report'], map: ['report'], post: ['post-weblog'] }],
];

/** Who is named first where nobody wrote it, and the style would leave them out. */
const FIRST_NAMED = [
  'host',
  'director',
  'performer',
  'producer',
  'executive-producer',
  'curator',
  'organizer',
  'compiler',
];
const AUTHORS = ['author', 'editor', 'translator'];

const WEB_TYPES = new Set(['webpage', 'post', 'post-weblog']);

/**
 * Items come in the form of `engineInput.ts`, and go out as `style` prints them best. They are not changed; an item that
 * is corrected is another object.
 */
export function createStyleFit(style: XmlNode): (item: Item) => Item {
  const { types, variables, id } = read(style);
  const numbersPublicLaws = JSON.stringify(style).includes('Pub. L. No.');
  const ofFamily = NEAREST_IN.filter(([styles]) => styles.test(id)).map(([, nearest]) => nearest);
  const nearest = Object.assign({}, NEAREST, ...ofFamily) as typeof NEAREST;
  const typeOf = (type: string): string =>
    types.has(type) ? type : (nearest[type]?.find((other) => types.has(other)) ?? type);

  const fit = (item: Item): Item => {
    const given = item['type'] as string;
    const type = typeOf(given);
    const fitted: Item = { ...item, type };
    // CSL 1.0.2 named it anew; the styles ask for the old name. Proceedings have the name of the event in theirs.
    if (item['container-title'] === undefined && item['event-title'] !== undefined)
      fitted['event'] = item['event-title'];
    if (textOf(item['container-title']).includes(textOf(item['event-title']))) delete fitted['event-title'];
    if (EVENTS.has(given) && variables.has('event-date')) fitted['event-date'] ??= item['issued'];
    if (AUTHORS.every((role) => item[role] === undefined)) {
      const role = FIRST_NAMED.find((name) => item[name] !== undefined && !variables.has(name));
      if (role !== undefined) fitted['author'] = item[role];
      else if (given === 'hearing' && type !== given && item['authority'] !== undefined)
        fitted['author'] = [{ literal: item['authority'] }];
    }
    // Else the title of a review is taken for that of the work reviewed.
    if (item['reviewed-title'] !== undefined && !variables.has('reviewed-title'))
      delete fitted['reviewed-author'];
    if (WEB_TYPES.has(given)) nameSiteOnce(fitted, id, variables.has('container-title'));
    // APA 7, 9.29.
    if (id.endsWith('/apa') && isAlone(item['author'], item['publisher'])) delete fitted['publisher'];
    if (id.endsWith('briefing-endnotes')) {
      nameBodiesOnce(fitted);
      if (says(textOf(item['title']), textOf(item['number']))) delete fitted['number'];
    }
    // MLA Handbook 9, ch. 5: such a work begins with its title.
    if (id.endsWith('/modern-language-association') && isAlone(item['author'], item['publisher']))
      delete fitted['author'];
    if (BEGINS_WITH_GENRE.test(id) && SET_ALONE.has(given))
      for (const field of ['genre', 'medium'])
        if (fitted[field] !== undefined) fitted[field] = capitalised(textOf(fitted[field]));
    if (INITIALS.test(id))
      for (const role of CSL_NAMES_FIELDS)
        if (role !== 'recipient' && fitted[role] !== undefined)
          fitted[role] = (fitted[role] as CslName[]).map((name) => withInitials(name, id.endsWith('/apa')));
    if (numbersPublicLaws && given === 'legislation') keepForeignNumber(fitted);
    if (CHICAGO_NOTES.test(id)) fitForChicagoNotes(given, fitted, numbersPublicLaws);
    return fitted;
  };
  // citeproc asks for an item each time that it prints it.
  const known = new WeakMap<Item, Item>();
  return (item) => {
    const fitted = known.get(item) ?? fit(item);
    known.set(item, fitted);
    return fitted;
  };
}

/** Styles that cut all given names to initials. */
const INITIALS = /\/(?:apa|harvard-cite-them-right|ieee|vancouver)/u;

/** citeproc takes "Sang-hoon" apart and leaves "S. hoon": it is one name in APA (9.8), and two initials elsewhere. */
function withInitials(name: CslName, isOne: boolean): CslName {
  const given = name.given?.replace(/(?<=\p{Ll})-(\p{Ll})/gu, (_part, first: string) =>
    isOne ? first : `-${first.toUpperCase()}`,
  );
  return given === undefined ? name : { ...name, given };
}

const CHICAGO_NOTES = /\/(?:chicago|turabian)-(?:full)?note-bibliography/u;

function fitForChicagoNotes(given: string, fitted: Item, setsLaws: boolean): void {
  // A translation is no reprint of what it was made from.
  if (fitted['translator'] !== undefined) delete fitted['original-date'];
  // Italic where it is cited again (Chicago Manual of Style 17, 14.276), as only short titles are.
  if (given === 'legal_case') fitted['title-short'] ??= fitted['title'];
  // "H.R. 1234, 118th Cong."; else the number is set as that of a public law.
  const number = textOf(fitted['number']);
  if (given === 'bill' && number !== '' && fitted['container-title'] === undefined) {
    fitted['container-title'] = [number, textOf(fitted['chapter-number'])].filter(Boolean).join(', ');
    delete fitted['number'];
  }
  // "124 Stat. 119": the page of a law without a number would be left out (14.282).
  if (
    setsLaws &&
    given === 'legislation' &&
    fitted['number'] === undefined &&
    fitted['section'] === undefined
  ) {
    const [page] = textOf(fitted['page']).split(/[-–]/u, 1);
    fitted['container-title'] = [textOf(fitted['container-title']), page].filter(Boolean).join(' ');
  }
}

/** Where the endnotes of briefs name bodies behind the author, in the order of print. */
const BODIES = ['container-title', 'collection-title', 'authority', 'publisher', 'archive'];

/** As APA names a publisher who is the author, but for every place. */
function nameBodiesOnce(fitted: Item): void {
  const first = ['author', 'editor', 'director'].find((role) => fitted[role] !== undefined);
  const names = (first === undefined ? [] : fitted[first]) as CslName[];
  // Of more than three its notes name the first.
  const printed = names.length > 3 ? names.slice(0, 1) : names;
  const named = new Set(printed.map(({ literal }) => bodyKey(literal)));
  for (const field of BODIES) {
    const body = bodyKey(fitted[field]);
    if (body === '') continue;
    if (named.has(body)) delete fitted[field];
    named.add(body);
  }
}

/**
 * The name of a site stands where styles look for it, also where it is known as the publisher, and only once; one that
 * is its author's own is left to them (APA 7, 9.32).
 */
function nameSiteOnce(fitted: Item, styleId: string, printsSite: boolean): void {
  if (!printsSite) return;
  fitted['container-title'] ??= fitted['publisher'];
  const site = fitted['container-title'];
  // APA 7, 10.16: the site alone.
  if (bodyKey(site) === bodyKey(fitted['publisher']) || styleId.endsWith('/apa')) delete fitted['publisher'];
  if (site === undefined || isAlone(fitted['author'], site)) delete fitted['container-title'];
  else if (VANCOUVER.test(styleId) && fitted['type'] === 'webpage') {
    // Else the author of a page is named as that of the site.
    fitted['publisher'] ??= site;
    delete fitted['container-title'];
  }
}

const VANCOUVER = /\/vancouver/u;

/** "No. 117-58" of the laws of the United States. */
const PUBLIC_LAW = /^\d{1,3}[-–]\d{1,4}$/u;

/**
 * In styles that set the number of a law as that of a public law of the United States, any other number stands by
 * itself: "Regulation (EU) 2016/679" is no such law.
 */
function keepForeignNumber(fitted: Item): void {
  const number = textOf(fitted['number']);
  const title = textOf(fitted['title']);
  const isUnitedStates = /^(?:us\b|$)/iu.test(textOf(fitted['jurisdiction']));
  if (number === '' || (isUnitedStates && PUBLIC_LAW.test(number.replaceAll('\\', '')))) return;
  delete fitted['number'];
  if (says(title, number)) return;
  if (fitted['container-title'] === undefined) fitted['container-title'] = number;
  else {
    fitted['title-short'] ??= title;
    fitted['title'] = `${title}, ${number}`;
  }
}

/** Whether `number` is a word of the title: "Resolution 2231 (2015)" says 2231. */
function says(title: string, number: string): boolean {
  return title.split(/[\s,()]+/u).includes(number);
}

const EVENTS = new Set(['speech', 'event', 'performance']);

/** Styles that set what kind of thing it is behind a full stop or alone in brackets, as it is written. */
const BEGINS_WITH_GENRE = /\/(?:harvard-cite-them-right|ieee|modern-language-association)/u;
const SET_ALONE = new Set(['report', 'motion_picture', 'thesis']);

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whether the one author is the body `name`. */
function isAlone(authors: unknown, name: unknown): boolean {
  const [first, ...more] = (authors ?? []) as { literal?: string }[];
  return more.length === 0 && first?.literal !== undefined && bodyKey(first.literal) === bodyKey(name);
}

/** Equal for names of one body, however they are written: "The World Bank" is the World Bank. */
function bodyKey(name: unknown): string {
  return textOf(name)
    .trim()
    .toLowerCase()
    .replace(/^the\s+/u, '');
}

function read(style: XmlNode): { types: Set<string>; variables: Set<string>; id: string } {
  const types = new Set<string>();
  const variables = new Set<string>();
  let id = '';
  const visit = (node: XmlNode | string, parent?: XmlNode): void => {
    if (typeof node === 'string') return;
    for (const type of node.attrs['type']?.split(' ') ?? []) types.add(type);
    for (const variable of node.attrs['variable']?.split(' ') ?? []) variables.add(variable);
    if (node.name === 'id' && parent?.name === 'info') id = textOf(node.children[0]).trim();
    for (const child of node.children) visit(child, node);
  };
  visit(style);
  return { types, variables, id };
}
