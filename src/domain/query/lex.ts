/** Cuts a query into tokens, for the parser and for the colours of the search box. */
import { type QueryField, queryField } from './fields.ts';

export type QueryToken = {
  /** UTF-16 range in the query. */
  start: number;
  end: number;
} & (
  | { kind: 'and' | 'or' | 'not' | 'open' | 'close' }
  | { kind: 'near'; distance: number }
  /** The name and the colon; a value or an opening bracket follows it directly. */
  | { kind: 'field'; field: QueryField }
  | { kind: 'word' | 'phrase' | 'value'; text: QueryText }
);

/** What stands in the quotation marks, or a stretch without spaces. */
export interface QueryText {
  text: string;
  /** UTF-16 offset of `text` in the query. */
  at: number;
  quoted: boolean;
  /** A quotation mark that is opened has its closing one. */
  closed: boolean;
  /** A star follows: the beginning of a word. */
  star: boolean;
}

/** Words within ten of each other are near where no distance is given. */
const NEAR_DISTANCE = 10;
const SPACE = /\s/u;
const DOUBLE = /["“”„‟＂]/u;
/** Other opening marks and what closes them; ’ is an apostrophe where a letter follows. */
const CLOSING: Record<string, RegExp> = {
  '«': /»/u,
  '»': /«/u,
  '‹': /›/u,
  '「': /」/u,
  '『': /』/u,
  '《': /》/u,
  '‘': /’(?!\p{L})/u,
};
/** Marks that end a word in whatever place. */
const PARTING = /["“”„‟＂«»「『《]/u;
/** With a distance it is no word, in whatever case. */
const NEAR = /^(?:NEAR|[Nn]ear(?=\/))(?:\/(\d+))?$/;
/** Passages are hardly longer. */
const FARTHEST = 999;
const OPERATORS: Record<string, 'and' | 'or' | 'not'> = { AND: 'and', OR: 'or', NOT: 'not' };
const FIELD = /^(\p{L}+):/u;

/** The tokens of a query in order, without overlap; between them are spaces only. Any string is a query. */
export function lexQuery(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;

  const quotedAt = (start: number): { text: QueryText; end: number } | null => {
    const mark = query[start];
    if (mark === undefined) return null;
    const closing = DOUBLE.test(mark) ? DOUBLE : Object.hasOwn(CLOSING, mark) ? CLOSING[mark]! : null;
    if (closing === null) return null;
    const inside = start + 1;
    const length = query.slice(inside).search(closing);
    const to = length < 0 ? query.length : inside + length;
    const end = length < 0 ? to : to + 1;
    const text = query.slice(inside, to);
    const star = query[end] === '*' || text.endsWith('*');
    return {
      text: { text, at: inside, quoted: true, closed: length >= 0, star },
      end: query[end] === '*' ? end + 1 : end,
    };
  };

  /** A stretch without spaces and quotation marks; brackets inside it belong to it where they close. */
  const stretchAt = (start: number): { text: QueryText; end: number } => {
    let end = start;
    let open = 0;
    for (; end < query.length; end += 1) {
      const character = query[end]!;
      if (SPACE.test(character) || (end > start && PARTING.test(character))) break;
      if (character === '(') open += 1;
      if (character === ')' && (open -= 1) < 0) break;
    }
    const text = query.slice(start, end);
    return { text: { text, at: start, quoted: false, closed: true, star: text.endsWith('*') }, end };
  };

  /** A minus takes out what it touches, where no word ends at it. */
  const excludes = (): boolean =>
    query[at] === '-' &&
    (at === 0 || SPACE.test(query[at - 1]!) || query[at - 1] === '(') &&
    at + 1 < query.length &&
    !/[\s\-)]/u.test(query[at + 1]!);

  const valueOf = (name: RegExpExecArray, field: QueryField): void => {
    const colon = at + name[0].length;
    tokens.push({ kind: 'field', field, start: at, end: colon });
    at = colon;
    const next = query[at];
    if (next === undefined || SPACE.test(next) || next === '(' || next === ')') return;
    const { text, end } = quotedAt(at) ?? stretchAt(at);
    tokens.push({ kind: 'value', text, start: at, end });
    at = end;
  };

  while (at < query.length) {
    const character = query[at]!;
    if (SPACE.test(character)) at += 1;
    else if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close', start: at, end: at + 1 });
      at += 1;
    } else if (excludes()) {
      tokens.push({ kind: 'not', start: at, end: at + 1 });
      at += 1;
    } else {
      const quoted = quotedAt(at);
      const { text, end } = quoted ?? stretchAt(at);
      const range = { start: at, end };
      const operator =
        quoted === null && Object.hasOwn(OPERATORS, text.text) ? OPERATORS[text.text] : undefined;
      const near = quoted === null ? NEAR.exec(text.text) : null;
      const name = quoted === null ? FIELD.exec(text.text) : null;
      const field = name === null ? null : queryField(name[1]!);
      if (field !== null) {
        valueOf(name!, field);
        continue;
      }
      if (operator !== undefined) tokens.push({ kind: operator, ...range });
      else if (near !== null)
        tokens.push({
          kind: 'near',
          distance: Math.min(Number(near[1] ?? NEAR_DISTANCE), FARTHEST),
          ...range,
        });
      else tokens.push({ kind: quoted === null ? 'word' : 'phrase', text, ...range });
      at = end;
    }
  }
  return tokens;
}
