/** Locators: the place in a source that a citation points at, as people write it. */
import type { LOCATOR_LABELS } from './citation.ts';

/** A locator type of CSL 1.0.2. */
export type LocatorLabel = (typeof LOCATOR_LABELS)[number];

export interface Locator {
  label: LocatorLabel;
  locator: string;
}

/** The pages of a passage as what a citation of it says; nothing where they are not known. */
export function pageLocator(pages: string | null): Partial<Locator> {
  return pages === null ? {} : { label: 'page', locator: pages };
}

/** What each kind of place is called, those first that are cited most. */
export const LOCATOR_NAMES: Record<LocatorLabel, string> = {
  page: 'Page',
  paragraph: 'Paragraph',
  section: 'Section',
  chapter: 'Chapter',
  timestamp: 'Timestamp',
  appendix: 'Appendix',
  article: 'Article',
  book: 'Book',
  canon: 'Canon',
  column: 'Column',
  elocation: 'E-location',
  'sub-verbo': 'Entry (s.v.)',
  equation: 'Equation',
  figure: 'Figure',
  folio: 'Folio',
  issue: 'Issue',
  line: 'Line',
  note: 'Note',
  opus: 'Opus',
  part: 'Part',
  rule: 'Rule',
  scene: 'Scene',
  supplement: 'Supplement',
  table: 'Table',
  title: 'Title',
  verse: 'Verse',
  volume: 'Volume',
};

/** How a language writes the terms, without the full stop that an abbreviation may end in. */
export type LocatorTerms = Readonly<Partial<Record<LocatorLabel, readonly string[]>>>;

/** As they are written in English; the first form is the one for a single place, the second for several. */
const ENGLISH: Record<LocatorLabel, readonly [one: string, many: string, ...others: string[]]> = {
  page: ['p.', 'pp.', 'pg.', 'pgs.', 'page', 'pages'],
  paragraph: ['para.', 'paras.', 'par.', 'pars.', 'paragraph', 'paragraphs', '¶', '¶¶'],
  section: ['sec.', 'secs.', 'sect.', 'sects.', 'section', 'sections', '§', '§§'],
  chapter: ['ch.', 'chs.', 'chap.', 'chaps.', 'chapter', 'chapters'],
  timestamp: ['timestamp', 'timestamps', 'min.'],
  appendix: ['app.', 'apps.', 'appendix', 'appendices', 'appendixes'],
  article: ['art.', 'arts.', 'article', 'articles'],
  book: ['bk.', 'bks.', 'book', 'books'],
  canon: ['can.', 'cann.', 'canon', 'canons'],
  column: ['col.', 'cols.', 'column', 'columns'],
  elocation: ['loc.', 'locs.', 'location', 'locations'],
  'sub-verbo': ['s.v.', 's.vv.', 'sv', 'svv', 'sub verbo', 'sub verbis', 'sub voce', 'entry', 'entries'],
  equation: ['eq.', 'eqs.', 'equation', 'equations'],
  figure: ['fig.', 'figs.', 'figure', 'figures'],
  folio: ['fol.', 'fols.', 'folio', 'folios'],
  issue: ['no.', 'nos.', 'iss.', 'issue', 'issues'],
  line: ['l.', 'll.', 'line', 'lines'],
  note: ['n.', 'nn.', 'fn.', 'note', 'notes', 'footnote', 'footnotes', 'endnote', 'endnotes'],
  opus: ['op.', 'opp.', 'opus', 'opera'],
  part: ['pt.', 'pts.', 'part', 'parts'],
  rule: ['r.', 'rr.', 'rule', 'rules'],
  scene: ['sc.', 'scs.', 'scene', 'scenes'],
  supplement: ['supp.', 'supps.', 'suppl.', 'supplement', 'supplements'],
  table: ['tbl.', 'tbls.', 'table', 'tables'],
  title: ['tit.', 'tits.', 'title', 'titles'],
  verse: ['v.', 'vv.', 'verse', 'verses'],
  volume: ['vol.', 'vols.', 'volume', 'volumes'],
};

/** Finds the term of a locator at the beginning of a text, the longest that fits. */
export type TermReader = (text: string) => { label: LocatorLabel; length: number } | null;

/** Reads the English terms and those of another language; where one word is in both, that language's meaning. */
export function termReader(more: LocatorTerms = {}): TermReader {
  const labels = new Map<string, LocatorLabel>();
  for (const terms of [ENGLISH, more])
    for (const [label, forms] of Object.entries(terms))
      for (const form of forms) {
        const key = fold(form);
        if (key !== '') labels.set(key, label as LocatorLabel);
      }
  const longest = Math.max(...Array.from(labels.keys(), (key) => key.length));
  return (text) => {
    const at = AT.exec(text);
    if (at !== null) return { label: 'timestamp', length: at[0].length };
    for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
      const label = labels.get(fold(text.slice(0, length)));
      if (label === undefined || /[.\s]/u.test(text[length - 1]!)) continue;
      const stop = text[length] === '.' ? 1 : 0;
      const next = text.slice(length + stop);
      // A word that only begins like a term is none; `p12` and `§4` are.
      if (stop === 0 && /^[\p{L}\p{M}]/u.test(next) && /[\p{L}\p{M}]$/u.test(text.slice(0, length))) continue;
      return { label, length: length + stop };
    }
    return null;
  };
}

