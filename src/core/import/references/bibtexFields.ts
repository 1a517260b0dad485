/** Which fields of BibLaTeX hold what: what the reader looks for, and what the writer writes. */
import {
  CSL_NAMES_FIELDS,
  CSL_TYPES,
  type CslDateField,
  type CslItem,
  type CslNamesField,
  type CslTextField,
} from '#domain/csl.ts';

type Type = CslItem['type'];

/** Types of entries; those that BibLaTeX reserves for others among them. */
const TYPES: Record<string, CslItem['type']> = {
  article: 'article-journal',
  periodical: 'periodical',
  suppperiodical: 'article-journal',
  review: 'review',
  newspaper: 'article-newspaper',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  reference: 'book',
  mvreference: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  incollection: 'chapter',
  suppcollection: 'chapter',
  inreference: 'entry-encyclopedia',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  manual: 'report',
  techreport: 'report',
  report: 'report',
  mastersthesis: 'thesis',
  phdthesis: 'thesis',
  thesis: 'thesis',
  unpublished: 'manuscript',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  dataset: 'dataset',
  software: 'software',
  patent: 'patent',
  jurisdiction: 'legal_case',
  legal: 'legislation',
  legislation: 'legislation',
  standard: 'standard',
  map: 'map',
  image: 'graphic',
  artwork: 'graphic',
  letter: 'personal_communication',
  audio: 'broadcast',
  video: 'motion_picture',
  movie: 'motion_picture',
  performance: 'performance',
  music: 'song',
};

/** The type of an entry; `entrysubtype` may name it more exactly, and holds a type of CSL in what we write. */
export function bibType(entry: { type: string; fields: ReadonlyMap<string, string> }): Type {
  const { type, fields } = entry;
  const subtype = fields.get('entrysubtype')?.trim().toLowerCase() ?? '';
  if (SUBTYPES.has(subtype)) return subtype as Type;
  if (type === 'article' && /newspaper/u.test(subtype)) return 'article-newspaper';
  if (type === 'article' && /magazine/u.test(subtype)) return 'article-magazine';
  const known = TYPES[type];
  if (known !== undefined) return known;
  return fields.has('url') || /\\url|https?:/u.test(fields.get('howpublished') ?? '')
    ? 'webpage'
    : 'document';
}

const SUBTYPES: ReadonlySet<string> = new Set(CSL_TYPES);

type Texts = [CslTextField, string, ...string[]][];

const TEXTS: Texts = [
  ['title-short', 'shorttitle'],
  ['container-title-short', 'shortjournal'],
  ['collection-title', 'series'],
  ['publisher-place', 'location', 'address'],
  ['volume', 'volume'],
  ['number-of-volumes', 'volumes'],
  ['number-of-pages', 'pagetotal'],
  ['chapter-number', 'chapter'],
  ['edition', 'edition'],
  ['version', 'version'],
  ['page', 'pages'],
  ['part-number', 'part'],
  ['event-title', 'eventtitle'],
  ['event-place', 'venue'],
  ['status', 'pubstate'],
  ['DOI', 'doi'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid'],
  ['URL', 'url'],
  ['abstract', 'abstract'],
  ['original-title', 'origtitle'],
  ['original-publisher', 'origpublisher'],
  ['original-publisher-place', 'origlocation'],
  ['call-number', 'library'],
  ['note', 'note'],
  ['annote', 'annotation', 'annote'],
  ['genre', 'type'],
  ['medium', 'howpublished'],
];

/** For each variable the fields that may hold it: the best first, which is the one that is written. */
export function bibTexts(entryType: string, type: Type): Texts {
  return [...numbers(entryType, type), ...publishers(type), ...TEXTS];
}

export function isPeriodicalEntry(entryType: string): boolean {
  return /^(?:article|periodical|suppperiodical|review)$/u.test(entryType);
}

/** Entries without a field for what they are in: it is printed behind their title. */
const ADDED_TO: ReadonlySet<string> = new Set(
  'online electronic www misc video audio movie music image artwork dataset software performance legal legislation jurisdiction'.split(
    ' ',
  ),
);

/** The field for the title of the work that this one is in. */
export function bibContainer(entryType: string): string {
  if (isPeriodicalEntry(entryType)) return 'journaltitle';
  if (/^(?:in|suppbook|suppcollection|bookinbook)/u.test(entryType)) return 'booktitle';
  return ADDED_TO.has(entryType) ? 'titleaddon' : 'maintitle';
}

/** In these the number is that of the series. */
const IN_SERIES: ReadonlySet<string> = new Set(['book', 'chapter']);

function numbers(entryType: string, type: Type): Texts {
  if (isPeriodicalEntry(entryType))
    return [
      ['issue', 'number', 'issue'],
      ['number', 'eid'],
      ['volume-title', 'issuetitle'],
    ];
  if (IN_SERIES.has(type)) return [['collection-number', 'number', 'issue']];
  return [
    ['number', 'number'],
    ['issue', 'issue'],
  ];
}

/** The institution of these is the court, parliament or office that they come from. */
const OF_AUTHORITIES: ReadonlySet<string> = new Set([
  'bill',
  'hearing',
  'legal_case',
  'legislation',
  'patent',
  'regulation',
  'treaty',
]);

function publishers(type: Type): Texts {
  if (OF_AUTHORITIES.has(type))
    return [
      ['authority', 'institution'],
      ['publisher', 'publisher', 'organization', 'school'],
    ];
  if (type === 'thesis') return [['publisher', 'institution', 'school', 'publisher']];
  if (type === 'report') return [['publisher', 'institution', 'organization', 'publisher']];
  return [['publisher', 'publisher', 'institution', 'organization', 'school']];
}

export const BIB_NAMES: [CslNamesField, string][] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
  ['director', 'director'],
  ['chair', 'holder'],
];

/** Where people of other roles stand; the role is in the field of that name with `type` behind it. */
export const BIB_OTHER_NAMES = ['editora', 'editorb', 'editorc'] as const;

/** The role that a `type` of editor names. */
export function bibRole(role: string): CslNamesField {
  return ROLES.has(role) ? (role as CslNamesField) : 'contributor';
}

const ROLES: ReadonlySet<string> = new Set(CSL_NAMES_FIELDS);

export const BIB_DATES: [CslDateField, string][] = [
  ['accessed', 'urldate'],
  ['event-date', 'eventdate'],
  ['original-date', 'origdate'],
];

/** Fields that TeX does not read. */
export const BIB_VERBATIM: ReadonlySet<string> = new Set(
  'doi url pmid pmcid isbn issn date year urldate eventdate origdate'.split(' '),
);
