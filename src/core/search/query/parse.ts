/** Reads the query language into the tree that the search evaluates. */
import { lexQuery, type QueryToken } from '#domain/query/lex.ts';
import type { ParsedQuery, QueryNode, WordsNode } from './ast.ts';
import { type Problems, createProblems } from './problems.ts';
import { all, any, not } from './tree.ts';
import { filterOf } from './values.ts';
import { growing, wordsOf } from './words.ts';

/** Brackets inside each other; deeper ones are left out. */
const DEEPEST = 40;

/**
 * The tree of a query; never throws. What cannot be read as the language is read as plain words, or left out
 * where it holds none, and `problem` says so.
 */
export function parseQuery(query: string): ParsedQuery {
  const { root, problem } = parse(query, false);
  return { root, problem };
}

/**
 * The tree with the last word taken for the beginning of one, or left out while it is a single letter; null where
 * the query does not end in a word that could still be growing.
 */
export function asTyped(query: string): QueryNode | null {
  const { root, grown } = parse(query, true);
  return grown ? root : null;
}

type Field = 'title' | 'author';

interface Reading {
  query: string;
  tokens: readonly QueryToken[];
  at: number;
  depth: number;
  problems: Problems;
  /** Whether the last word is to be the beginning of one, and whether it could be made so. */
  grow: boolean;
  grown: boolean;
}

function parse(query: string, grow: boolean): ParsedQuery & { grown: boolean } {
  const tokens = lexQuery(query);
  const problems = createProblems(query, tokens);
  const reading: Reading = { query, tokens, at: 0, depth: 0, problems, grow, grown: false };
  const parts: QueryNode[] = [];
  while (reading.at < tokens.length) {
    const part = readAny(reading, null);
    if (part !== null) parts.push(part);
    // Only a closing bracket that nothing opened ends the tree early.
    if (reading.at < tokens.length) {
      problems.at(reading.at, 'closes');
      reading.at += 1;
    }
  }
  const root = all(parts);
  if (root !== null || query.trim() === '') return { root, problem: problems.first(), grown: reading.grown };
  // Operators alone are words: OR may be Oregon.
  const words = tokens.some(({ kind }) => kind === 'field') ? null : all(wordsOf(query));
  return { root: words, problem: words === null ? problems.none() : problems.onlyOperators(), grown: false };
}

const peek = ({ tokens, at }: Reading): QueryToken | undefined => tokens[at];

/** `a OR b` */
function readAny(reading: Reading, field: Field | null): QueryNode | null {
  const parts: QueryNode[] = [];
  let pending = -1;
  for (;;) {
    const part = readAll(reading, field);
    if (part !== null) parts.push(part);
    else if (pending >= 0) reading.problems.at(pending, 'nothing-after');
    if (peek(reading)?.kind !== 'or') return any(parts);
    if (part === null && pending < 0) reading.problems.at(reading.at, 'nothing-before');
    pending = reading.at;
    reading.at += 1;
  }
}

/** `a b`, `a AND b` */
function readAll(reading: Reading, field: Field | null): QueryNode | null {
  const parts: QueryNode[] = [];
  let pending = -1;
  for (;;) {
    const token = peek(reading);
    if (token === undefined || token.kind === 'or' || token.kind === 'close') break;
    if (token.kind === 'and') {
      if (parts.length === 0 || pending >= 0) reading.problems.at(reading.at, 'nothing-before');
      pending = reading.at;
      reading.at += 1;
      continue;
    }
    const part = readNear(reading, field);
    if (part === null) continue;
    parts.push(part);
    pending = -1;
  }
  if (pending >= 0) reading.problems.at(pending, 'nothing-after');
  return all(parts);
}

/** `a NEAR/5 b`; a chain with one distance is one group. */
function readNear(reading: Reading, field: Field | null): QueryNode | null {
  let left = readNot(reading, field);
  const joined: QueryNode[] = [];
  for (let token = peek(reading); token?.kind === 'near'; token = peek(reading)) {
    const at = reading.at;
    reading.at += 1;
    if (left === null) reading.problems.at(at, 'nothing-before');
    const right = readNot(reading, field);
    if (right === null) {
      reading.problems.at(at, 'nothing-after');
      continue;
    }
    const near = left === null ? right : nearNode(left, right, token.distance);
    if (near === null) {
      reading.problems.at(at, 'near-needs-words');
      joined.push(left!);
      left = right;
    } else if (near.kind === 'all') {
      joined.push(near.of[0]!);
      left = near.of[1]!;
    } else left = near;
  }
  return left === null ? all(joined) : all([...joined, left]);
}

/** Null where these cannot be near each other; an `all` of two where the second group goes on from the first. */
function nearNode(left: QueryNode, right: QueryNode, distance: number): QueryNode | null {
  if (!isPassageWords(right)) return null;
  if (isPassageWords(left)) return { kind: 'near', of: [left, right], distance };
  if (left.kind !== 'near') return null;
  return left.distance === distance
    ? { ...left, of: [...left.of, right] }
    : { kind: 'all', of: [left, { kind: 'near', of: [left.of.at(-1)!, right], distance }] };
}

