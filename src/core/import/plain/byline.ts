/** Lines about who wrote an article and when. */
import type { CslName } from '#domain/csl.ts';
import { dateOfLine, findDate, isRevisionLine, type ReadDate } from '../metadata/dates.ts';
import { isOrganisation, looksLikeName, readName, readNames } from '../metadata/names.ts';
import { isKnownPublisher, typeByWording } from '../metadata/publishers.ts';

export interface Byline {
  /** Without the organisation or the place that follows a name. */
  authors: CslName[];
  editors: CslName[];
  /** Who published it, as the line says. */
  source: string | null;
  date: ReadDate | null;
  /** When it was last changed, where the line says only that. */
  revised: ReadDate | null;
  /** The part of the line that is the date. */
  printedDate: string;
}

/** UTF-16 units of the longest byline: a dozen names with their places. */
const LONGEST = 400;
const BY =
  /^(?:(?:by|written by|story by|text by|words by|interview by)\s*:?\s+|(?:par|von|por|di|door|yazan|بقلم|كتب|كتبت|إعداد)\s*:?\s+|(?:authors?|author\(s\)|yazar(?:lar)?|hazırlayan|haber|interview|entretien|röportaj|автор(?:ы)?|текст|作者|記者|记者|著者|執筆|文|글|기자|מאת)\s*[:：=＝／/]\s*)(?=\S)/iu;
const EDITOR =
  /^(?:责任编辑|责编|責任編輯|编辑|編集|편집|editör|редактор|editor)\s*[:：=]\s*(?=\S)(.{2,60})$/iu;
const SOURCE = /^(?:来源|來源|出典|출처|kaynak|источник|source|quelle|fuente)\s*[:：]\s*(?=\S)(.{2,60})$/iu;
/** What stands beside names and dates in a line of them: a role, an address, a number of comments. */
const BESIDE =
  /^(?:\S+@\S+|\d+\s+comments?|\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|[A-Z]{2,5}))?|[\p{L}\s-]{0,30}\b(?:reporter|correspondent|editor|writer|staff|columnist)s?|댓글\s*\d*|조회\s*[\d,]*|浏览\s*[\d,]*|\d+\s+(?:min(?:ute)?s?|dk|мин)\.?(?: read)?)$/iu;
const OTHER_THAN_ENGLISH = /^(?:par|von|por|di|door)\s/iu;
const TURKISH = /^(?:yaza|hazırlayan)/iu;
const PLACE = String.raw`\p{Lu}[\p{L}.'’-]*(?:[ ,]+\p{Lu}[\p{L}.'’-]*){0,3}`;
const IN_PLACE = new RegExp(String.raw`^(.+?),?\s+(?:in|reporting from|à|aus|en)\s+${PLACE}$`, 'u');
const REPORTER =
  /^(\p{Script=Hangul}{2,4})\s*(?:선임|수석)?\s*(?:기자|특파원|논설위원|연구위원|연구원|교수)$/u;
const REPORTER_JA =
  /^([\p{Script=Han}々]{1,4}[ ・]?[\p{L}々]{1,6})\s*(?:記者|特派員|論説委員|編集委員|研究員|主任研究員)$/u;

/**
 * Reads a line that only says who and when: "By A B", "A B in Taipei", "A B | 12 March 2024",
 * "Posted on March 3, 2022 by A B", "Mar. 21, 2023", "김민수 기자". Null for any other line.
 * A bare name counts only where `bareNames` allows it.
 */
export function readByline(printed: string, bareNames: boolean): Byline | null {
  if (printed.length > LONGEST) return null;
  const line = printed.replace(/\s*[(<]?[\w.+-]{1,64}@[\w.-]{1,100}[)>]?/u, '').trim();
  const posted = /^(.*\d.*?)\s+by\s+(.+)$/iu.exec(line);
  if (posted !== null && dateOfLine(posted[1]!) !== null)
    return combine([dated(posted[1]!), people(`by ${posted[2]!}`, true)]);
  const quoted = IN_PUBLICATION.exec(line);
  if (quoted !== null) {
    const date = dated(quoted[2]!);
    if (date !== null) return { ...date, source: quoted[1]! };
  }
  const parts = line
    .split(findDate(line) === null ? PARTING : PARTING_WITH_DATE)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  const read = parts.map(
    (part, index) => dated(part) ?? office(part) ?? people(part, bareNames && index < 2),
  );
  const known = read.filter((part) => part !== null);
  const others = parts.filter((part, index) => read[index] === null && !BESIDE.test(part));
  // Beside a name or a date, one short further part is the writer's place or employer.
  if (known.length === 0 || others.length > 1) return null;
  if (others.length > 0 && line.length > 120) return null;
  const [other] = others;
  const byline = combine(known);
  const names = other !== undefined && (isKnownPublisher(other) || typeByWording(other) !== null);
  return names && byline !== null ? { ...byline, source: byline.source ?? other } : byline;
}

