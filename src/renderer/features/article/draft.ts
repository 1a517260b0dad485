/** Metadata while it is being edited: dates as typed, and which unconfirmed fields were accepted. */
import {
  CSL_DATE_FIELDS,
  CSL_NAMES_FIELDS,
  CSL_TEXT_FIELDS,
  type CslDate,
  cslDateFromIso,
  cslDateToIso,
  type CslField,
  type CslItem,
  type CslName,
} from '#domain/csl.ts';
import type { DateField, EditableField, NamesField, TextField } from './fields.ts';

export interface Draft {
  type: CslItem['type'];
  text: Partial<Record<TextField, string>>;
  names: Record<NamesField, CslName[]>;
  /** As typed: `2023`, `2023-05`, `2023-05-09`, or a range with a slash. */
  dates: Record<DateField, string>;
  accepted: CslField[];
}

export function draftOf(csl: CslItem): Draft {
  const text: Draft['text'] = {};
  for (const field of CSL_TEXT_FIELDS) if (csl[field] !== undefined) text[field] = csl[field];
  return {
    type: csl.type,
    text,
    names: byField(CSL_NAMES_FIELDS, (field) => csl[field] ?? []),
    dates: byField(CSL_DATE_FIELDS, (field) => {
      const date = csl[field];
      return date === undefined ? '' : cslDateToIso(date);
    }),
    accepted: [],
  };
}

function byField<F extends string, V>(fields: readonly F[], value: (field: F) => V): Record<F, V> {
  return Object.fromEntries(fields.map((field) => [field, value(field)])) as Record<F, V>;
}

export type DraftErrors = Partial<Record<EditableField, string>>;

/** The metadata of a draft; with errors, what is to be put right first. `circa` of an unchanged date is kept. */
export function cslOf(draft: Draft, before: CslItem): { csl: CslItem; errors: DraftErrors } {
  const errors: DraftErrors = {};
  const csl: CslItem = { type: draft.type, title: '' };
  for (const field of CSL_TEXT_FIELDS) {
    const value = draft.text[field]?.trim() ?? '';
    if (value !== '') csl[field] = value;
  }
  if (csl.title === '') errors.title = 'An article needs a title.';
  for (const [field, names] of Object.entries(draft.names) as [NamesField, CslName[]][]) {
    const kept = names.map((name) => tidyName(name)).filter((name) => name !== null);
    if (kept.length > 0) csl[field] = kept;
  }
  for (const [field, typed] of Object.entries(draft.dates) as [DateField, string][]) {
    if (typed.trim() === '') continue;
    const date = dateFrom(typed);
    if (date === null) errors[field] = 'Write 2023, 2023-05 or 2023-05-09.';
    else {
      const same = before[field] !== undefined && cslDateToIso(before[field]) === cslDateToIso(date);
      csl[field] = same ? before[field]! : date;
    }
  }
  return { csl, errors };
}

function tidyName(name: CslName): CslName | null {
  const entries = Object.entries(name)
    .map(([part, value]) => [part, value?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '');
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function dateFrom(typed: string): CslDate | null {
  const dates = typed.split('/').map((part) => cslDateFromIso(part));
  if (dates.length > 2 || dates.some((date) => date === null)) return null;
  return { 'date-parts': dates.map((date) => date!['date-parts'][0]!) };
}