function isPassageWords(node: QueryNode): node is WordsNode {
  return node.kind === 'words' && node.field === undefined;
}

/** `NOT a`, `-a` */
function readNot(reading: Reading, field: Field | null): QueryNode | null {
  const first = reading.at;
  while (peek(reading)?.kind === 'not') reading.at += 1;
  const turns = reading.at - first;
  if (turns === 0) return readOne(reading, field);
  const { grow } = reading;
  // A beginning would take out more than the word that is being typed.
  reading.grow = false;
  const inner = readOne(reading, field);
  reading.grow = grow;
  if (inner === null) {
    reading.problems.at(reading.at - 1, 'nothing-after');
    return null;
  }
  return turns % 2 === 0 ? inner : not(inner);
}

/** A word, a phrase, a field with its value, or what stands in brackets. Null where there is none of these. */
function readOne(reading: Reading, field: Field | null): QueryNode | null {
  const token = peek(reading);
  if (token?.kind === 'open') return readGroup(reading, field);
  if (token?.kind === 'field') return readField(reading);
  if (token?.kind !== 'word' && token?.kind !== 'phrase') return null;
  reading.at += 1;
  if (token.kind === 'word') reading.problems.checkWord(reading.at - 1);
  return readWords(reading, token, field);
}

function readWords(
  reading: Reading,
  token: QueryToken & { kind: 'word' | 'phrase' | 'value' },
  field: Field | null,
): QueryNode | null {
  if (!token.text.closed) reading.problems.at(reading.tokens.indexOf(token), 'not-closed');
  const words = wordsOf(token.text);
  const isLast = reading.at === reading.tokens.length && (!token.text.quoted || !token.text.closed);
  const grown = reading.grow && isLast ? growing(words, reading.query) : null;
  if (grown !== null) reading.grown = true;
  return all((grown ?? words).map((node) => (field === null ? node : { ...node, field })));
}

function readGroup(reading: Reading, field: Field | null): QueryNode | null {
  const open = reading.at;
  reading.at += 1;
  if (reading.depth >= DEEPEST) {
    reading.problems.at(open, 'too-deep');
    return null;
  }
  reading.depth += 1;
  const inside = readAny(reading, field);
  reading.depth -= 1;
  if (peek(reading) === undefined) reading.problems.at(open, 'never-closes');
  else {
    if (inside === null) reading.problems.at(open, 'holds-nothing');
    reading.at += 1;
  }
  return inside;
}

function readField(reading: Reading): QueryNode | null {
  const at = reading.at;
  const token = reading.tokens[at]!;
  if (token.kind !== 'field') return null;
  reading.at += 1;
  const own = token.field === 'title' || token.field === 'author' ? token.field : null;
  const next = peek(reading);
  if (next?.kind === 'open' && next.start === token.end) {
    if (own !== null) return readGroup(reading, own);
    return readValues(reading, at);
  }
  if (next?.kind !== 'value') {
    reading.problems.at(at, 'no-value');
    return null;
  }
  reading.at += 1;
  if (own !== null) return readWords(reading, next, own);
  return readValue(reading, at, next);
}

/** `lang:(ko OR ja)`: any of the values, which may also just follow each other. */
function readValues(reading: Reading, fieldAt: number): QueryNode | null {
  const open = reading.at;
  const parts: QueryNode[] = [];
  for (reading.at += 1; ; reading.at += 1) {
    const token = peek(reading);
    if (token === undefined || token.kind === 'close') break;
    if (token.kind === 'word' || token.kind === 'phrase') {
      const part = readValue(reading, fieldAt, token);
      if (part !== null) parts.push(part);
    } else if (token.kind !== 'or') reading.problems.at(reading.at, 'no-value-here');
  }
  if (peek(reading) === undefined) reading.problems.at(open, 'never-closes');
  else {
    if (parts.length === 0) reading.problems.at(open, 'holds-nothing');
    reading.at += 1;
  }
  return any(parts);
}

function readValue(
  reading: Reading,
  fieldAt: number,
  token: QueryToken & { kind: 'word' | 'phrase' | 'value' },
): QueryNode | null {
  const name = reading.tokens[fieldAt]!;
  if (name.kind !== 'field' || name.field === 'title' || name.field === 'author') return null;
  if (!token.text.closed) reading.problems.at(reading.tokens.indexOf(token), 'not-closed');
  const filter = filterOf(name.field, token.text.text);
  if (filter !== null) return filter;
  reading.problems.badValue(name.field, reading.query.slice(name.start, name.end) + token.text.text);
  return all(wordsOf(`${reading.query.slice(name.start, name.end)}${token.text.text}`));
}
