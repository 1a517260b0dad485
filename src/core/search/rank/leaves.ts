/** The passages that hold a word, a phrase, the beginning of a word, or words near each other. */
import type { QueryNode, WordsNode } from '../query/ast.ts';
import { FIELD_MARKS } from '../segment/format.ts';
import type { Segment, Segments } from '../segment/segments.ts';
import type { Arena } from './arena.ts';
import { createPhraseReader, type Near, termsWith } from './phrases.ts';
import { peakAt } from './saturation.ts';

/** What BM25 counts of one word or phrase: the passages with it, and how often each has it. */
export interface Matches {
  docs: Uint32Array;
  weights: Uint16Array;
  /** Passages that hold it, from which its weight follows; near others it may be held by more than `docs`. */
  df: number;
  blocks: Blocks;
}

/** Parts of a list that a search for the best may pass over. */
interface Blocks {
  /** Where each ends in the list. */
  ends: Uint32Array;
  /** The most that one of its passages counts (saturation.ts). */
  peaks: Float64Array;
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
  /** Terms of a passage on average. */
  average: number;
}

export function createLeaves(segments: Segments, live: () => Live, arena: Arena): Leaves {
  const phrases = createPhraseReader(segments, arena, () => live().passages);

  const word = (term: string): Matches => {
    const found = segments.all
      .map((segment) => ({ segment, index: segment.dictionary.find(term) }))
      .filter(({ index }) => index >= 0);
    return readAll(found);
  };

  const readAll = (found: { segment: Segment; index: number }[]): Matches => {
    const df = found.reduce((sum, { segment, index }) => sum + segment.dictionary.df(index), 0);
    const docs = arena.uint32(df);
    const weights = arena.uint16(df);
    const ends: number[] = [];
    const peaks: number[] = [];
    let at = 0;
    for (const { segment, index } of found) {
      const { df: own, skips } = segments.read(segment, index, { docs, weights }, at);
      const to = at + own;
      if (skips === null) {
        ends.push(to);
        peaks.push(1);
      } else
        for (const peak of skips.peaks) {
          ends.push((at = Math.min(at + skips.block, to)));
          peaks.push(peakAt(peak, skips.average, live().average));
        }
      at = to;
    }
    return only({ docs, weights }, { ends: Uint32Array.from(ends), peaks: Float64Array.from(peaks) });
  };

  /** Of one list those that belong to an article. */
  const only = (list: Pick<Matches, 'docs' | 'weights'>, blocks = asOneBlock(list.docs)): Matches => {
    const { articleOf, someDead } = live();
    const { docs, weights } = list;
    if (!someDead) return { ...list, df: docs.length, blocks };
    const ends = new Uint32Array(blocks.ends.length);
    let count = 0;
    let at = 0;
    for (const [block, end] of blocks.ends.entries()) {
      for (; at < end; at += 1) {
        docs[count] = docs[at]!;
        weights[count] = weights[at]!;
        count += articleOf[docs[at]!] === 0 ? 0 : 1;
      }
      ends[block] = count;
    }
    return {
      docs: docs.subarray(0, count),
      weights: weights.subarray(0, count),
      df: count,
      blocks: { ends, peaks: blocks.peaks },
    };
  };

  const beginning = (prefix: string): Matches => {
    const ranges = segments.all.map((segment) => ({ segment, ...termsWith(segment.dictionary, prefix) }));
    let room = 0;
    for (const { segment, from, to } of ranges) room += Math.min(segment.docs, postingsOf(segment, from, to));
    const into = { docs: arena.uint32(room), weights: arena.uint16(room) };
    let count = 0;
    for (const { segment, from, to } of ranges) count = segments.sum(segment, from, to, into, count);
    return only({ docs: into.docs.subarray(0, count), weights: into.weights.subarray(0, count) });
  };

  const phrase = (node: WordsNode): Matches => {
    const each = segments.all.map((segment) => phrases.phrase(segment, node));
    const { docs, weights } = joined(
      each.map((part) => ({ docs: part.docs, weights: [part.weights] })),
      1,
    );
    return { docs, weights: weights[0]!, df: docs.length, blocks: asOneBlock(docs) };
  };

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
      blocks: asOneBlock(docs),
    }));
    return { docs, counted };
  };

  return {
    find(node) {
      if (node.kind === 'near') return near(node);
      const matches = matchesOf(inField(node));
      return { docs: matches.docs, counted: [matches] };
    },
  };
}

/** Postings of neighbouring terms of a segment. */
function postingsOf({ dictionary }: Segment, from: number, to: number): number {
  let postings = 0;
  dictionary.walk(from, to, (df) => (postings += df));
  return postings;
}

function asOneBlock(docs: Uint32Array): Blocks {
  return { ends: Uint32Array.of(docs.length), peaks: Float64Array.of(1) };
}

/** Terms as they are listed for the field that they are wanted in. */
function inField(node: WordsNode): WordsNode {
  if (node.field === undefined) return node;
  const mark = FIELD_MARKS[node.field];
  return { ...node, terms: node.terms.map((term) => mark + term) };
}
