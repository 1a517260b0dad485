/**
 * Citations as Pandoc's Markdown writes them: `[see @doe99, pp. 33-35 and passim; -@smith04, ch. 1]`,
 * `@smith04 [p. 3]`, `@{any key}`, `[@smith{ii, A}]`. https://pandoc.org/MANUAL.html#citation-syntax
 */
import type { CitationItem } from './citation.ts';
import {
  ENGLISH_TERMS,
  type LocatorTerms,
  printLocator,
  readLocator,
  readWholeLocator,
  type TermReader,
  termReader,
} from './locators.ts';

/**
 * One source of a citation, by its key. A prefix has no white space around it; a suffix keeps one space or the sign
 * that it begins with.
 */
export interface PandocCite extends Pick<CitationItem, 'locator' | 'label' | 'prefix' | 'suffix'> {
  key: string;
  /** `-@key` */
  suppressAuthor?: true;
  /** `@key` in running text: of a citation only the first can be. */
  authorInText?: true;
}

/** The item of a citation that a source known by its key becomes. */
export function citationItem({ key: _key, ...place }: PandocCite, articleId: number): CitationItem {
  return { articleId, ...place };
}

/** A citation in a text, from `start` to before `end` in UTF-16 units. */
export interface FoundCitation {
  start: number;
  end: number;
  cites: PandocCite[];
}

/** The citation that a text is, from its first character to its last; null where it is none. */
export function parsePandocCitation(text: string, readTerm: TermReader = ENGLISH_TERMS): PandocCite[] | null {
  const found = citationAt(text, 0, readTerm);
  return found?.end === text.length ? found.cites : null;
}

