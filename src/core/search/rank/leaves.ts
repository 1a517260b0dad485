/** The passages that hold a word, a phrase, the beginning of a word, or words near each other. */
import type { QueryNode, WordsNode } from '../query/ast.ts';
import { FIELD_MARKS } from '../segment/format.ts';
import type { ListReader } from '../segment/listReader.ts';
import type { Segments } from '../segment/segments.ts';
import type { Arena } from './arena.ts';
import { once } from './once.ts';
import { createPartialList, type ListPart, type PartialList, type Weighted } from './partial.ts';
import type { Found, PhraseReader } from './phrases.ts';
import type { SegmentTask } from './segmentTasks.ts';

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

export interface LeavesContext {
  segments: Segments;
  lists: ListReader;
  phrases: PhraseReader;
  /** Does a task in each of the segments. */
  each: (task: SegmentTask, segments: Segments['all']) => Found[];
  live: () => Live;
  arena: Arena;
}

export function createLeaves({ segments, lists, phrases, each, live, arena }: LeavesContext): Leaves {
  const word = (term: string): ListPart[] =>
    segments.all.flatMap((segment) => {
      const index = segment.dictionary.find(term);
      return index < 0 ? [] : [{ stored: lists.list(segment, index) }];
    });

  const phrase = (node: WordsNode): ListPart[] => {
    const stored = segments.all.map((segment) => phrases.stored(segment, node));
    const others = segments.all.filter((_segment, place) => stored[place] === null);
    const found = made({ kind: 'phrase', node }, others).values();
    return stored.map((list) => (list === null ? found.next().value! : { stored: list }));
  };

  const made = (task: SegmentTask, wanted: Segments['all']): ListPart[] =>
    each(task, wanted).map(({ docs, weights }) => ({ made: { docs, weights: weights[0]! } }));

  const partsOf = (node: WordsNode): ListPart[] => {
    const [first] = node.terms;
    if (node.terms.length > 1) return phrase(node);
    return node.prefix ? made({ kind: 'beginning', prefix: first! }, segments.all) : word(first!);
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
  const joined = (parts: readonly Found[], count: number): Found => {
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

  const alive = ({ docs, weights }: Found): Found => {
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
    const found = each({ kind: 'near', nodes, distance }, segments.all);
    const { docs, weights } = joined(found, nodes.length);
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

/** Terms as they are listed for the field that they are wanted in. */
function inField(node: WordsNode): WordsNode {
  if (node.field === undefined) return node;
  const mark = FIELD_MARKS[node.field];
  return { ...node, terms: node.terms.map((term) => mark + term) };
}
