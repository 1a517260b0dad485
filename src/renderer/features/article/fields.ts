/** Which fields of the metadata a kind of source has. */
import {
  CSL_DATE_FIELDS,
  CSL_NAMES_FIELDS,
  CSL_TEXT_FIELDS,
  type CslDateField,
  type CslNamesField,
  type CslTextField,
} from '#domain/csl.ts';
import type { CslType } from '#domain/cslLabels.ts';

export { isDateField, isNamesField } from '#domain/csl.ts';

/** Fields whose value is one line of text. */
export type TextField = CslTextField;
export type NamesField = CslNamesField;
export type DateField = CslDateField;
export type EditableField = TextField | NamesField | DateField;

const PERIODICAL: EditableField[] = ['container-title', 'issued', 'section', 'page', 'edition', 'publisher'];
const BOOK: EditableField[] = [
  'publisher',
  'publisher-place',
  'issued',
  'edition',
  'volume',
  'number-of-volumes',
];
const SERIES: EditableField[] = ['collection-title', 'collection-number'];
const LAW: EditableField[] = [
  'authority',
  'jurisdiction',
  'number',
  'container-title',
  'volume',
  'section',
  'page',
];
const EVENT: EditableField[] = ['event-title', 'event-place', 'event-date'];
const ARCHIVE: EditableField[] = ['archive', 'archive_collection', 'archive_location', 'archive-place'];
const REVIEW: EditableField[] = [
  'reviewed-title',
  'reviewed-author',
  'container-title',
  'volume',
  'issue',
  'page',
];
const ENTRY: EditableField[] = ['container-title', 'editor', 'volume', 'page', ...BOOK];
const RECORDING: EditableField[] = ['publisher', 'publisher-place', 'issued', 'medium', 'dimensions'];

/** After title and authors, before the fields that every source has. */
const TYPE_FIELDS: Record<CslType, EditableField[]> = {
  article: ['publisher', 'number', 'version', 'status', 'issued', 'DOI'],
  'article-journal': [
    'container-title',
    'volume',
    'issue',
    'page',
    'issued',
    'number',
    'publisher',
    'DOI',
    'ISSN',
    'PMID',
  ],
  'article-magazine': ['container-title', 'volume', 'issue', ...PERIODICAL],
  'article-newspaper': [...PERIODICAL, 'publisher-place'],
  bill: [...LAW, 'chapter-number', 'issued', 'status', 'references'],
  book: ['editor', 'translator', ...BOOK, ...SERIES, 'number-of-pages', 'original-date', 'ISBN', 'DOI'],
  broadcast: ['container-title', 'host', 'guest', 'director', 'producer', 'number', ...RECORDING],
  chapter: [
    'container-title',
    'editor',
    'translator',
    'container-author',
    'chapter-number',
    'page',
    ...BOOK,
    ...SERIES,
    'ISBN',
    'DOI',
  ],
  classic: ['editor', 'translator', ...BOOK, 'original-date', 'original-title'],
  collection: ['issued', 'publisher', 'dimensions', ...ARCHIVE, 'call-number'],
  dataset: ['publisher', 'publisher-place', 'issued', 'version', 'genre', 'number', 'DOI'],
  document: [
    'genre',
    'number',
    'container-title',
    'publisher',
    'publisher-place',
    'issued',
    ...ARCHIVE,
    'DOI',
  ],
  entry: ENTRY,
  'entry-dictionary': ENTRY,
  'entry-encyclopedia': ENTRY,
  event: ['organizer', 'chair', ...EVENT, 'genre', 'issued', 'publisher'],
  figure: ['container-title', 'page', 'number', 'publisher', 'issued', 'medium'],
  graphic: ['medium', 'dimensions', 'issued', 'publisher', 'publisher-place', ...ARCHIVE],
  hearing: [
    'authority',
    'section',
    ...EVENT,
    'number',
    'jurisdiction',
    'publisher',
    'publisher-place',
    'issued',
    'number-of-pages',
  ],
  interview: [
    'interviewer',
    'genre',
    'medium',
    'container-title',
    'publisher',
    'publisher-place',
    'issued',
    ...ARCHIVE,
  ],
  legal_case: [
    'authority',
    'jurisdiction',
    'container-title',
    'volume',
    'page',
    'number',
    'issued',
    'title-short',
    'references',
  ],
  legislation: [...LAW, 'chapter-number', 'issued', 'status', 'references'],
  manuscript: ['genre', 'issued', 'publisher-place', ...ARCHIVE, 'call-number', 'number-of-pages'],
  map: [
    'scale',
    'container-title',
    'edition',
    'publisher',
    'publisher-place',
    'issued',
    ...SERIES,
    'medium',
    'ISBN',
  ],
  motion_picture: ['director', 'producer', 'script-writer', ...RECORDING, 'version'],
  musical_score: ['composer', 'genre', 'medium', ...BOOK],
  pamphlet: ['genre', 'publisher', 'publisher-place', 'issued', 'number-of-pages', ...ARCHIVE],
  'paper-conference': [
    'container-title',
    'editor',
    'page',
    ...EVENT,
    'publisher',
    'publisher-place',
    'issued',
    ...SERIES,
    'DOI',
    'ISBN',
  ],
  patent: [
    'authority',
    'jurisdiction',
    'number',
    'call-number',
    'submitted',
    'issued',
    'status',
    'references',
  ],
  performance: ['performer', 'director', 'composer', ...EVENT, 'issued', 'medium'],
  periodical: ['editor', 'volume', 'issue', 'issued', 'publisher', 'publisher-place', 'ISSN'],
  personal_communication: ['recipient', 'genre', 'medium', 'issued', 'publisher-place', ...ARCHIVE],
  post: ['container-title', 'genre', 'issued', 'publisher'],
  'post-weblog': ['container-title', 'genre', 'issued', 'publisher'],
  regulation: [...LAW, 'issued', 'status', 'references', 'publisher'],
  report: [
    'genre',
    'number',
    'publisher',
    'publisher-place',
    'issued',
    'editor',
    ...SERIES,
    'authority',
    'number-of-pages',
    'DOI',
    'ISBN',
  ],
  review: [...REVIEW, 'reviewed-genre', 'issued', 'publisher'],
  'review-book': [...REVIEW, 'issued', 'DOI'],
  software: ['version', 'genre', 'publisher', 'publisher-place', 'issued', 'license', 'DOI'],
  song: ['composer', 'performer', 'container-title', ...RECORDING],
  speech: ['genre', ...EVENT, 'publisher', 'publisher-place', 'issued', 'medium'],
  standard: [
    'authority',
    'number',
    'status',
    'version',
    'publisher',
    'publisher-place',
    'issued',
    'number-of-pages',
    'ISBN',
  ],
  thesis: ['genre', 'publisher', 'publisher-place', 'issued', 'number-of-pages', 'number', 'archive', 'DOI'],
  treaty: [
    'container-title',
    'volume',
    'page',
    'number',
    'original-date',
    'issued',
    'publisher',
    'status',
    'references',
  ],
  webpage: ['container-title', 'genre', 'publisher', 'issued'],
};