/** The citations in running text, in order. Those in backticks are none, and the `@` of a mail address begins none. */
export function findPandocCitations(text: string, readTerm: TermReader = ENGLISH_TERMS): FoundCitation[] {
  const found: FoundCitation[] = [];
  if (!text.includes('@')) return found;
  for (let at = 0; at < text.length;) {
    const skipped = SKIPPED.exec(text.slice(at));
    if (skipped !== null) {
      at += skipped[0].length;
      continue;
    }
    const citation = /[[@-]/u.test(text[at]!) ? citationAt(text, at, readTerm) : null;
    if (citation === null) at += 1;
    else {
      found.push(citation);
      at = citation.end;
    }
  }
  return found;
}
/** What holds no citation: an escaped sign, code. */
const SKIPPED = /^(?:\\[!-/:-@[-`{-~]|(`+)(?!`)[^]*?(?<!`)\1(?!`))/u;

/** How the kinds of places are written: Pandoc knows those of the language that it formats citations in. */
export interface PlaceTerms {
  terms: LocatorTerms;
  /** Reads them. */
  read: TermReader;
}
const IN_ENGLISH: PlaceTerms = { terms: {}, read: ENGLISH_TERMS };

export function placeTerms(terms: LocatorTerms): PlaceTerms {
  return { terms, read: termReader(terms) };
}

/** As Pandoc reads it; `parsePandocCitation` gives the same again. Keys hold no brace and no line end. */
export function printPandocCitation(cites: readonly PandocCite[], terms: PlaceTerms = IN_ENGLISH): string {
  const [first, ...others] = cites;
  if (first === undefined) return '';
  if (first.authorInText !== true) return `[${cites.map((cite) => printCite(cite, terms)).join('; ')}]`;
  const behind = [first, ...others]
    .map((cite, place) => (place === 0 ? printBehind(cite, '', terms) : printCite(cite, terms)))
    .join('; ');
  return behind === '' ? printKey(first.key) : `${printKey(first.key)} [${behind}]`;
}

function citationAt(text: string, at: number, readTerm: TermReader): FoundCitation | null {
  if (text[at] === '[') return bracketedAt(text, at, readTerm);
  if (!isWordStart(text, at)) return null;
  const key = keyAt(text, at);
  if (key === null) return null;
  const cite: PandocCite = key.suppress
    ? { key: key.key, suppressAuthor: true }
    : { key: key.key, authorInText: true };
  const bare = { start: at, end: key.end, cites: [cite] };
  const open = /^\s?\[/u.exec(text.slice(key.end));
  const inside = open === null ? null : insideBrackets(text, key.end + open[0].length - 1);
  if (inside === null) return bare;
  const [behind = '', ...others] = inside.parts;
  const more = others.map((part) => readCite(part, readTerm));
  const nothing = behind.trim() === '' && more.length === 0;
  if (nothing || holdsKey(behind) || more.includes(null)) return bare;
  return {
    start: at,
    end: inside.end,
    cites: [{ ...cite, ...readBehind(behind, readTerm) }, ...(more as PandocCite[])],
  };
}

function bracketedAt(text: string, at: number, readTerm: TermReader): FoundCitation | null {
  const inside = insideBrackets(text, at);
  if (inside === null) return null;
  const cites = inside.parts.map((part) => readCite(part, readTerm));
  return cites.includes(null) ? null : { start: at, end: inside.end, cites: cites as PandocCite[] };
}

/** What stands in the brackets that open at `at`, parted by semicolons; null where they do not close, or are a link's. */
function insideBrackets(text: string, at: number): { parts: string[]; end: number } | null {
  const parts: string[] = [];
  const closing: string[] = [];
  let from = at + 1;
  for (let index = from; index < text.length; index += 1) {
    const sign = text[index]!;
    const key = sign === '@' && closing.length === 0 ? keyAt(text, index) : null;
    if (key !== null) index = key.end - 1;
    else if (sign === '\\') index += 1;
    else if (sign === '\n' && /^\n[^\S\n]*\n/u.test(text.slice(index))) return null;
    else if (sign === '[' || sign === '{') closing.push(sign === '[' ? ']' : '}');
    else if (sign === closing.at(-1)) closing.pop();
    else if (closing.length > 0) continue;
    else if (sign === ';') {
      parts.push(text.slice(from, index));
      from = index + 1;
    } else if (sign === ']') {
      parts.push(text.slice(from, index));
      return text[index + 1] === '(' ? null : { parts, end: index + 1 };
    }
  }
  return null;
}

function readCite(part: string, readTerm: TermReader): PandocCite | null {
  const at = keyStart(part);
  const key = at < 0 ? null : keyAt(part, at);
  if (key === null) return null;
  const behind = part.slice(key.end);
  if (holdsKey(behind) || !isBalanced(part.slice(0, at))) return null;
  const prefix = plain(part.slice(0, at)).trim();
  return {
    key: key.key,
    ...(prefix === '' ? {} : { prefix }),
    ...readBehind(behind, readTerm),
    ...(key.suppress ? { suppressAuthor: true } : {}),
  };
}

/** Locator and suffix. */
function readBehind(behind: string, readTerm: TermReader): Pick<PandocCite, 'locator' | 'label' | 'suffix'> {
  const lead = /^\s*,?\s*/u.exec(behind)![0].length;
  const braced = bracesAt(behind, lead);
  if (braced !== null) {
    const locator = readWholeLocator(plain(braced.inside), readTerm);
    return { ...placed(locator), ...suffixed(behind.slice(braced.end)) };
  }
  const locator = readLocator(behind.slice(lead), readTerm);
  if (locator === null) return suffixed(behind);
  return { ...placed(locator), ...suffixed(behind.slice(lead + locator.length)) };
}

function placed(found: ReturnType<typeof readWholeLocator>): Pick<PandocCite, 'locator' | 'label'> {
  return found === null ? {} : { label: found.label, locator: found.locator };
}

function suffixed(text: string): Pick<PandocCite, 'suffix'> {
  const suffix = plain(text).trimEnd();
  return suffix === '' ? {} : { suffix };
}

/** What stands in the braces that open at `at`. */
function bracesAt(text: string, at: number): { inside: string; end: number } | null {
  if (text[at] !== '{') return null;
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '{') depth += 1;
    else if (text[index] === '}' && (depth -= 1) === 0)
      return { inside: text.slice(at + 1, index), end: index + 1 };
  }
  return null;
}

/** Letters, digits and single signs between them: the manual's rule for keys without braces. */
const KEY = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*`;
const PLAIN_KEY = new RegExp(`^${KEY}$`, 'u');
const KEY_AT = new RegExp(`(-?)@(?:\\{([^{}\\n]+)\\}|(${KEY}))`, 'uy');

function keyAt(text: string, at: number): { key: string; suppress: boolean; end: number } | null {
  KEY_AT.lastIndex = at;
  const match = KEY_AT.exec(text);
  if (match === null) return null;
  const key = (match[2] ?? match[3])!.trim();
  return key === '' ? null : { key, suppress: match[1] === '-', end: at + match[0].length };
}

/** Where the first key begins; -1 where there is none. */
function keyStart(text: string): number {
  for (let at = 0; at < text.length; at += 1)
    if (text[at] === '\\') at += 1;
    else if (/[@-]/u.test(text[at]!) && isWordStart(text, at) && keyAt(text, at) !== null) return at;
  return -1;
}

function holdsKey(text: string): boolean {
  return keyStart(text) >= 0;
}

/** Whether the brackets that open in a prefix close in it. */
function isBalanced(prefix: string): boolean {
  const bare = prefix.replaceAll(/\\./gu, '');
  return bare.split('[').length === bare.split(']').length;
}

/** `a@b` is a mail address, `example.org/@b` a web address. */
function isWordStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  return !/[\p{L}\p{N}\p{M}_/@.:]$/u.test(before) || /\\.$/u.test(before);
}

/** Without the backslashes before signs that are meant as they are, and with single spaces. */
function plain(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1').replaceAll(/\s+/gu, ' ');
}

/** What parts a citation, and what Pandoc would read as marks, dashes or an ellipsis. Quotation marks are curled. */
function escaped(text: string): string {
  return text.replaceAll(/[\\[\]{}@;*_`<&$^~|]|-(?=-)|(?<=-)-|\.(?=\.)/gu, String.raw`\$&`);
}

function printCite(cite: PandocCite, terms: PlaceTerms): string {
  const prefix = cite.prefix === undefined ? '' : `${escaped(cite.prefix)} `;
  const mark = cite.suppressAuthor === true ? '-' : '';
  return `${prefix}${mark}${printKey(cite.key)}${printBehind(cite, ', ', terms)}`;
}

function printKey(key: string): string {
  return PLAIN_KEY.test(key) ? `@${key}` : `@{${key}}`;
}

/** The plainest of the ways to write locator and suffix that is read as them: in braces where it must be. */
function printBehind(
  { label = 'page', locator, suffix = '' }: PandocCite,
  lead: string,
  { terms, read }: PlaceTerms,
): string {
  const behind = escaped(suffix);
  if (locator === undefined) {
    // Most signs would go on with the key.
    const isParted = lead === '' || /^(?:$|[\s,!)])/u.test(behind);
    return isParted && readsAs(behind, {}, suffix, read) ? behind : `{}${behind}`;
  }
  const place = printLocator({ label, locator }, terms);
  const plainly = `${lead}${place}${behind}`;
  return readsAs(plainly, { label, locator }, suffix, read) ? plainly : `${lead}{${escaped(place)}}${behind}`;
}

function readsAs(
  behind: string,
  place: Pick<PandocCite, 'locator' | 'label'>,
  suffix: string,
  readTerm: TermReader,
): boolean {
  const read = readBehind(behind, readTerm);
  return (
    read.label === place.label &&
    read.locator === place.locator &&
    (read.suffix ?? '') === suffix &&
    !holdsKey(behind)
  );
}
