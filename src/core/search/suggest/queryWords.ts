import { lexQuery } from '#domain/query/lex.ts';
import { tokenize } from '../fold.ts';

/** A word of a query that text is searched for, with its UTF-16 range in the query. */
export interface QueryWord {
  term: string;
  start: number;
  end: number;
  /** It stands for every word that begins with it. */
  prefix: boolean;
}

/** The words that are looked for in text, title or names: not those that are taken out, not values of filters. */
export function queryWords(query: string): QueryWord[] {
  const tokens = lexQuery(query);
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    const isWord = token.kind === 'word' || token.kind === 'phrase';
    const isText =
      token.kind === 'value' &&
      before?.kind === 'field' &&
      (before.field === 'title' || before.field === 'author');
    if (!isText && !(isWord && before?.kind !== 'not')) return [];
    const { text, at, star } = token.text;
    const words = tokenize(text);
    return words.map(({ term, start, end }, place) => ({
      term,
      start: at + start,
      end: at + end,
      prefix: star && place === words.length - 1,
    }));
  });
}
