/** The passages that hold a word, a phrase, the beginning of a word, or words near each other. */
import type { QueryNode, WordsNode } from '../query/ast.ts';
import { FIELD_MARKS } from '../segment/format.ts';
import type { Segment, Segments } from '../segment/segments.ts';
import type { Arena } from './arena.ts';
import { readBits } from './lists.ts';
import { createPhraseReader, termsWith } from './phrases.ts';

/** What BM25 counts of one word or phrase: the passages with it, and how often each has it. */
export interface Matches {
  docs: Uint32Array;
  weights: Uint16Array;
  /** Passages that hold it, from which its weight follows; near others it may be held by more than `docs`. */
  df: number;
}

/** A word or words of a query: where they are found, and what is counted. */
export interface Leaf {
  docs: Uint32Array;
  counted: Matches[];
}

export type LeafNode = Extract<QueryNode, { kind: 'words' | 'near' }>;

export interface Leaves {
  /** Passages that belong to an article only. Lists stay valid until the arena is reset. */
  find(node: LeafNode): Leaf;
}

interface Live {
  /** The article of each passage; 0 for none. */
  articleOf: Uint32Array;
  /** All passage numbers are below. */
  passages: number;
  /** Whether some passages belong to no article. */
  someDead: boolean;
}

export function createLeaves(segments: Segments, live: () => Live, arena: Arena): Leaves {
  const phrases = createPhraseReader(segments, arena, () => live().passages);

  const word = (term: string): Matches => {
    const found = segments.all
      .map((segment) => ({ segment, index: segment.dictionary.find(term) }))
      .filter(({ index }) => index >= 0);
    return alive(readAll(found));
  };

  const readAll = (found: { segment: Segment; index: number }[]): Matches => {
    const df = found.reduce((sum, { segment, index }) => sum + segment.dictionary.df(index), 0);
    const docs = arena.uint32(df);
    const weights = arena.uint16(df);
    let at = 0;
    for (const { segment, index } of found) at += segments.read(segment, index, { docs, weights }, at);
    return { docs, weights, df };
  };

  const beginning = (prefix: string): Matches => {
    const { passages } = live();
    const sums = arena.uint16(passages).fill(0);
    const bits = arena.uint32((passages + 31) >>> 5).fill(0);
    let most = 0;
    for (const segment of segments.all) {
      const { from, to } = termsWith(segment, prefix);
      const list = { docs: arena.uint32(segment.docs), weights: arena.uint16(segment.docs) };
      segments.readEach(segment, from, to, list, (count) => {
        most += count;
        for (let at = 0; at < count; at += 1) {
          const doc = list.docs[at]!;
          bits[doc >>> 5]! |= 1 << (doc & 31);
          sums[doc]! += list.weights[at]!;
        }
      });
    }
    const docs = readBits(bits, Math.min(most, passages), arena);
    const weights = arena.uint16(docs.length);
    for (let at = 0; at < docs.length; at += 1) weights[at] = sums[docs[at]!]!;
    return alive({ docs, weights, df: docs.length });
  };

  const phrase = (node: WordsNode): Matches =>
    joined(segments.all.map((segment) => phrases.phrase(segment, node)));

  const matchesOf = (node: WordsNode): Matches => {
    if (node.terms.length > 1) return phrase(node);
    return node.prefix ? beginning(node.terms[0]!) : word(node.terms[0]!);
  };

  const dfOf = (node: WordsNode): number => {
    if (node.terms.length > 1 || node.prefix || live().someDead) return matchesOf(node).df;
    let df = 0;
    for (const { dictionary } of segments.all) {
      const at = dictionary.find(node.terms[0]!);
      if (at >= 0) df += dictionary.df(at);
    }
    return df;
  };

  /** What was found in each segment, one behind the other. */
  const joined = (parts: readonly Pick<Matches, 'docs' | 'weights'>[]): Matches => {
    const df = parts.reduce((sum, { docs }) => sum + docs.length, 0);
    const docs = arena.uint32(df);
    const weights = arena.uint16(df);
    let at = 0;
    for (const part of parts) {
      docs.set(part.docs, at);
      weights.set(part.weights, at);
      at += part.docs.length;
    }
    return alive({ docs, weights, df });
  };

  /** Takes out passages that belong to no article. */
  const alive = (matches: Matches): Matches => {
    const { articleOf, someDead } = live();
    if (!someDead) return matches;
    const { docs, weights } = matches;
    let count = 0;
    for (let at = 0; at < docs.length; at += 1) {
      if (articleOf[docs[at]!] === 0) continue;
      docs[count] = docs[at]!;
      weights[count] = weights[at]!;
      count += 1;
    }
    return { docs: docs.subarray(0, count), weights: weights.subarray(0, count), df: count };
  };

  const near = ({ of, distance }: Extract<LeafNode, { kind: 'near' }>): Leaf => {
    const nodes = of.map(inField);
    const each = segments.all.map((segment) => phrases.near(segment, nodes, distance));
    const counted = nodes.map((node, place) => ({
      ...joined(each.map(({ docs, weights }) => ({ docs, weights: weights[place]! }))),
      df: dfOf(node),
    }));
    return { docs: counted[0]?.docs ?? NO_MATCHES.docs, counted };
  };

  return {
    find(node) {
      if (node.kind === 'near') return near(node);
      const matches = matchesOf(inField(node));
      return { docs: matches.docs, counted: [matches] };
    },
  };
}

const NO_MATCHES: Matches = { docs: new Uint32Array(0), weights: new Uint16Array(0), df: 0 };

/** Terms as they are listed for the field that they are wanted in. */
function inField(node: WordsNode): WordsNode {
  if (node.field === undefined) return node;
  const mark = FIELD_MARKS[node.field];
  return { ...node, terms: node.terms.map((term) => mark + term) };
}
