/** What could be typed at the caret of the search box. */
import type { Completion } from '#contract/search.ts';
import { TYPE_LABELS } from '#domain/cslLabels.ts';
import { languageName } from '#domain/languageName.ts';
import { QUERY_FIELDS, QUERY_STATES, type QueryField } from '#domain/query/fields.ts';
import { lexQuery, type QueryText } from '#domain/query/lex.ts';
import { CREDIBILITIES, CREDIBILITY_MEANINGS, RELIABILITIES, RELIABILITY_MEANINGS } from '#domain/grade.ts';
import { foldName, isSpaceless, tokenize } from '../fold.ts';
import type { WrittenForm } from './didYouMean.ts';
import type { TermList } from '../terms.ts';

/** Fields whose values are those that the library has. */
export type CountedField = 'publisher' | 'tag' | 'in' | 'lang' | 'type' | 'date';

export interface CompletionSource {
  terms: TermList;
  /** How a term is written in the library. */
  written: WrittenForm;
  /** Passages that hold a term and may be found, of `df` that hold it in all. */
  passages: (term: string, df: number) => number;
  /** The values of a field with how many articles have each; of `date`, the years, latest first. */
  values(field: CountedField): readonly { value: string; count: number }[];
}

/** Words or values offered at once. */
const MOST = 8;
/** A shorter beginning says too little of the word. */
const SHORTEST = 2;
/** What was typed is the word that was meant where no other is so much more frequent. */
const MUCH_MORE = 10;

/** Ways to go on at `caret`, a UTF-16 offset in the query; likeliest first. Inside a word there are none. */
export function complete(query: string, caret: number, source: CompletionSource): Completion[] {
  if (/^[\p{L}\p{N}\p{M}]/u.test(query.slice(caret))) return [];
  const tokens = lexQuery(query.slice(0, caret));
  const token = tokens.at(-1);
  if (token === undefined || token.end !== caret) return [];
  const field = tokens.at(-2);
  if (token.kind === 'field')
    return isText(token.field) ? [] : valuesOf(token.field, '', caret, caret, source);
  if (token.kind === 'value' && field?.kind === 'field' && !isText(field.field))
    return valuesOf(field.field, token.text.text, token.start, caret, source);
  if (token.kind === 'value') return words(token.text, caret, source);
  if (token.kind === 'word')
    return [...fields(token.text.text, token.start, caret), ...words(token.text, caret, source)];
  return token.kind === 'phrase' && !token.text.closed ? words(token.text, caret, source) : [];
}

type ValueField = Exclude<QueryField, 'title' | 'author'>;

function isText(field: QueryField): field is 'title' | 'author' {
  return field === 'title' || field === 'author';
}

function fields(typed: string, from: number, caret: number): Completion[] {
  if (typed.length < SHORTEST) return [];
  return Object.keys(QUERY_FIELDS)
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map((name) => ({
      from,
      to: caret,
      insert: `${name}:`,
      label: `${name}:`,
      kind: 'field',
      count: null,
    }));
}

/** The most frequent words that begin as the last one does. */
function words(
  { text, at, closed, quoted }: QueryText,
  caret: number,
  source: CompletionSource,
): Completion[] {
  const { terms, written, passages } = source;
  const last = tokenize(text).at(-1);
  if (last === undefined || (quoted && closed) || at + last.end !== caret) return [];
  const prefix = last.term;
  if (prefix.length < SHORTEST || isSpaceless(prefix)) return [];
  const first = terms.lowerBound(prefix);
  const best: number[] = [];
  for (let index = first; index < terms.size && terms.term(index).startsWith(prefix); index += 1) {
    if (terms.term(index) === prefix) continue;
    const place = best.findIndex((other) => terms.df(other) < terms.df(index));
    if (place < 0 && best.length >= MOST) continue;
    best.splice(place < 0 ? best.length : place, 0, index);
    if (best.length > MOST) best.pop();
  }
  const own = terms.find(prefix);
  if (own >= 0 && best.length > 0 && terms.df(own) * MUCH_MORE > terms.df(best[0]!)) return [];
  const typed = text.slice(last.start);
  const accented = typed.toLowerCase() !== prefix;
  return best
    .map((index) => ({ term: terms.term(index), count: passages(terms.term(index), terms.df(index)) }))
    .filter(({ count }) => count > 0)
    .map(({ term, count }) => ({ insert: written(term, accented), count }))
    .filter(({ insert }) => insert !== typed)
    .map(({ insert, count }) => ({
      from: at + last.start,
      to: caret,
      insert,
      label: insert,
      kind: 'word',
      count,
    }));
}

/** Values of which a word begins with what is typed; those first that begin with it themselves, then by count. */
function valuesOf(
  field: ValueField,
  typed: string,
  from: number,
  caret: number,
  source: CompletionSource,
): Completion[] {
  const wanted = foldName(typed);
  const starts = (name: string): boolean => foldName(name).startsWith(wanted);
  return candidates(field, source)
    .filter(({ value, label }) => [value, label].some((name) => ` ${foldName(name)}`.includes(` ${wanted}`)))
    .toSorted(
      (a, b) =>
        Number(starts(b.label) || starts(b.value)) - Number(starts(a.label) || starts(a.value)) ||
        (field === 'date' ? 0 : (b.count ?? 0) - (a.count ?? 0)),
    )
    .map(({ value, label, count }) => ({
      from,
      to: caret,
      insert: quoted(value),
      label,
      kind: 'value' as const,
      count,
    }))
    .filter(({ insert }) => insert !== typed)
    .slice(0, field === 'grade' ? GRADES.length : MOST);
}

interface Candidate {
  value: string;
  label: string;
  count: number | null;
}

function candidates(field: ValueField, source: CompletionSource): Candidate[] {
  if (field === 'is') return QUERY_STATES.map((value) => ({ value, label: value, count: null }));
  if (field === 'cited') return ['yes', 'no'].map((value) => ({ value, label: value, count: null }));
  if (field === 'grade') return GRADES;
  const labels: Partial<Record<CountedField, (value: string) => string>> = {
    lang: languageName,
    type: (value) => (TYPE_LABELS as Record<string, string>)[value] ?? value,
  };
  const label = labels[field] ?? ((value: string) => value);
  return source.values(field).map(({ value, count }) => ({ value, label: label(value), count }));
}

const GRADES: Candidate[] = [
  ...RELIABILITIES.map((value) => ({
    value,
    label: `${value}  ${RELIABILITY_MEANINGS[value].name}`,
    count: null,
  })),
  ...CREDIBILITIES.map((value) => ({
    value: String(value),
    label: `${value}  ${CREDIBILITY_MEANINGS[value].name}`,
    count: null,
  })),
];

/** As a value is to be written: in quotation marks where it would end early without. */
function quoted(value: string): string {
  return /[\s()"“”„‟«»「『《]/u.test(value) || value.startsWith('‘')
    ? `"${value.replaceAll('"', ' ')}"`
    : value;
}
