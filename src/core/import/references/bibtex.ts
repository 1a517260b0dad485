/** BibTeX and BibLaTeX entries as CSL (BibLaTeX manual, section 2: entry types and fields). */
import type { CslDateField, CslItem, CslNamesField, CslTextField } from '#domain/csl.ts';
import type { ReferenceItem } from '../read/item.ts';
import type { BibEntry } from './bibtexEntries.ts';
import { dateParts, monthNumber, referenceDate } from './dates.ts';
import { addNames, addTags, type Draft, finishReference, newDraft, setText } from './fields.ts';
import type { Tex } from './tex.ts';

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
};

/** For each variable the fields that may hold it, the best first. */
const TEXTS: [CslTextField, ...string[]][] = [
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
  ['language', 'langid', 'language', 'hyphenation'],
  ['abstract', 'abstract'],
  ['original-title', 'origtitle'],
  ['original-publisher', 'origpublisher'],
  ['original-publisher-place', 'origlocation'],
  ['call-number', 'library'],
  ['note', 'note', 'annotation', 'annote'],
];
const NAMES: [CslNamesField, string][] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
  ['director', 'director'],
  ['chair', 'holder'],
];
const DATES: [CslDateField, string][] = [
  ['accessed', 'urldate'],
  ['event-date', 'eventdate'],
  ['original-date', 'origdate'],
];
const VERBATIM = new Set('doi url pmid pmcid isbn issn date year urldate eventdate origdate'.split(' '));
const THESES: Record<string, string> = {
  mastersthesis: 'Master’s thesis',
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
};

/** `name` is what the entry goes by in reports. */
export function referenceOfBib(entry: BibEntry, tex: Tex, name: string): ReferenceItem {
  const { fields } = entry;
  const draft = newDraft();
  const value = (...names: string[]): string | null => {
    for (const field of names) {
      const found = fields.get(field);
      if (found !== undefined)
        return VERBATIM.has(field) ? found.trim().replace(/\\([_%#&~])/gu, '$1') : tex.text(found);
    }
    return null;
  };
  draft.csl.type = typeOf(entry);
  takeTitles(draft, value, draft.csl.type);
  for (const [field, source] of NAMES) addNames(draft, field, tex.names(fields.get(source) ?? ''));
  takeEditors(draft, entry, tex);
  takeDates(draft, value);
  for (const [field, ...sources] of TEXTS) setText(draft, field, value(...sources));
  setText(draft, 'publisher', value(...publishers(draft.csl.type)));
  const periodical = /^(?:article|periodical|suppperiodical|review)/u.test(entry.type);
  setText(
    draft,
    periodical
      ? 'issue'
      : draft.csl.type === 'chapter' || draft.csl.type === 'book'
        ? 'collection-number'
        : 'number',
    value('number', 'issue'),
  );
  setText(draft, 'issue', periodical ? value('issue') : null);
  setText(draft, 'genre', THESES[value('type') ?? entry.type] ?? value('type'));
  takeElsewhere(draft, value);
  addTags(draft, (value('keywords', 'keyword') ?? '').split(/[,;]/u));
  setText(draft, 'citation-key', entry.key);
  return finishReference(draft, { name, bytes: new TextEncoder().encode(entry.text) }, entry.key || name);
}

type Value = (...names: string[]) => string | null;

function typeOf({ type, fields }: BibEntry): CslItem['type'] {
  const subtype = fields.get('entrysubtype')?.toLowerCase() ?? '';
  if (type === 'article' && /newspaper/u.test(subtype)) return 'article-newspaper';
  if (type === 'article' && /magazine/u.test(subtype)) return 'article-magazine';
  const known = TYPES[type];
  if (known !== undefined) return known;
  return fields.has('url') || /\\url|https?:/u.test(fields.get('howpublished') ?? '')
    ? 'webpage'
    : 'document';
}

function takeTitles(draft: Draft, value: Value, type: CslItem['type']): void {
  const joined = (title: string, subtitle: string): string | null => {
    const [main, sub] = [value(title), value(subtitle)];
    if (main === null || sub === null) return main;
    return `${main}${/[?!.:]$/u.test(main) ? '' : ':'} ${sub}`;
  };
  const own = joined('title', 'subtitle');
  setText(draft, 'title', own);
  const container =
    joined('journaltitle', 'journalsubtitle') ??
    value('journal') ??
    joined('booktitle', 'booksubtitle') ??
    joined('maintitle', 'mainsubtitle');
  if (type === 'book' && own === null) setText(draft, 'title', container);
  else setText(draft, 'container-title', container);
  if (type === 'periodical') setText(draft, 'volume-title', joined('issuetitle', 'issuesubtitle'));
}

/** The role of further editors stands in a field beside them. */
function takeEditors(draft: Draft, { fields }: BibEntry, tex: Tex): void {
  for (const field of ['editora', 'editorb', 'editorc']) {
    const names = tex.names(fields.get(field) ?? '');
    const role = fields.get(`${field}type`)?.toLowerCase() ?? 'editor';
    if (role === 'editor') addNames(draft, 'editor', names);
    else addNames(draft, role === 'compiler' ? 'compiler' : 'contributor', names);
  }
}

function takeDates(draft: Draft, value: Value): void {
  const date = value('date');
  const issued = date === null ? null : referenceDate(date);
  if (issued !== null) draft.csl.issued = issued;
  else takeYear(draft, value);
  for (const [field, source] of DATES) {
    const read = referenceDate(value(source) ?? '');
    if (read !== null) draft.csl[field] = read;
  }
}

/** Years, months and days of their own; a month may hold a day too: `10~jan`. */
function takeYear(draft: Draft, value: Value): void {
  const year = referenceDate(value('year') ?? '');
  const first = year?.['date-parts'][0];
  if (year === null || first === undefined) return;
  const month = value('month') ?? '';
  const words = month.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
  const named = words.find((word) => /\p{L}/u.test(word)) ?? (words.length > 1 ? words.at(-1) : words[0]);
  const day =
    value('day') ??
    (words.length > 1 ? words.find((word) => word !== named && /^\d+$/u.test(word)) : undefined);
  const parts =
    first.length > 1
      ? first
      : dateParts(first[0], monthNumber(named ?? ''), day === undefined ? undefined : Number(day));
  draft.csl.issued = {
    ...year,
    'date-parts': year['date-parts'].length > 1 ? year['date-parts'] : [parts ?? first],
  };
}

function publishers(type: CslItem['type']): string[] {
  if (type === 'thesis') return ['school', 'institution', 'publisher'];
  if (type === 'report') return ['institution', 'organization', 'publisher'];
  return ['publisher', 'institution', 'organization', 'school'];
}

/** Addresses and identifiers that stand where they do not belong, or have fields only in BibLaTeX. */
function takeElsewhere(draft: Draft, value: Value): void {
  const published = value('howpublished') ?? '';
  const address = /https?:\/\/\S+/u.exec(published)?.[0];
  if (address !== undefined) setText(draft, 'URL', address);
  else setText(draft, 'medium', published);
  const eprint = value('eprint');
  const archive = value('eprinttype', 'archiveprefix')?.toLowerCase();
  if (eprint === null) return;
  if (archive === 'arxiv') {
    setText(draft, 'number', `arXiv:${eprint.replace(/^arxiv:/iu, '')}`);
    setText(draft, 'URL', `https://arxiv.org/abs/${eprint.replace(/^arxiv:/iu, '')}`);
  } else if (archive === 'pubmed') setText(draft, 'PMID', eprint);
  else {
    setText(draft, 'archive', archive ?? null);
    setText(draft, 'archive_location', eprint);
  }
}
