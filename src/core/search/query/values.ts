/** Values of the fields that say something of an article. */
import { CSL_TYPES } from '#domain/csl.ts';
import { TYPE_LABELS } from '#domain/cslLabels.ts';
import type { QueryField } from '#domain/query/fields.ts';
import { foldName } from '../fold.ts';
import type { ArticleFilter, QueryNode } from './ast.ts';
import { parseDates } from './dates.ts';
import { languageTag } from './languages.ts';
import { any } from './tree.ts';

export type FilterField = Exclude<QueryField, 'title' | 'author'>;

/** The filter for a value as it was written; null where the field has no such value. */
export function filterOf(field: FilterField, value: string): QueryNode | null {
  const filters = READERS[field](value.trim());
  return any(filters.map((filter): QueryNode => ({ kind: 'filter', filter })));
}

const READERS: Record<FilterField, (value: string) => ArticleFilter[]> = {
  publisher: (value) => named('publisher', value),
  tag: (value) => named('tag', value),
  in: (value) => named('collection', value),
  lang: (value) => {
    const tag = languageTag(value);
    return tag === null ? [] : [{ field: 'language', value: tag }];
  },
  type: (value) => typesOf(value).map((type) => ({ field: 'type', value: type })),
  grade: gradeOf,
  date: (value) => {
    const dates = parseDates(value);
    return dates === null ? [] : [{ field: 'date', ...dates }];
  },
  cited: (value) => {
    const answer = ANSWERS[value.toLowerCase()];
    return answer === undefined ? [] : [{ field: 'cited', value: answer }];
  },
  is: (value) => {
    const state = STATES[value.toLowerCase()];
    return state === undefined ? [] : [state];
  },
};

function named(field: 'publisher' | 'tag' | 'collection', name: string): ArticleFilter[] {
  const value = foldName(name);
  return value === '' ? [] : [{ field, value }];
}

const ANSWERS: Partial<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };
const STATES: Partial<Record<string, ArticleFilter>> = {
  starred: { field: 'starred', value: true },
  read: { field: 'read', value: true },
  unread: { field: 'read', value: false },
  trash: { field: 'trash', value: true },
};

/** CSL types by their name, by what they are called, or by words of that (`newspaper`). */
function typesOf(value: string): string[] {
  const wanted = foldName(value);
  if (wanted === '') return [];
  const exact = CSL_TYPES.filter(
    (type) => foldName(type) === wanted || foldName(TYPE_LABELS[type]) === wanted,
  );
  if (exact.length > 0) return exact;
  return CSL_TYPES.filter((type) => ` ${foldName(TYPE_LABELS[type])} `.includes(` ${wanted} `));
}

const GRADE = /^(?:([A-F])([1-6])?|([1-6]))(?:\.\.(?:([A-F])([1-6])?|([1-6])))?$/i;

/** `B`, `2`, `B2`, `A..C`, `1..3`, `A1..C3`; ends may stand in either order. */
function gradeOf(value: string): ArticleFilter[] {
  const match = GRADE.exec(value);
  if (match === null) return [];
  const [, letter, digit, digitAlone, toLetter, toDigit, toDigitAlone] = match;
  const from = { letter: letter?.toUpperCase(), digit: digit ?? digitAlone };
  const isRange = value.includes('..');
  const to = isRange ? { letter: toLetter?.toUpperCase(), digit: toDigit ?? toDigitAlone } : from;
  if ((from.letter === undefined) !== (to.letter === undefined)) return [];
  if ((from.digit === undefined) !== (to.digit === undefined)) return [];
  return [
    {
      field: 'grade',
      ...(from.letter !== undefined && { reliability: ordered(from.letter, to.letter!) }),
      ...(from.digit !== undefined && { credibility: ordered(Number(from.digit), Number(to.digit!)) }),
    },
  ];
}

function ordered<T extends string | number>(a: T, b: T): [T, T] {
  return a <= b ? [a, b] : [b, a];
}
