/** Fields as words of a sentence: `No date`. */
import type { CslField } from '#domain/csl.ts';
import type { CslType } from '#domain/cslLabels.ts';
import { fieldLabel } from '../article/fieldLabels.ts';

/** Where the label of the field is no word for what is missing. */
const NOUNS: Partial<Record<CslField, string>> = {
  author: 'author',
  editor: 'editor',
  interviewer: 'interviewer',
  recipient: 'recipient',
  director: 'director',
  issued: 'date',
  accessed: 'date of access',
  page: 'page numbers',
  DOI: 'DOI',
};

export function fieldNoun(field: CslField, type: CslType): string {
  return NOUNS[field] ?? fieldLabel(field, type).toLowerCase();
}
