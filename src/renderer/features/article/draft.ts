/** Metadata while it is being edited: dates as typed, and which unconfirmed fields were accepted. */
import { isCitationKey } from '#domain/citationKey.ts';
import {
  CSL_DATE_FIELDS,
  CSL_NAMES_FIELDS,
  CSL_TEXT_FIELDS,
  type CslDate,
  type CslField,
  type CslItem,
  type CslName,
  isDateField,
  isNamesField,
} from '#domain/csl.ts';
import type { Grade } from '#domain/grade.ts';
import { isTitleField, readTitle, titleMarkup } from '#domain/titleMarkup.ts';
import type { DateField, EditableField, NamesField, TextField } from './fields.ts';
import { readTypedDate, typeDate } from './typedDate.ts';

export interface Draft {
  type: CslItem['type'];
  /** Titles with their marks, as `titleMarkup.ts` has them. */
  text: Partial<Record<TextField, string>>;
  names: Record<NamesField, CslName[]>;
  /** As typed; see `typedDate.ts`. */
  dates: Record<DateField, string>;
  accepted: CslField[];
  grade: Grade;
}

export function draftOf(csl: CslItem, grade: Grade = { reliability: null, credibility: null }): Draft {
  const text: Draft['text'] = {};
  for (const field of CSL_TEXT_FIELDS) {
    const value = isTitleField(field) ? titleMarkup(csl, field) : csl[field];
    if (value !== undefined) text[field] = value;
  }
  return {
    type: csl.type,
    text,
    names: byField(CSL_NAMES_FIELDS, (field) => [...(csl[field] ?? [])]),
    dates: byField(CSL_DATE_FIELDS, (field) => {
      const date = csl[field];
      return date === undefined ? '' : typeDate(date);
    }),
    accepted: [],
    grade,
  };
}

function byField<F extends string, V>(fields: readonly F[], value: (field: F) => V): Record<F, V> {
  return Object.fromEntries(fields.map((field) => [field, value(field)])) as Record<F, V>;
}

/** Whether a field holds anything. */
export function isFilled(draft: Draft, field: EditableField): boolean {
  if (isNamesField(field)) return draft.names[field].some((name) => tidyName(name) !== null);
  if (isDateField(field)) return draft.dates[field].trim() !== '';
  return (draft.text[field] ?? '').trim() !== '';
}

export interface FieldProblem {
  message: string;
  /** What a date could mean: one of them is to be chosen. */
  choices?: CslDate[];
}
export type DraftErrors = Partial<Record<EditableField, FieldProblem>>;

const KEY_RULE =
  'A key has letters, digits and _, with single signs such as - . : / between them: smith2023, or un-charter.';

/** The metadata of a draft; with errors, what is to be put right first. A date that was not touched stays as it is. */
export function cslOf(draft: Draft, before: CslItem): { csl: CslItem; errors: DraftErrors } {
  const errors: DraftErrors = {};
  const csl: CslItem = { type: draft.type, title: '' };
  for (const field of CSL_TEXT_FIELDS) {
    const value = draft.text[field]?.trim() ?? '';
    if (value === '') continue;
    if (!isTitleField(field)) csl[field] = value;
    else {
      const { title, markup } = readTitle(value);
      csl[field] = title;
      if (markup !== null) csl.markup = { ...csl.markup, [field]: markup };
    }
  }
  const key = csl['citation-key'];
  if (key === undefined ? before['citation-key'] !== undefined : !isCitationKey(key))
    errors['citation-key'] = { message: KEY_RULE };
  if (csl.title === '') errors.title = { message: 'An article needs a title.' };
  for (const [field, names] of Object.entries(draft.names) as [NamesField, CslName[]][]) {
    const kept = names.map((name) => tidyName(name)).filter((name) => name !== null);
    if (kept.length > 0) csl[field] = kept;
  }
  for (const [field, typed] of Object.entries(draft.dates) as [DateField, string][]) {
    if (typed.trim() === '') continue;
    const unchanged = before[field];
    if (unchanged !== undefined && typeDate(unchanged) === typed) {
      csl[field] = unchanged;
      continue;
    }
    const read = readTypedDate(typed);
    if (read.kind === 'date') csl[field] = read.date;
    else if (read.kind === 'invalid') errors[field] = { message: read.message };
    else errors[field] = { message: 'Which day is meant?', choices: read.choices };
  }
  return { csl, errors };
}

/**
 * What was edited, put into the metadata as it is stored now: another window may have changed other fields
 * since the draft was made from `before`.
 */
export function mergeEdits(edited: CslItem, before: CslItem, stored: CslItem): CslItem {
  const same = (field: keyof CslItem): boolean =>
    JSON.stringify(edited[field]) === JSON.stringify(before[field]);
  const fields = new Set([...Object.keys(edited), ...Object.keys(stored)] as (keyof CslItem)[]);
  const entries = [...fields].map((field) => [field, same(field) ? stored[field] : edited[field]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as CslItem;
}

function tidyName(name: CslName): CslName | null {
  const entries = Object.entries(name)
    .map(([part, value]) => [part, value?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '');
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
