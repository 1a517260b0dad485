/** Tells of names in a query that the library does not have: nothing can be found by them. */
import { lexQuery, type QueryToken } from '#domain/query/lex.ts';

const KINDS = { in: 'collection', tag: 'tag' } as const;
type NamedField = keyof typeof KINDS;

/** A sentence about the first collection or tag of `query` that `has` does not know; null where it knows all. */
export function unknownName(
  query: string,
  has: (kind: (typeof KINDS)[NamedField], name: string) => boolean,
): string | null {
  const tokens = lexQuery(query);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'field' || !isNamed(token.field)) continue;
    const kind = KINDS[token.field];
    const name = namesAfter(tokens, at).find((each) => !has(kind, each));
    if (name !== undefined) return `There is no ${kind} “${name}”.`;
  }
  return null;
}

function isNamed(field: string): field is NamedField {
  return Object.hasOwn(KINDS, field);
}

/** The value of a field, or those in the brackets behind it. */
function namesAfter(tokens: readonly QueryToken[], field: number): string[] {
  const first = tokens[field + 1];
  if (first?.kind === 'value') return [first.text.text];
  if (first?.kind !== 'open' || first.start !== tokens[field]!.end) return [];
  const close = tokens.findIndex(({ kind }, at) => at > field && kind === 'close');
  return tokens
    .slice(field + 2, close < 0 ? undefined : close)
    .flatMap((token) => (token.kind === 'word' || token.kind === 'phrase' ? [token.text.text] : []));
}