const OF_EVERY_SOURCE: EditableField[] = [
  'URL',
  'accessed',
  'language',
  'title-short',
  'abstract',
  'keyword',
  'citation-key',
  'note',
];

/** The fields of a kind of source, in order. */
export function fieldsOf(type: CslType): EditableField[] {
  return [...new Set<EditableField>(['title', 'author', ...TYPE_FIELDS[type], ...OF_EVERY_SOURCE])];
}

/** All fields but those of the kind of source, in groups with a heading. Each field is in exactly one group. */
export function otherFields(type: CslType): { heading: string; fields: EditableField[] }[] {
  const own = new Set(fieldsOf(type));
  return GROUPS.map(({ heading, fields }) => ({
    heading,
    fields: fields.filter((field) => !own.has(field)),
  })).filter(({ fields }) => fields.length > 0);
}

const GROUPS: { heading: string; fields: readonly EditableField[] }[] = [
  { heading: 'People', fields: CSL_NAMES_FIELDS },
  { heading: 'Dates', fields: CSL_DATE_FIELDS },
  {
    heading: 'Publication',
    fields: [
      'container-title',
      'container-title-short',
      'publisher',
      'publisher-place',
      'edition',
      'version',
      'status',
      'genre',
      'medium',
      'license',
      'collection-title',
      'collection-number',
      'volume-title',
      'part-title',
    ],
  },
  {
    heading: 'Numbers and extent',
    fields: [
      'number',
      'volume',
      'issue',
      'page',
      'page-first',
      'section',
      'chapter-number',
      'part-number',
      'supplement-number',
      'printing-number',
      'number-of-pages',
      'number-of-volumes',
      'dimensions',
      'scale',
    ],
  },
  {
    heading: 'Law and events',
    fields: ['authority', 'jurisdiction', 'division', 'references', 'event-title', 'event-place'],
  },
  {
    heading: 'Original and reviewed work',
    fields: [
      'original-title',
      'original-publisher',
      'original-publisher-place',
      'reviewed-title',
      'reviewed-genre',
    ],
  },
  {
    heading: 'Where it is kept',
    fields: ['archive', 'archive_collection', 'archive_location', 'archive-place', 'call-number', 'source'],
  },
  { heading: 'Identifiers', fields: ['DOI', 'ISBN', 'ISSN', 'PMID', 'PMCID', 'URL', 'citation-key'] },
];
const GROUPED = new Set(GROUPS.flatMap(({ fields }) => fields));
GROUPS.push({ heading: 'Words about it', fields: CSL_TEXT_FIELDS.filter((field) => !GROUPED.has(field)) });
