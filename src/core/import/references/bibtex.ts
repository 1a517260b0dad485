/** BibTeX and BibLaTeX entries as CSL (BibLaTeX manual, section 2: entry types and fields). */
import { type CslItem } from '#domain/csl.ts';
import type { ReferenceItem } from '../read/item.ts';
import type { BibEntry } from './bibtexEntries.ts';
import {
  BIB_DATES,
  BIB_NAMES,
  BIB_OTHER_NAMES,
  BIB_VERBATIM,
  bibContainer,
  bibRole,
  bibTexts,
  bibType,
  isPeriodicalEntry,
} from './bibtexFields.ts';
import { dateParts, monthNumber, referenceDate } from './dates.ts';
import { addNames, addTags, type Draft, finishReference, newDraft, setText } from './fields.ts';
import type { Tex } from './tex.ts';

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
        return BIB_VERBATIM.has(field) ? found.trim().replace(/\\([_%#&~])/gu, '$1') : tex.text(found);
    }
    return null;
  };
  const type = bibType(entry);
  draft.csl.type = type;
  takeTitles(draft, value, entry.type, type);
  for (const [field, source] of BIB_NAMES) addNames(draft, field, tex.names(fields.get(source) ?? ''));
  takeEditors(draft, entry, tex);
  takeDates(draft, value);
  setText(draft, 'language', languageOf(value));
  for (const [field, ...sources] of bibTexts(entry.type, type))
    if (field !== 'genre' && field !== 'medium') setText(draft, field, value(...sources));
  setText(draft, 'genre', THESES[value('type') ?? entry.type] ?? value('type'));
  takeElsewhere(draft, value);
  addTags(draft, (value('keywords', 'keyword') ?? '').split(/[,;]/u));
  setText(draft, 'citation-key', entry.key);
  return finishReference(draft, { name, bytes: new TextEncoder().encode(entry.text) }, entry.key || name);
}

type Value = (...names: string[]) => string | null;

function takeTitles(draft: Draft, value: Value, entryType: string, type: CslItem['type']): void {
  const joined = (title: string, subtitle: string): string | null => {
    const [main, sub] = [value(title), value(subtitle)];
    if (main === null || sub === null) return main;
    return `${main}${/[?!.:](?:<\/[a-z]+>)*$/u.test(main) ? '' : ':'} ${sub}`;
  };
  const own = joined('title', 'subtitle');
  setText(draft, 'title', own);
  const container =
    joined('journaltitle', 'journalsubtitle') ??
    value('journal') ??
    joined('booktitle', 'booksubtitle') ??
    joined('maintitle', 'mainsubtitle') ??
    (bibContainer(entryType) === 'titleaddon' ? value('titleaddon') : null);
  if (type === 'book' && own === null) setText(draft, 'title', container);
  else setText(draft, 'container-title', container);
  if (isPeriodicalEntry(entryType)) setText(draft, 'volume-title', joined('issuetitle', 'issuesubtitle'));
}

/** The role of further editors stands in a field beside them. */
function takeEditors(draft: Draft, { fields }: BibEntry, tex: Tex): void {
  for (const field of BIB_OTHER_NAMES) {
    const names = tex.names(fields.get(field) ?? '');
    const role = fields.get(`${field}type`)?.toLowerCase() ?? 'editor';
    addNames(draft, bibRole(role), names);
  }
}

function takeDates(draft: Draft, value: Value): void {
  const date = value('date');
  const issued = date === null ? null : referenceDate(date);
  if (issued !== null) draft.csl.issued = issued;
  else takeYear(draft, value);
  for (const [field, source] of BIB_DATES) {
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

/** `language` where it is a tag of BCP 47, which says more than the name by which TeX knows a language. */
function languageOf(value: Value): string | null {
  const stated = value('language');
  const isTag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/iu.test(stated ?? '');
  return isTag ? stated : (value('langid') ?? stated ?? value('hyphenation'));
}

/** Addresses and identifiers that stand where they do not belong, or have fields only in BibLaTeX. */
function takeElsewhere(draft: Draft, value: Value): void {
  const published = value('howpublished') ?? '';
  const address = /https?:\/\/\S+/u.exec(published)?.[0];
  if (address !== undefined) setText(draft, 'URL', address);
  else setText(draft, 'medium', published);
  const eprint = value('eprint');
  const stated = value('eprinttype', 'archiveprefix');
  const archive = stated?.toLowerCase();
  if (eprint === null) setText(draft, 'archive', stated);
  else if (archive === 'arxiv') {
    setText(draft, 'number', `arXiv:${eprint.replace(/^arxiv:/iu, '')}`);
    setText(draft, 'URL', `https://arxiv.org/abs/${eprint.replace(/^arxiv:/iu, '')}`);
  } else if (archive === 'pubmed') setText(draft, 'PMID', eprint);
  else {
    setText(draft, 'archive', stated);
    setText(draft, 'archive_location', eprint);
  }
}
