/** What an analyst types, as the items that a passage is to hold. */
import { isSpaceless, tokenize } from './fold.ts';

/** A word or a phrase. */
export interface QueryItem {
  /** More than one: they stand next to each other. */
  terms: string[];
  /** The last term is the beginning of a word. */
  prefix: boolean;
}

/** Either a quoted stretch (the last one may lack its closing quote) or a stretch without spaces. */
const PART = /["“”„‟]([^"“”„‟]*)(["“”„‟]|$)|[^\s"“”„‟]+/gu;
/** Parts words as spaces do, except within numbers. */
const SEPARATOR = /(?<!\d),|,(?!\d)|[;|/、。，；／]+/u;
/** A shorter beginning stands for too many words to mean one of them. */
const SHORTEST_PREFIX = 2;

/**
 * The items of a query; all are wanted. Any text is a query: there are no operators, and quotes make a phrase.
 * What is written as one word but is several terms (`e-mail`, `don’t`, 강제노동) is a phrase.
 */
export function parseQuery(query: string): QueryItem[] {
  const items: QueryItem[] = [];
  for (const { 0: part, 1: quoted } of query.matchAll(PART))
    for (const words of quoted === undefined ? part.split(SEPARATOR) : [quoted]) {
      const item = toItem(words);
      if (item !== null) items.push(item);
    }
  return distinct(items);
}

/**
 * The same items with the last word taken for the beginning of one; null where the query does not end in a
 * word that could still be growing.
 */
export function asTyped(query: string, items: readonly QueryItem[]): QueryItem[] | null {
  const last = items.at(-1);
  const term = last?.terms.at(-1);
  if (last === undefined || term === undefined || last.prefix) return null;
  if (term.length < SHORTEST_PREFIX || isSpaceless(term) || !/[\p{L}\p{N}\p{M}]$/u.test(query)) return null;
  return [...items.slice(0, -1), { ...last, prefix: true }];
}

/** A passage holds the item; an expression of FTS5 with positions. */
export function itemExpression(item: QueryItem): string {
  return `"${item.terms.join(' ')}"${item.prefix ? ' *' : ''}`;
}

/** An article holds every word of the items, in whatever places; an expression of FTS5 without positions. */
export function wordsExpression(items: readonly QueryItem[]): string {
  const words = items.flatMap(({ terms, prefix }) =>
    terms.map((term, index) => `"${term}"${prefix && index === terms.length - 1 ? ' *' : ''}`),
  );
  return [...new Set(words)].join(' AND ');
}

function toItem(words: string): QueryItem | null {
  const tokens = tokenize(words);
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last === undefined) return null;
  // A run's last character is the beginning of another pair wherever the text goes on.
  if (before !== undefined && isSpaceless(last.term) && before.firstEnd === last.start) tokens.pop();
  const prefix = tokens.at(-1) === last && last.firstEnd === undefined && isSpaceless(last.term);
  return { terms: tokens.map(({ term }) => term), prefix };
}

function distinct(items: QueryItem[]): QueryItem[] {
  return [...new Map(items.map((item) => [itemExpression(item), item])).values()];
}
