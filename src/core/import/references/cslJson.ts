/** CSL-JSON, as reference managers export it and as people bend it. */
import { isCitationKey } from '#domain/citationKey.ts';
import {
  CSL_DATE_FIELDS,
  CSL_NAMES_FIELDS,
  CSL_TEXT_FIELDS,
  type CslDate,
  type CslDateField,
  type CslName,
  type CslNamesField,
  type CslTextField,
  isDateField,
  isNamesField,
} from '#domain/csl.ts';
import { readName } from '../metadata/names.ts';
import type { ReferenceItem } from '../read/item.ts';
import type { Row } from '../table/rows.ts';
import { dateParts, referenceDate, seasonOf } from './dates.ts';
import {
  addNames,
  addTags,
  cslType,
  type Draft,
  finishReference,
  newDraft,
  setText,
  tidyName,
} from './fields.ts';

/** Variables under the names that older versions and other programs give them. */
const OTHER_NAMES: Record<string, CslTextField> = {
  shortTitle: 'title-short',
  journalAbbreviation: 'container-title-short',
  event: 'event-title',
  'archive-location': 'archive_location',
  'publisher-location': 'publisher-place',
};
const TEXT_FIELDS: ReadonlySet<string> = new Set(CSL_TEXT_FIELDS);
const ALL_FIELDS = new Map(
  [...CSL_TEXT_FIELDS, ...CSL_NAMES_FIELDS, ...CSL_DATE_FIELDS].map((field) => [field.toLowerCase(), field]),
);

/** Whether the rows of a JSON file are references: a CSL type, and dates or names as only CSL writes them. */
export function isCslJson(rows: readonly Row[]): boolean {
  const some = rows.slice(0, 20);
  const csl = some.filter(({ cells }) => {
    const columns = [...(cells?.keys() ?? [])];
    const typed = cslType(cells?.get('type')) !== null;
    const isText = columns.some((name) => /^(?:text|body|content|html)$/iu.test(name));
    return (
      typed && !isText && (columns.some((name) => CSL_ONLY.test(name)) || hasCslNames(cells?.get('author')))
    );
  });
  return csl.length > 0 && csl.length * 2 > some.length;
}

const CSL_ONLY = /\.date-parts$|\.raw$|^(?:container-title|publisher-place|citation-key|title-short)$/u;

function hasCslNames(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.some(
      (name: unknown) => typeof name === 'object' && name !== null && ('family' in name || 'literal' in name),
    )
  );
}

/** One item; `text` is its JSON. Values that do not fit CSL are bent where their meaning is plain, else left out. */
export function referenceOfCsl(item: unknown, text: string, name: string): ReferenceItem {
  const draft = newDraft();
  const values = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  draft.csl.type = cslType(values['type']) ?? 'document';
  for (const [key, value] of Object.entries(values)) {
    const field = OTHER_NAMES[key] ?? key;
    if (key === 'keyword') addTags(draft, textOf(value).split(/[;,]/u));
    else if (TEXT_FIELDS.has(field)) setText(draft, field as CslTextField, textOf(value));
    else if (isNamesField(field as CslNamesField)) takeNames(draft, field as CslNamesField, value);
    else if (isDateField(field as CslDateField)) takeDate(draft, field as CslDateField, value);
    else if (key === 'categories' && Array.isArray(value)) addTags(draft, value.map(textOf));
  }
  setText(
    draft,
    'citation-key',
    typeof values['citation-label'] === 'string' ? values['citation-label'] : null,
  );
  setText(draft, 'citation-key', keyOf(values['id']));
  takeNoteLines(draft);
  return finishReference(
    draft,
    { name, bytes: new TextEncoder().encode(text) },
    textOf(values['id']) || name,
  );
}

/** Pandoc cites by the id; other programs put numbers and addresses there. */
function keyOf(id: unknown): string | null {
  return typeof id === 'string' && /^\p{L}[^/]*$/u.test(id) && isCitationKey(id) ? id : null;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value)
    ? value
        .map(textOf)
        .filter((part) => part !== '')
        .join(', ')
    : '';
}

function takeNames(draft: Draft, field: CslNamesField, value: unknown): void {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  addNames(
    draft,
    field,
    list.map(nameOf).filter((name) => name !== null),
  );
}

function nameOf(value: unknown): CslName | null {
  if (typeof value === 'string') return value.trim() === '' ? null : tidyName(readName(value));
  if (typeof value !== 'object' || value === null) return null;
  const parts = Object.entries(value).filter(([, part]) => typeof part === 'string');
  return tidyName(Object.fromEntries(parts) as CslName);
}

function takeDate(draft: Draft, field: CslDateField, value: unknown): void {
  const date = dateOf(value);
  if (date !== null) draft.csl[field] = date;
}

/** Date parts may be numbers or texts, and stand alone or as ranges; `raw` and `literal` are read as dates. */
function dateOf(value: unknown): CslDate | null {
  if (typeof value === 'string' || typeof value === 'number') return referenceDate(String(value));
  if (typeof value !== 'object' || value === null) return null;
  const { 'date-parts': parts, raw, literal, circa, season } = value as Record<string, unknown>;
  const ends = (Array.isArray(parts) ? parts : [])
    .slice(0, 2)
    .map((end: unknown) => (Array.isArray(end) ? end : [end]))
    .map(([year, month, day]) => dateParts(numberOf(year), numberOf(month), numberOf(day)))
    .filter((end) => end !== null);
  const about = circa === true || circa === 1 || circa === '1' || circa === 'true' ? { circa: true } : {};
  const inSeason = ends.length === 1 && ends[0]!.length === 1 ? seasonOf(textOf(season)) : undefined;
  if (ends.length > 0)
    return { 'date-parts': ends, ...about, ...(inSeason !== undefined && { season: inSeason }) };
  const read = referenceDate(textOf(raw) || textOf(literal));
  return read === null ? null : { ...read, ...about };
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d{1,4}$/u.test(value.trim()) ? Number(value) : undefined;
}

/** Zotero keeps variables that it has no field for as `key: value` lines of the note. */
function takeNoteLines(draft: Draft): void {
  const { note } = draft.csl;
  if (note === undefined) return;
  const rest = note.split('\n').filter((line) => {
    const match = /^([A-Za-z][A-Za-z_-]{1,30}):\s*(\S.*)$/u.exec(line);
    const field = match === null ? undefined : ALL_FIELDS.get(match[1]!.toLowerCase());
    if (field === undefined || field === 'note' || draft.csl[field] !== undefined) return true;
    if (isDateField(field)) takeDate(draft, field, match![2]!);
    else if (isNamesField(field)) takeNames(draft, field, splitName(match![2]!));
    else setText(draft, field, match![2]);
    return draft.csl[field] === undefined;
  });
  if (rest.length === 0) delete draft.csl.note;
  else draft.csl.note = rest.join('\n');
}

/** `Family || Given`. */
function splitName(text: string): unknown {
  const [family = '', given] = text.split(/\s*\|\|\s*/u);
  return given === undefined ? text : { family, given };
}
