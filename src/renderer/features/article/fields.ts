/** Which fields of the metadata a kind of source has, and what they are called there. */
import type { CslDateField, CslField, CslNamesField, CslTextField } from '#domain/csl.ts';
import type { CslType } from '#domain/cslLabels.ts';

export { isDateField, isNamesField } from '#domain/csl.ts';

/** Fields whose value is one line of text. */
export type TextField = CslTextField;
export type NamesField = CslNamesField;
export type DateField = CslDateField;
export type EditableField = TextField | NamesField | DateField;

const FIELD_LABELS: Record<CslField, string> = {
  type: 'Kind of source',
  title: 'Title',
  'title-short': 'Short title',
  author: 'Authors',
  editor: 'Editors',
  translator: 'Translators',
  'container-author': 'Authors of the book',
  'collection-editor': 'Series editors',
  compiler: 'Compilers',
  contributor: 'Contributors',
  director: 'Directors',
  interviewer: 'Interviewers',
  recipient: 'Recipients',
  chair: 'Chairs',
  host: 'Hosts',
  guest: 'Guests',
  'original-author': 'Original authors',
  'reviewed-author': 'Reviewed authors',
  composer: 'Composers',
  curator: 'Curators',
  'editor-translator': 'Editors and translators',
  'editorial-director': 'Editorial directors',
  'executive-producer': 'Executive producers',
  illustrator: 'Illustrators',
  narrator: 'Narrators',
  organizer: 'Organisers',
  performer: 'Performers',
  producer: 'Producers',
  'script-writer': 'Script writers',
  'series-creator': 'Creators of the series',
  'container-title': 'Publication',
  'container-title-short': 'Publication, short',
  'collection-title': 'Series',
  'collection-number': 'Number in the series',
  publisher: 'Publisher',
  'publisher-place': 'Place',
  issued: 'Published',
  accessed: 'Accessed',
  submitted: 'Submitted',
  'available-date': 'Available since',
  'event-date': 'Date of the event',
  'original-date': 'First published',
  language: 'Language',
  abstract: 'Abstract',
  genre: 'Genre',
  number: 'Number',
  volume: 'Volume',
  'volume-title': 'Title of the volume',
  issue: 'Issue',
  page: 'Pages',
  'page-first': 'First page',
  'number-of-pages': 'Number of pages',
  'number-of-volumes': 'Number of volumes',
  section: 'Section',
  'chapter-number': 'Chapter',
  'part-number': 'Part',
  'part-title': 'Title of the part',
  'printing-number': 'Printing',
  'supplement-number': 'Supplement',
  edition: 'Edition',
  version: 'Version',
  status: 'Status',
  medium: 'Medium',
  dimensions: 'Size or length',
  scale: 'Scale',
  'event-title': 'Event',
  'event-place': 'Place of the event',
  authority: 'Authority',
  jurisdiction: 'Jurisdiction',
  division: 'Division',
  references: 'References',
  'reviewed-title': 'Reviewed work',
  'original-title': 'Original title',
  'original-publisher': 'Original publisher',
  'original-publisher-place': 'Original place',
  'reviewed-genre': 'Kind of reviewed work',
  archive: 'Archive',
  archive_collection: 'Collection of the archive',
  'archive-place': 'Place of the archive',
  archive_location: 'Location in the archive',
  'call-number': 'Shelf mark',
  source: 'Found through',
  DOI: 'DOI',
  ISBN: 'ISBN',
  ISSN: 'ISSN',
  PMID: 'PubMed number',
  PMCID: 'PubMed Central number',
  URL: 'Web address',
  'citation-key': 'Citation key',
  license: 'Licence',
  keyword: 'Keywords',
  annote: 'Annotation',
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
