/** RIS: `TY  - JOUR` to `ER  -`, with the tags of its 2011 specification and those that are older. */
import type { CslItem, CslName, CslNamesField, CslTextField } from '#domain/csl.ts';
import { readName } from '../metadata/names.ts';
import type { ReferenceItem } from '../read/item.ts';
import { referenceDate } from './dates.ts';
import { addNames, addTags, type Draft, finishReference, newDraft, setText, tidyName } from './fields.ts';

export interface RisRecord {
  /** Tags with their values, in order. */
  lines: [tag: string, value: string][];
  text: string;
}

const TAG = /^\uFEFF?\s{0,3}([A-Z][A-Z0-9])\s{0,3}-(?:\s(.*)|)$/u;

/**
 * The records of a file. A value goes on over lines without a tag; a record without `ER` ends where the next
 * begins; what stands outside records is left out.
 */
export function risRecords(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let lines: RisRecord['lines'] = [];
  let source: string[] = [];
  const end = (): void => {
    if (lines.length > 0) records.push({ lines, text: source.join('\n').trim() });
    lines = [];
    source = [];
  };
  for (const line of text.split(/\r\n?|\n/u)) {
    const match = TAG.exec(line);
    const tag = match?.[1];
    if (tag === 'TY') end();
    if (tag === undefined && lines.length === 0) continue;
    source.push(line);
    if (tag === 'ER') end();
    else if (tag !== undefined) lines.push([tag, (match![2] ?? '').trim()]);
    else if (line.trim() !== '') {
      const last = lines.at(-1)!;
      const multiline = last[0] === 'AB' || last[0] === 'N2' || last[0] === 'N1';
      last[1] += (multiline ? '\n' : ' ') + line.trim();
    }
  }
  end();
  return records.filter((record) => record.lines[0]![0] === 'TY' && record.lines.length > 1);
}

const TYPES: Record<string, CslItem['type']> = {
  ABST: 'article-journal',
  ADVS: 'motion_picture',
  AGGR: 'dataset',
  ANCIENT: 'book',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CHART: 'figure',
  CLSWK: 'book',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  CTLG: 'book',
  DATA: 'dataset',
  DBASE: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  EQUA: 'figure',
  FIGURE: 'figure',
  GOVDOC: 'report',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article-journal',
  INTV: 'interview',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  LEGAL: 'regulation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  POD: 'broadcast',
  RPRT: 'report',
  SER: 'book',
  SLIDE: 'speech',
  SOUND: 'broadcast',
  STAND: 'standard',
  STAT: 'legislation',
  STD: 'standard',
  THES: 'thesis',
  UNBILL: 'bill',
  UNPB: 'manuscript',
  UNPD: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
};

const TEXTS: Record<string, CslTextField> = {
  TI: 'title',
  T1: 'title',
  CT: 'title',
  ST: 'title-short',
  T3: 'collection-title',
  JA: 'container-title-short',
  J1: 'container-title-short',
  J2: 'container-title-short',
  VL: 'volume',
  CP: 'issue',
  ET: 'edition',
  SE: 'section',
  NV: 'number-of-volumes',
  PB: 'publisher',
  CY: 'publisher-place',
  PP: 'publisher-place',
  AB: 'abstract',
  N2: 'abstract',
  N1: 'note',
  RN: 'note',
  DO: 'DOI',
  DI: 'DOI',
  LA: 'language',
  CN: 'call-number',
  DB: 'source',
  DP: 'source',
  ID: 'citation-key',
  OP: 'original-title',
};

/** Works that lie in another one, whose title T2 and whose editor A2 are. */
const PARTS: ReadonlySet<string> = new Set([
  'chapter',
  'paper-conference',
  'entry-dictionary',
  'entry-encyclopedia',
]);
const WHOLE: ReadonlySet<string> = new Set(['book', 'report', 'thesis', 'manuscript', 'map', 'software']);
const PAGED: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'paper-conference',
]);

