/** Words and phrases of a query as terms of the index. */
import type { QueryText } from '#domain/query/lex.ts';
import { isSpaceless, tokenize } from '../fold.ts';
import type { QueryNode, WordsNode } from './ast.ts';

/** Parts words as spaces do, except within numbers. */
const SEPARATOR = /(?<!\d),|,(?!\d)|[;|/、。，；／]+/u;
/** A shorter beginning stands for too many words to mean one of them. */
const SHORTEST_PREFIX = 2;

/**
 * What is to be found. What stands in quotation marks is a phrase, and so is what is written as one word but is
 * several terms (`e-mail`, `don’t`, 강제노동). A string is plain words, with no mark of any meaning.
 */
export function wordsOf(written: QueryText | string): WordsNode[] {
  if (typeof written === 'string') return written.split(/\s+/u).flatMap((part) => parts(part, false));
  return written.quoted ? node(written.text, written.star) : parts(written.text, written.star);
}

function parts(text: string, star: boolean): WordsNode[] {
  const words = text.split(SEPARATOR);
  return words.flatMap((word, index) => node(word, star && index === words.length - 1));
}

function node(text: string, star: boolean): WordsNode[] {
  const tokens = tokenize(text);
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last === undefined) return [];
  // A run's last character is the beginning of another pair wherever the text goes on.
  if (before !== undefined && isSpaceless(last.term) && before.firstEnd === last.start) tokens.pop();
  const alone = tokens.at(-1) === last && last.firstEnd === undefined && isSpaceless(last.term);
  const prefix = alone || (star && !isSpaceless(tokens.at(-1)!.term));
  return [{ kind: 'words', terms: tokens.map(({ term }) => term), prefix }];
}

/**
 * The words with the last one as the beginning of one, or without it while it is too short to mean any; null where
 * the query does not end in a word that could be growing.
 */
export function growing(words: readonly WordsNode[], query: string): WordsNode[] | null {
  const last = words.at(-1);
  const term = last?.terms.at(-1);
  if (last === undefined || term === undefined || last.prefix) return null;
  if (isSpaceless(term) || !/[\p{L}\p{N}\p{M}]$/u.test(query)) return null;
  const before = words.slice(0, -1);
  if (term.length >= SHORTEST_PREFIX) return [...before, { ...last, prefix: true }];
  return last.terms.length > 1 ? [...before, { ...last, terms: last.terms.slice(0, -1) }] : before;
}

/** Up to so many letters, a beginning stands for words of most passages. */
const VAGUE = 2;

/**
 * For a query that is nothing but the very beginning of a word: where titles and people have words that begin so.
 * Null for any other query.
 */
export function namesThatBegin(root: QueryNode): QueryNode | null {
  if (root.kind !== 'words' || !root.prefix || root.field !== undefined) return null;
  const [term, ...others] = root.terms;
  if (others.length > 0 || term!.length > VAGUE) return null;
  return { kind: 'any', of: FIELDS.map((field) => ({ ...root, field })) };
}

const FIELDS = ['title', 'author'] as const;
