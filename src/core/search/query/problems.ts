/** What could not be read in a query, as sentences for the search box. */
import { QUERY_FIELDS, QUERY_STATES, queryField } from '#domain/query/fields.ts';
import type { QueryToken } from '#domain/query/lex.ts';
import type { FilterField } from './values.ts';

type Problem =
  | 'closes'
  | 'never-closes'
  | 'holds-nothing'
  | 'too-deep'
  | 'not-closed'
  | 'nothing-before'
  | 'nothing-after'
  | 'near-needs-words'
  | 'no-value'
  | 'no-value-here';

export interface Problems {
  /** Notes a problem with the token of that index. */
  at(index: number, problem: Problem): void;
  /** Notes it where a word looks like a field that there is not. */
  checkWord(index: number): void;
  badValue(field: FilterField, written: string): void;
  /** That the query holds no word; where something else was noted, that. */
  none(): string;
  /** That the query holds operators only. */
  onlyOperators(): string;
  /** The problem that stands first in the query. */
  first(): string | null;
}

const EXPECTED: Record<FilterField, string> = {
  publisher: 'needs a name, as in publisher:Reuters',
  tag: 'needs a name, as in tag:sanctions',
  in: 'needs the name of a collection, as in in:"South Korea"',
  lang: 'needs a language, as in lang:ko or lang:Korean',
  type: 'needs a kind of source, as in type:report or type:"Web page"',
  grade: 'needs a grade, as in grade:B2, grade:A..C or grade:2',
  date: 'needs a date, as in date:2023, date:2023-05 or date:2023..2024-03',
  cited: 'takes yes or no',
  is: `takes ${QUERY_STATES.slice(0, -1).join(', ')} or ${QUERY_STATES.at(-1)!}`,
};

/** Looks like a field and is neither an address nor a time. */
const LIKE_FIELD = /^([A-Za-z]{2,}):(?!\/\/)[^\s)]/u;

export function createProblems(query: string, tokens: readonly QueryToken[]): Problems {
  let found: { at: number; sentence: string } | null = null;
  const note = (at: number, sentence: string): void => {
    if (found === null || at < found.at) found = { at, sentence };
  };
  const textOf = (token: QueryToken): string =>
    short('text' in token ? token.text.text : query.slice(token.start, token.end));
  const place = (index: number): string => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (before !== undefined) return ` after “${textOf(before)}”`;
    return after === undefined ? '' : ` before “${textOf(after)}”`;
  };

  return {
    at(index, problem) {
      const token = tokens[index]!;
      note(token.start, SENTENCES[problem](textOf(token), place(index)));
    },
    checkWord(index) {
      const token = tokens[index]!;
      const name = LIKE_FIELD.exec(query.slice(token.start, token.end + 1))?.[1];
      if (name === undefined || queryField(name) !== null) return;
      note(
        token.start,
        `There is no field ${name}: (there are ${Object.keys(QUERY_FIELDS).join(', ')}), so “${textOf(token)}” was searched as words.`,
      );
    },
    badValue(field, written) {
      note(
        query.indexOf(written),
        `${field}: ${EXPECTED[field]}; “${short(written)}” was searched as words.`,
      );
    },
    none: () => found?.sentence ?? `There is no word to search for in “${short(query.trim())}”.`,
    onlyOperators: () =>
      `There are no words for “${short(query.trim())}” to join; it was searched as plain words.`,
    first: () => found?.sentence ?? null,
  };
}

const SENTENCES: Record<Problem, (token: string, place: string) => string> = {
  closes: (_token, place) => `The closing bracket${place} has no opening one; it was left out.`,
  'never-closes': (_token, place) =>
    `The bracket${place} is not closed; it was taken to close at the end of the search.`,
  'holds-nothing': (_token, place) => `The brackets${place} hold nothing; they were left out.`,
  'too-deep': (_token, place) => `There are too many brackets inside each other${place}; some were left out.`,
  'not-closed': (token) =>
    token === ''
      ? 'The quotation mark at the end has nothing behind it; it was left out.'
      : `The quotation mark before “${token}” is not closed; all that follows it was taken as one phrase.`,
  'nothing-before': (token, place) => `${token}${place} has nothing before it to join; it was left out.`,
  'nothing-after': (token, place) => `${token}${place} has nothing behind it; it was left out.`,
  'near-needs-words': (token, place) =>
    `${token}${place} can only stand between words or phrases; AND was used instead.`,
  'no-value': (token) => `${token} has nothing behind it; write its value without a space. It was left out.`,
  'no-value-here': (token, place) => `${token}${place} is no value of the field; it was left out.`,
};

const LONGEST = 40;

function short(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' '));
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}…`;
}