/** `name` is what the record goes by in reports. */
export function referenceOfRis({ lines, text }: RisRecord, name: string): ReferenceItem {
  const draft = newDraft();
  const type = TYPES[lines[0]![1].toUpperCase()] ?? 'document';
  draft.csl.type = type;
  const values = (...tags: string[]): string[] =>
    lines.filter(([tag, value]) => tags.includes(tag) && value !== '').map(([, value]) => value);
  const first = (...tags: string[]): string | undefined =>
    tags.map((tag) => values(tag)[0]).find((value) => value !== undefined);

  takeTitles(draft, type, first);
  for (const [tag, value] of lines) {
    const field = TEXTS[tag];
    if (field !== undefined) setText(draft, field, value);
  }
  for (const [field, tags] of namesOf(type))
    addNames(
      draft,
      field,
      values(...tags)
        .map(risName)
        .filter((other) => other !== null),
    );
  takeDates(draft, first);
  takeNumbers(draft, type, first);
  setText(
    draft,
    'URL',
    values('UR', 'L2', 'LK')
      .flatMap((value) => value.split(/[\s;]+/u))
      .find((url) => /^https?:/iu.test(url)),
  );
  addTags(
    draft,
    values('KW').flatMap((value) => value.split(/[;\n]/u)),
  );
  return finishReference(draft, { name, bytes: new TextEncoder().encode(text) }, name);
}

function takeTitles(
  draft: Draft,
  type: CslItem['type'],
  first: (...tags: string[]) => string | undefined,
): void {
  setText(draft, 'title', first('TI', 'T1', 'CT') ?? (type === 'book' ? first('BT') : undefined));
  if (WHOLE.has(type)) setText(draft, 'collection-title', first('T2', 'T3'));
  else setText(draft, 'container-title', first('T2', 'JF', 'JO', 'BT', 'JA', 'J2'));
  if (type === 'legal_case') setText(draft, 'container-title', first('T3'));
}

/** Who the authors of the second to the fourth rank are differs by the type. */
function namesOf(type: CslItem['type']): [CslNamesField, string[]][] {
  const second: CslNamesField = type === 'book' ? 'collection-editor' : 'editor';
  const third: CslNamesField = PARTS.has(type)
    ? 'collection-editor'
    : type === 'book'
      ? 'editor'
      : 'contributor';
  return [
    ['author', ['AU', 'A1']],
    ['editor', ['ED']],
    [second, ['A2']],
    [third, ['A3']],
    ['translator', ['A4', 'TA']],
  ];
}

/** `Family, Given, Suffix`; a name that ends in a comma is an organisation's. */
export function risName(text: string): CslName | null {
  const [family = '', given = '', suffix] = text.split(/\s*,\s*/u);
  if (text.trimEnd().endsWith(',') && given === '') return tidyName({ literal: family });
  if (given === '') return family.trim() === '' ? null : tidyName(readName(family));
  const name = tidyName(readName(`${family}, ${given}`));
  return name === null || suffix === undefined || suffix === '' ? name : { ...name, suffix };
}

/** DA is the more exact of the two, where it holds the year at all. */
function takeDates(draft: Draft, first: (...tags: string[]) => string | undefined): void {
  const year = referenceDate(first('PY', 'Y1') ?? '');
  const exact = referenceDate(first('DA') ?? '');
  const issued = exact !== null && (year === null || length(exact) > length(year)) ? exact : year;
  if (issued !== null) draft.csl.issued = issued;
  else if (first('DA') !== undefined) draft.messages.push(`The date “${first('DA')}” could not be read.`);
  const accessed = referenceDate(first('Y2') ?? '');
  if (accessed !== null) draft.csl.accessed = accessed;
}

function length(date: NonNullable<CslItem['issued']>): number {
  return date['date-parts'][0]?.length ?? 0;
}

function takeNumbers(
  draft: Draft,
  type: CslItem['type'],
  first: (...tags: string[]) => string | undefined,
): void {
  const [start, end] = [first('SP'), first('EP')];
  const pages =
    start === undefined || end === undefined || start === end || /[-–]/u.test(start)
      ? start
      : `${start}–${end}`;
  if (type === 'book' || type === 'thesis') setText(draft, 'number-of-pages', pages);
  else setText(draft, 'page', pages);
  setText(draft, PAGED.has(type) ? 'issue' : 'number', first('IS'));
  const work = first('M3');
  // Older programs wrote the DOI here.
  if (work !== undefined && /^(?:doi:?\s*)?10\.\d{4,9}\//iu.test(work)) setText(draft, 'DOI', work);
  else setText(draft, 'genre', work);
  const number = first('M1', 'C7');
  setText(draft, PAGED.has(type) ? 'issue' : 'number', number);
  const serial = first('SN') ?? '';
  const isIssn = /^\s*\d{4}-?\d{3}[\dX](?!\d)/iu.test(serial) && !/^\s*97[89]/u.test(serial);
  setText(draft, isIssn ? 'ISSN' : 'ISBN', serial);
}
