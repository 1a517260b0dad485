/** Which fields of the metadata a kind of source has, and what they are called there. */
import type { CSL_TYPES, CslField, CslItem } from '#domain/csl.ts';

export type CslType = (typeof CSL_TYPES)[number];

/** Fields whose value is one line of text. */
export type TextField = {
  [K in CslField]: CslItem[K] extends string | undefined ? K : never;
}[CslField] &
  Exclude<CslField, 'type'>;
export type NamesField = 'author' | 'editor' | 'translator';
export type DateField = 'issued' | 'accessed';
export type EditableField = TextField | NamesField | DateField;

export const TYPE_LABELS: Record<CslType, string> = {
  article: 'Article or preprint',
  'article-journal': 'Journal article',
  'article-magazine': 'Magazine article',
  'article-newspaper': 'Newspaper article',
  bill: 'Bill',
  book: 'Book',
  broadcast: 'Broadcast',
  chapter: 'Book chapter',
  dataset: 'Dataset',
  document: 'Document',
  hearing: 'Hearing',
  interview: 'Interview',
  legal_case: 'Court case',
  legislation: 'Legislation',
  'paper-conference': 'Conference paper',
  personal_communication: 'Personal communication',
  post: 'Post',
  'post-weblog': 'Blog post',
  regulation: 'Regulation',
  report: 'Report',
  speech: 'Speech',
  thesis: 'Thesis',
  treaty: 'Treaty',
  webpage: 'Web page',
};

const FIELD_LABELS: Record<CslField, string> = {
  type: 'Kind of source',
  title: 'Title',
  'title-short': 'Short title',
  author: 'Authors',
  editor: 'Editors',
  translator: 'Translators',
  'container-title': 'Publication',
  publisher: 'Publisher',
  'publisher-place': 'Place',
  issued: 'Published',
  accessed: 'Accessed',
  language: 'Language',
  abstract: 'Abstract',
  genre: 'Genre',
  number: 'Number',
  volume: 'Volume',
  issue: 'Issue',
  page: 'Pages',
  section: 'Section',
  edition: 'Edition',
  DOI: 'DOI',
  ISBN: 'ISBN',
  ISSN: 'ISSN',
  URL: 'Web address',
  note: 'Note',
};

const CONTAINER_LABELS: Partial<Record<CslType, string>> = {
  'article-journal': 'Journal',
  'article-magazine': 'Magazine',
  'article-newspaper': 'Newspaper',
  chapter: 'Book',
  'paper-conference': 'Proceedings',
  'post-weblog': 'Blog',
  webpage: 'Website',
};

/** What a field is called for a kind of source. */
export function fieldLabel(field: CslField, type: CslType): string {
  return (field === 'container-title' ? CONTAINER_LABELS[type] : undefined) ?? FIELD_LABELS[field];
}

const PERIODICAL: EditableField[] = ['container-title', 'publisher', 'issued', 'section', 'page'];
const STANDALONE: EditableField[] = ['publisher', 'publisher-place', 'issued'];
const LEGAL: EditableField[] = ['container-title', 'number', 'section', 'publisher', 'issued'];

const TYPE_FIELDS: Partial<Record<CslType, EditableField[]>> = {
  'article-journal': ['container-title', 'volume', 'issue', 'page', 'issued', 'publisher', 'DOI', 'ISSN'],
  'article-magazine': PERIODICAL,
  'article-newspaper': PERIODICAL,
  bill: LEGAL,
  book: ['editor', ...STANDALONE, 'edition', 'volume', 'ISBN'],
  chapter: ['container-title', 'editor', 'page', ...STANDALONE, 'ISBN'],
  dataset: [...STANDALONE, 'number', 'DOI'],
  hearing: LEGAL,
  legal_case: LEGAL,
  legislation: LEGAL,
  'paper-conference': ['container-title', 'editor', 'page', ...STANDALONE, 'DOI'],
  regulation: LEGAL,
  report: ['genre', 'number', ...STANDALONE, 'DOI'],
  speech: ['container-title', 'genre', ...STANDALONE],
  thesis: ['genre', ...STANDALONE],
  treaty: LEGAL,
};

/** The fields to show for a kind of source, in order: its own, those that hold something, and those of every source. */
export function fieldsOf(type: CslType, filled: readonly CslField[]): EditableField[] {
  const own = TYPE_FIELDS[type] ?? ['container-title', 'publisher', 'issued'];
  const shown = new Set<CslField>(['title', 'author', ...own]);
  const rest = (Object.keys(FIELD_LABELS) as CslField[]).filter((field) => filled.includes(field));
  for (const field of [...rest, 'URL', 'accessed', 'language', 'abstract', 'note'] as const) shown.add(field);
  shown.delete('type');
  return [...shown] as EditableField[];
}

export function isNamesField(field: CslField): field is NamesField {
  return field === 'author' || field === 'editor' || field === 'translator';
}

export function isDateField(field: CslField): field is DateField {
  return field === 'issued' || field === 'accessed';
}
