/** The passages that hold a word, a phrase, the beginning of a word, or words near each other. */
import type { QueryNode, WordsNode } from '../query/ast.ts';
import { FIELD_MARKS } from '../segment/format.ts';
import type { Segment, Segments } from '../segment/segments.ts';
import type { Arena } from './arena.ts';
import { once } from './once.ts';
import { createPartialList, type ListPart, type PartialList, type Weighted } from './partial.ts';
import { createPhraseReader, type Near, termsWith } from './phrases.ts';

/** What BM25 counts of one word or phrase: the passages with it, and how often each has it. */
export interface Matches extends Weighted {
  /** Passages that hold it, from which its weight follows; near others it may be held by more than `docs`. */
  df: number;
}

/** A word or words of a query: where they are found, and what is counted. */
export interface Leaf {
  readonly docs: Uint32Array;
  readonly counted: Matches[];
  /** The same of a single word or phrase, of which less need be read. */
  part: PartialList | null;
}

export type LeafNode = Extract<QueryNode, { kind: 'words' | 'near' }>;

export interface Leaves {
  /** Passages that belong to an article only. Lists stay valid until the arena is reset. */
  find(node: LeafNode): Leaf;
}

interface Live {
  /** The article of each passage; 0 for none. */
  articleOf: Uint32Array;
  /** All passage numbers are below the one, all article ids below the other. */
  passages: number;
  articles: number;
  /** Whether some passages belong to no article. */
  someDead: boolean;
  /** Terms of a passage on average. */
  average: number;
}

export function createLeaves(segments: Segments, live: () => Live, arena: Arena): Leaves {
  const phrases = createPhraseReader(segments, arena, () => live().passages);

  const word = (term: string): ListPart[] =>
    segments.all.flatMap((segment) => {
      const index = segment.dictionary.find(term);
      return index < 0 ? [] : [{ stored: segments.list(segment, index) }];
    });

  const beginning = (prefix: string): ListPart[] => {
    const ranges = segments.all.map((segment) => ({ segment, ...termsWith(segment.dictionary, prefix) }));
    let room = 0;
    for (const { segment, from, to } of ranges) room += Math.min(segment.docs, postingsOf(segment, from, to));
    const into = { docs: arena.uint32(room), weights: arena.uint16(room) };
    let count = 0;
    for (const { segment, from, to } of ranges) count = segments.sum(segment, from, to, into, count);
    return [{ made: { docs: into.docs.subarray(0, count), weights: into.weights.subarray(0, count) } }];
  };

  const partsOf = (node: WordsNode): ListPart[] => {
    if (node.terms.length > 1) return segments.all.map((segment) => phrases.phrase(segment, node));
    return node.prefix ? beginning(node.terms[0]!) : word(node.terms[0]!);
  };

  const single = (node: WordsNode): Leaf => {
    const part = createPartialList(partsOf(node), { ...live(), arena });
    const all = once((): Matches => {
      const list = part.all();
      return { ...list, df: list.docs.length };
    });
    return {
      get docs() {
        return all().docs;
      },
      get counted() {
        return [all()];
      },
      part,
    };
  };

  const dfOf = (node: WordsNode): number => {
    if (node.terms.length > 1 || node.prefix || live().someDead) return single(node).docs.length;
    let df = 0;
    for (const { dictionary } of segments.all) {
      const at = dictionary.find(node.terms[0]!);
      if (at >= 0) df += dictionary.df(at);
    }
    return df;
  };

  /** What was found in each segment, one behind the other, without passages that belong to no article. */
  const joined = (parts: readonly Near[], count: number): Near => {
    const total = parts.reduce((sum, { docs }) => sum + docs.length, 0);
    const docs = arena.uint32(total);
    const weights = Array.from({ length: count }, () => arena.uint16(total));
    let at = 0;
    for (const part of parts) {
      docs.set(part.docs, at);
      for (const [place, own] of weights.entries()) own.set(part.weights[place]!, at);
      at += part.docs.length;
    }
    return alive({ docs, weights });
  };

  const alive = ({ docs, weights }: { docs: Uint32Array; weights: readonly Uint16Array[] }): Near => {
    const { articleOf, someDead } = live();
    if (!someDead) return { docs, weights };
    let count = 0;
    for (let at = 0; at < docs.length; at += 1) {
      if (articleOf[docs[at]!] === 0) continue;
      docs[count] = docs[at]!;
      for (const own of weights) own[count] = own[at]!;
      count += 1;
    }
    return { docs: docs.subarray(0, count), weights: weights.map((own) => own.subarray(0, count)) };
  };

  const near = ({ of, distance }: Extract<LeafNode, { kind: 'near' }>): Leaf => {
    const nodes = of.map(inField);
    const each = segments.all.map((segment) => phrases.near(segment, nodes, distance));
    const { docs, weights } = joined(each, nodes.length);
    const counted = nodes.map((node, place) => ({
      docs,
      weights: weights[place]!,
      df: dfOf(node),
    }));
    return { docs, counted, part: null };
  };

  return {
    find: (node) => (node.kind === 'near' ? near(node) : single(inField(node))),
  };
}

/** Postings of neighbouring terms of a segment. */
function postingsOf({ dictionary }: Segment, from: number, to: number): number {
  let postings = 0;
  dictionary.walk(from, to, (df) => (postings += df));
  return postings;
}

/** Terms as they are listed for the field that they are wanted in. */
function inField(node: WordsNode): WordsNode {
  if (node.field === undefined) return node;
  const mark = FIELD_MARKS[node.field];
  return { ...node, terms: node.terms.map((term) => mark + term) };
}
