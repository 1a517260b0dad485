/** BibLaTeX (its manual, section 2); which field holds what is as the importer reads it. */
import { CSL_NAMES_FIELDS, type CslItem, type CslNamesField, type CslTextField } from '#domain/csl.ts';
import {
  BIB_DATES,
  BIB_NAMES,
  BIB_OTHER_NAMES,
  BIB_VERBATIM,
  bibContainer,
  bibTexts,
  bibType,
} from '../import/references/bibtexFields.ts';
import { isTitleField, withTitleMarkup } from '#domain/titleMarkup.ts';
import { babelLanguage } from './babel.ts';
import { bibNames, hasOwnParticle } from './bibNames.ts';
import { edtf } from './edtf.ts';
import type { FormatWriter, Reference } from './reference.ts';
import { texParagraphs, texText, texTitle } from './texText.ts';

export const biblatex: FormatWriter = {
  mediaType: 'application/x-bibtex',
  extension: 'bib',
  open: '',
  between: '\n',
  close: '',
  write: (reference) => {
    const { type, fields } = entryOf(reference);
    const lines = [...fields].map(([name, value]) => `  ${name} = {${value}},\n`);
    return `@${type}{${entryKey(reference.key)},\n${lines.join('')}}\n`;
  },
};

/** biber takes none of these signs in a key. */
function entryKey(key: string): string {
  return key.replaceAll(/["#%'(),={}~\\]/gu, '-');
}

/** The entry of each type; `entrysubtype` tells those apart that share one. */
const ENTRIES: Record<CslItem['type'], string> = {
  article: 'online',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  bill: 'legislation',
  book: 'book',
  broadcast: 'video',
  chapter: 'incollection',
  classic: 'book',
  collection: 'misc',
  dataset: 'dataset',
  document: 'misc',
  entry: 'inreference',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  event: 'misc',
  figure: 'image',
  graphic: 'image',
  hearing: 'misc',
  interview: 'misc',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  manuscript: 'unpublished',
  map: 'misc',
  motion_picture: 'movie',
  musical_score: 'music',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  personal_communication: 'letter',
  post: 'online',
  'post-weblog': 'online',
  regulation: 'legislation',
  report: 'report',
  review: 'review',
  'review-book': 'review',
  software: 'software',
  song: 'music',
  speech: 'unpublished',
  standard: 'standard',
  thesis: 'thesis',
  treaty: 'legal',
  webpage: 'online',
};

const PARAGRAPHS: ReadonlySet<string> = new Set(['abstract', 'note', 'annote']);
const DIRECT: ReadonlySet<string> = new Set(['author', 'editor', 'translator', 'container-author']);

function entryOf({ csl: item, tags }: Reference): { type: string; fields: Map<string, string> } {
  const csl = withTitleMarkup(item);
  const type = ENTRIES[csl.type];
  const fields = new Map<string, string>();
  const put = (name: string, value: string): void => {
    if (value !== '' && !fields.has(name)) fields.set(name, value);
  };
  for (const [field, name] of BIB_NAMES) if (DIRECT.has(field)) put(name, bibNames(csl[field] ?? []));
  putOtherNames(csl, put);
  put('title', texTitle(csl.title));
  put(bibContainer(type), texTitle(csl['container-title'] ?? ''));
  if (csl.issued !== undefined) put('date', edtf(csl.issued));
  for (const [field, name] of BIB_DATES) if (csl[field] !== undefined) put(name, edtf(csl[field]));
  for (const [field, name] of bibTexts(type, csl.type)) put(name, valueOf(field, name, csl[field] ?? ''));
  put('eprinttype', texText(csl.archive ?? ''));
  put('eprint', texText(csl.archive_location ?? ''));
  const { langid, language } = babelLanguage(csl.language);
  put('langid', langid);
  put('language', language);
  put('keywords', [...tags].map((tag) => texText(tag)).join(', '));
  if (CSL_NAMES_FIELDS.some((field) => csl[field]?.some((name) => hasOwnParticle(name))))
    put('options', 'useprefix=true');
  putSubtype(csl.type, type, fields);
  return { type, fields };
}

type Put = (name: string, value: string) => void;

/** Three other roles at most. */
function putOtherNames(csl: CslItem, put: Put): void {
  const slots = [...BIB_OTHER_NAMES];
  for (const role of CSL_NAMES_FIELDS) {
    const names = csl[role] ?? [];
    if (DIRECT.has(role) || names.length === 0) continue;
    const slot = slots.shift();
    if (slot === undefined) return;
    put(slot, bibNames(names));
    put(`${slot}type`, role satisfies CslNamesField);
  }
}

function putSubtype(csl: CslItem['type'], type: string, fields: Map<string, string>): void {
  if (csl === 'article-newspaper' || csl === 'article-magazine')
    fields.set('entrysubtype', csl.slice('article-'.length));
  else if (bibType({ type, fields }) !== csl) fields.set('entrysubtype', csl);
}

function valueOf(field: CslTextField, name: string, text: string): string {
  if (BIB_VERBATIM.has(name)) return verbatim(text);
  if (PARAGRAPHS.has(field)) return texParagraphs(text);
  if (field === 'page') return texText(text).replaceAll('–', '--');
  return isTitleField(field) ? texTitle(text) : texText(text);
}

/** TeX does not read these; braces would end the field where they do not match. */
function verbatim(text: string): string {
  return text.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');
}