/** English terms alone. */
export const ENGLISH_TERMS: TermReader = termReader();

/** `at 12` is how lawyers write a page; before a time it names the time. */
const AT = /^at(?=\s+(?:\d{1,3}:\d{2}(?::\d{2})?(?![\p{L}\p{N}])|\d+\s?(?:h|m|min|s)\b))/iu;

function fold(form: string): string {
  return form.normalize('NFC').toLowerCase().replace(/\.$/u, '').replaceAll(/\s+/gu, ' ').trim();
}

/**
 * The locator at the beginning of a text and how long it is: `12`, `pp. 33-35, 38`, `§ 4`, `at 03:15`,
 * `s.v. "treaty"`. A number without a term is a page. Roman numerals need a term. Null where there is none.
 */
export function readLocator(
  text: string,
  readTerm: TermReader = ENGLISH_TERMS,
): (Locator & { length: number }) | null {
  const term = readTerm(text);
  const from = term === null ? 0 : term.length + spaces(text.slice(term.length));
  const rest = text.slice(from);
  if (term?.label === 'sub-verbo') {
    const entry = /^(?:["“”„]([^"“”„]+)["“”]|([^\s,;[\]{}\\@]+))/u.exec(rest);
    const words = (entry?.[1] ?? entry?.[2])?.trim() ?? '';
    return words === '' ? null : { label: term.label, locator: words, length: from + entry![0].length };
  }
  const length = numbersAt(rest, term !== null);
  if (length === 0) return null;
  return { label: term?.label ?? 'page', locator: rest.slice(0, length), length: from + length };
}

/** A whole text as a locator, whatever it says behind its term; null where nothing is left of it. */
export function readWholeLocator(text: string, readTerm: TermReader = ENGLISH_TERMS): Locator | null {
  const trimmed = text.trim();
  const term = readTerm(trimmed);
  const locator = term === null ? trimmed : trimmed.slice(term.length).trim();
  return locator === '' ? null : { label: term?.label ?? 'page', locator };
}

/** `p. 12`, `pp. 12–14`: a term, in English where `terms` names none for it, and the locator. `readLocator` reads it. */
export function printLocator({ label, locator }: Locator, terms: LocatorTerms = {}): string {
  const [one, many = one] = terms[label] ?? ENGLISH[label];
  return `${/[-–—,&]/u.test(locator) ? many : one} ${locator}`;
}

/**
 * Words that a source is looked for by, and behind them the place in it: `smith p. 12`, `smith, 12–14`. A locator whose
 * number is still to come is taken off, too. A year is none.
 */
export function splitLocator(
  typed: string,
  readTerm: TermReader = ENGLISH_TERMS,
): { words: string; locator: Locator | null } {
  const comma = typed.lastIndexOf(',');
  const starts = [...typed.matchAll(/(?<=\S)(?:\s*,\s*|\s+)(?=\S|$)/gu)];
  for (const { index, 0: gap } of starts) {
    const tail = typed.slice(index + gap.length).trimEnd();
    const behindComma = gap.includes(',');
    const words = typed.slice(0, index);
    const term = readTerm(tail);
    const isTerm = term?.length === tail.length && index >= comma;
    // A longer word may go on, and may be one of the source's.
    if (isTerm && (behindComma || /\.$|^.{1,3}$/u.test(tail))) return { words, locator: null };
    // A place without a term stands behind a comma, and is no year.
    if (term === null && (!behindComma || /^(?:1[5-9]|20)\d\d(?=$|[\s,])/u.test(tail))) continue;
    const found = readLocator(tail, readTerm);
    const isWhole = found !== null && /^[\s,.–-]*$/u.test(tail.slice(found.length));
    if (isWhole) return { words, locator: { label: found.label, locator: found.locator } };
  }
  return { words: typed.replace(/[\s,]+$/u, ''), locator: null };
}

/** Numbers, ranges and lists of them; with a term before them, Roman numerals too. */
function numbersAt(text: string, afterTerm: boolean): number {
  let end = 0;
  let at = 0;
  for (;;) {
    const word = numberAt(text.slice(at), afterTerm);
    if (word === 0) return end;
    end = at + word;
    const joint = /^(?:\s*[,&]\s*|\s+[-–—]+\s+)/u.exec(text.slice(end));
    if (joint === null) return end;
    at = end + joint[0].length;
  }
}

function numberAt(text: string, afterTerm: boolean): number {
  const word = /^[^\s,;&{}[\]\\@]+/u.exec(text)?.[0] ?? '';
  const open = word.split('(').length > word.split(')').length;
  const kept = open ? word.slice(0, word.lastIndexOf('(')) : word;
  const bare = kept.replace(/[.:!?"'”’]+$/u, '').replace(/^([^(]*)\)+$/u, '$1');
  const isNumber = /\p{N}/u.test(bare) || (afterTerm && isRoman(bare));
  return isNumber ? bare.length : 0;
}

const ROMAN = /^m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/iu;

function isRoman(word: string): boolean {
  const parts = word.replaceAll(/[()]/gu, '').split(/[-–—]+/u);
  return parts.every((part) => part !== '' && ROMAN.test(part));
}

function spaces(text: string): number {
  return /^\s*/u.exec(text)![0].length;
}