const PARTING = /\s*[|•·\u3000]\s*|\s+[–—]\s+/u;
/** Copying makes columns into spaces, and a hyphen beside a date is one of the things that part it from a place. */
const PARTING_WITH_DATE = /\s*[|•·\u3000]\s*|\s+[–—-]\s+|\s{2,}/u;

/** "Source: …", "Editor: …". */
function office(text: string): Byline | null {
  const source = SOURCE.exec(text)?.[1] ?? null;
  const editors = EDITOR.exec(text)?.[1];
  if (source === null && editors === undefined) return null;
  return { ...NOTHING, source, editors: editors === undefined ? [] : readNames(editors) };
}

/** "(The Observer, 3 May 2014)" */
const IN_PUBLICATION = /^\(((?:The )?\p{Lu}[^,()]{2,60}),\s*([^()]{6,40})\)$/u;

export const NOTHING: Byline = {
  authors: [],
  editors: [],
  source: null,
  date: null,
  revised: null,
  printedDate: '',
};

function dated(text: string): Byline | null {
  const date = dateOfLine(text);
  if (date === null) return null;
  return isRevisionLine(text)
    ? { ...NOTHING, revised: date, printedDate: text }
    : { ...NOTHING, date, printedDate: text };
}

function people(text: string, bareNames: boolean): Byline | null {
  const korean = (REPORTER.exec(text) ?? REPORTER_JA.exec(text))?.[1];
  if (korean !== undefined) return { ...NOTHING, authors: [readName(korean)] };
  const by = BY.exec(text);
  let names = (by === null ? text : text.slice(by[0].length)).replace(/\s+\([^()\d]{2,40}\)(?=,|\s|$)/gu, '');
  const date = findDate(names);
  let printedDate = '';
  if (date !== null) {
    const at = /[,(]?\s*(?:\p{L}+\.?\s+)?\d[^a-z]*$|,\s*\p{L}+\.?\s+\d{1,2},?\s+\d{4}.*$/iu.exec(names);
    if (at === null) return null;
    printedDate = at[0].replace(/^[,(\s]+/u, '');
    names = names.slice(0, at.index);
  }
  names = names.trim();
  names = IN_PLACE.exec(names)?.[1] ?? names;
  const all = names
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|&|ve|et|und|y)\s+|[、，]/u)
    .filter((name) => name !== '');
  // Beside its date, a name or an organisation needs no "by".
  const stands = (bareNames && all.every(looksLikeName)) || (date !== null && nameOrOrganisation(names));
  const [writer, place, ...more] = all;
  // "Von A B, C D": where two write, other languages than English say "and".
  const hasPlace =
    by !== null && OTHER_THAN_ENGLISH.test(by[0]) && more.length === 0 && names === `${writer}, ${place}`;
  const plausible = by === null ? stands : names.length < 200 && all.length < 12;
  if (!plausible || names === '' || /[.!?]$/u.test(names.replace(/(?:\b\p{L}{1,3}\.)+$/u, ''))) return null;
  const language = TURKISH.test(text) ? 'tr' : undefined;
  return { ...NOTHING, authors: readNames(hasPlace ? writer! : names, language), date, printedDate };
}

function nameOrOrganisation(text: string): boolean {
  return looksLikeName(text) || (isOrganisation(text) && text.split(' ').length <= 8);
}

function combine(parts: (Byline | null)[]): Byline | null {
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return null;
  const withDate = known.find((part) => part.date !== null);
  const revision = known.find((part) => part.revised !== null);
  return {
    authors: known.flatMap((part) => part.authors),
    editors: known.flatMap((part) => part.editors),
    source: known.find((part) => part.source !== null)?.source ?? null,
    date: withDate?.date ?? null,
    revised: revision?.revised ?? null,
    printedDate: (withDate ?? revision)?.printedDate ?? '',
  };
}
