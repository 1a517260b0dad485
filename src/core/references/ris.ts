/** RIS, as its specification of 2011 has it; which tag holds what is as the importer reads it. */
import { type CslDate, type CslItem, type CslName, cslDateToIso } from '#domain/csl.ts';
import { TYPE_LABELS } from '#domain/cslLabels.ts';
import { RIS_PARAGRAPHS, RIS_TYPES, risNames, risPages, risTexts } from '../import/references/risFields.ts';
import { edtf } from './edtf.ts';
import type { FormatWriter, Reference } from './reference.ts';

export const ris: FormatWriter = {
  mediaType: 'application/x-research-info-systems',
  extension: 'ris',
  open: '',
  between: '\r\n',
  close: '',
  write: (reference) =>
    linesOf(reference)
      .map(([tag, value]) => `${tag}  - ${value}\r\n`)
      .join(''),
};

/** The tag of each type; types that RIS has none for share another's. */
const TYPES: Record<CslItem['type'], string> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'ADVS',
  chapter: 'CHAP',
  classic: 'ANCIENT',
  collection: 'GEN',
  dataset: 'DATA',
  document: 'GEN',
  entry: 'ENCYC',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  event: 'GEN',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'VIDEO',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  performance: 'GEN',
  periodical: 'JFULL',
  personal_communication: 'PCOMM',
  post: 'BLOG',
  'post-weblog': 'BLOG',
  regulation: 'LEGAL',
  report: 'RPRT',
  review: 'JOUR',
  'review-book': 'JOUR',
  software: 'COMP',
  song: 'SOUND',
  speech: 'SLIDE',
  standard: 'STAND',
  thesis: 'THES',
  treaty: 'LEGAL',
  webpage: 'ELEC',
};

type Line = [tag: string, value: string];

function linesOf({ key, csl, tags }: Reference): Line[] {
  const { type } = csl;
  const tag = TYPES[type];
  const isNamed = (RIS_TYPES[tag] ?? 'document') === type;
  const lines: Line[] = [['TY', tag]];
  const put = (name: string, value: string | undefined): void => {
    const text = oneLine(value ?? '');
    if (text !== '') lines.push([name, text]);
  };
  for (const [field, name] of risNames(type))
    for (const person of csl[field] ?? []) put(name, nameText(person));
  for (const [field, name] of risTexts(type)) {
    const value = field === 'citation-key' ? key : csl[field];
    if (!RIS_PARAGRAPHS.has(field)) put(name, value);
    else for (const paragraph of (value ?? '').split('\n')) put(name, paragraph);
  }
  if (!isNamed) put('M3', TYPE_LABELS[type]);
  put('M3', csl.genre);
  putDate(put, csl.issued);
  if (csl.accessed !== undefined) put('Y2', dateText(csl.accessed));
  putPages(put, csl[risPages(type)]);
  put('SN', csl.ISSN);
  put('SN', csl.ISBN);
  put('UR', csl.URL);
  for (const word of tags) put('KW', word);
  return [...lines, ['ER', '']];
}

type Put = (name: string, value: string | undefined) => void;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** `Family, Given, Suffix`. An organisation's name ends in a comma, or doubles its first one, as EndNote wants it. */
function nameText(name: CslName): string {
  if (name.literal !== undefined)
    return name.literal.includes(',') ? name.literal.replace(',', ',,') : `${name.literal},`;
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family]
    .filter((part) => part !== undefined)
    .join(' ');
  const parts = [family, name.given ?? '', name.suffix ?? ''];
  return parts.join(', ').replace(/(?:, )+$/u, '');
}

/** The year, and the day where more than the year is known. */
function putDate(put: Put, date: CslDate | undefined): void {
  if (date === undefined) return;
  const [start = []] = date['date-parts'];
  const [year = 0] = start;
  put('PY', isoYear(year));
  const hasMore =
    start.length > 1 || date['date-parts'].length > 1 || date.circa === true || date.season !== undefined;
  if (hasMore) put('DA', dateText(date));
}

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** `2023/05/09/`, with the season, `circa` and the end of a range behind the last stroke; EDTF for years BCE. */
function dateText(date: CslDate): string {
  const [start = [], end] = date['date-parts'];
  const [year = 0, month, day] = start;
  if (year < 0) return edtf(date);
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  const other = [
    date.season === undefined ? '' : (SEASONS[date.season - 1] ?? ''),
    date.circa === true ? 'circa' : '',
    end === undefined ? '' : `to ${cslDateToIso({ 'date-parts': [end] })}`,
  ];
  return `${isoYear(year)}/${two(month)}/${two(day)}/${other.filter((part) => part !== '').join(' ')}`;
}

function isoYear(year: number): string {
  return cslDateToIso({ 'date-parts': [[year]] });
}

/** First and last page on lines of their own; what is more than one range stays on one. */
function putPages(put: Put, pages: string | undefined): void {
  const [, start, end] = /^([^\s–-]+)–([^\s–-]+)$/u.exec(pages ?? '') ?? [];
  put('SP', start ?? pages);
  put('EP', end);
}
