/** What a single word or phrase of a query is found in, decoded no further than an answer needs. */
import { CHUNK } from '../chunk.ts';
import { readBlock, readPostings, walkPostings } from '../segment/decode.ts';
import type { TermList } from '../segment/listReader.ts';
import type { Arena } from './arena.ts';
import type { Scorer } from './bm25.ts';
import { orderBlocks } from './blocks.ts';
import { seek } from './lists.ts';
import { createTop, type Offered } from './select.ts';

/** Passages with what each counts of a word or phrase for BM25. */
export interface Weighted {
  docs: Uint32Array;
  weights: Uint16Array;
}

/** What is found in a segment: a list as it is stored, or one that was made for the query. */
export type ListPart = { stored: TermList } | { made: Weighted };

/** A byte for each article: 1 where it may be found; null where all may. */
export type Allowed = Uint8Array | null;

export interface PartialList {
  /** All of it, without passages that belong to no article. */
  all(): Weighted;
  /** How many passages allowed articles have in it, and those articles, each once, in the order of their passages. */
  count(allowed: Allowed): { passages: number; articles: Uint32Array };
  /** The best passages of allowed articles in order. Blocks that can hold none of them are not read. */
  best(limit: number, allowed: Allowed, scorer: Scorer): Uint32Array;
  /** Offers passages of allowed articles: all that can get in. `every` says one part in how many is looked at. */
  offer(to: Offered, allowed: Allowed, scorer: Scorer, every?: number): void;
  /** Its passages from one to before another, which belong to an article. */
  within(from: number, to: number): Weighted;
}

export interface PartialContext {
  arena: Arena;
  /** The article of each passage; 0 for none. */
  articleOf: Uint32Array;
  /** All article ids are below. */
  articles: number;
  /** Whether some passages belong to no article. */
  someDead: boolean;
  /** Terms of a passage on average. */
  average: number;
}

/** `parts` are in the order of their segments. */
export function createPartialList(parts: readonly ListPart[], context: PartialContext): PartialList {
  const { arena, articleOf, articles, someDead, average } = context;

  /** No passage that belongs to no article is allowed. */
  const keptOf = (allowed: Allowed): Allowed => {
    if (allowed === null && !someDead) return null;
    const kept = allowed === null ? new Uint8Array(articles).fill(1) : allowed.slice();
    kept[0] = 0;
    return kept;
  };
  const read = ({ df, parts: bytes, segment }: TermList): Weighted => {
    const into = { docs: arena.uint32(df), weights: arena.uint16(df) };
    readPostings(bytes, df, segment.first, into, 0);
    return into;
  };
  /** Short lists, and made ones: they are gone through again and again. */
  const wholes = new Map<ListPart, Weighted>();
  const whole = (part: ListPart): Weighted => {
    if ('made' in part) return part.made;
    const known = wholes.get(part) ?? read(part.stored);
    wholes.set(part, known);
    return known;
  };
  const block = ({ df, parts: bytes, segment, skips }: TermList, number: number): Weighted =>
    readBlock(bytes, df, segment.first, skips!, number);
  const sizeOf = (part: ListPart): number => ('made' in part ? part.made.docs.length : part.stored.df);
  const size = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  const ordered = orderBlocks(
    parts.flatMap((part) => ('stored' in part && part.stored.skips !== null ? [part.stored] : [])),
    average,
  );

  const self: PartialList = {
    all() {
      const into = { docs: arena.uint32(size), weights: arena.uint16(size) };
      let at = 0;
      for (const part of parts) {
        if ('made' in part) {
          into.docs.set(part.made.docs, at);
          into.weights.set(part.made.weights, at);
        } else readPostings(part.stored.parts, part.stored.df, part.stored.segment.first, into, at);
        at += sizeOf(part);
      }
      const kept = keptOf(null);
      return kept === null ? into : keepWeighted(into, articleOf, kept, into);
    },
    count(allowed) {
      const counting: Counting = {
        articleOf,
        kept: keptOf(allowed),
        found: arena.uint32(Math.min(size, articles) + 1),
        articles: 0,
        passages: 0,
        last: 0,
      };
      for (const part of parts)
        if ('made' in part) {
          const { docs } = part.made;
          for (let at = 0; at < docs.length; at += CHUNK)
            countPart(counting, docs.subarray(at, at + CHUNK), Math.min(CHUNK, docs.length - at));
        } else {
          const { parts: bytes, df, segment } = part.stored;
          walkPostings(bytes, df, segment.first, (docs, count) => countPart(counting, docs, count));
        }
      const { passages, found, articles: count } = counting;
      return { passages, articles: found.subarray(0, count) };
    },
    best(limit, allowed, scorer) {
      const top = createTop(Math.min(limit, size), articleOf);
      self.offer(top, allowed, scorer);
      return top.inOrder();
    },
    offer(to, allowed, scorer, every = 1) {
      const kept = keptOf(allowed);
      const offer = (list: Weighted, into: Weighted): void =>
        scorer.offer(kept === null ? list : keepWeighted(list, articleOf, kept, into), to);
      for (const part of parts) {
        if ('stored' in part && part.stored.skips !== null) continue;
        const { docs, weights } = whole(part);
        const room = { docs: new Uint32Array(CHUNK), weights: new Uint16Array(CHUNK) };
        for (let at = 0; at < docs.length; at += CHUNK * every)
          offer({ docs: docs.subarray(at, at + CHUNK), weights: weights.subarray(at, at + CHUNK) }, room);
      }
      const blocks = ordered();
      for (let at = 0; at < blocks.count; at += every) {
        if (blocks.peak(at) < to.least) continue;
        const own = block(blocks.list(at), blocks.number(at));
        offer(own, own);
      }
    },
    within(from, to) {
      const found = { docs: new Uint32Array(to - from), weights: new Uint16Array(to - from) };
      let count = 0;
      const take = ({ docs, weights }: Weighted): boolean => {
        for (let at = seek(docs, from, 0); at < docs.length && docs[at]! < to; at += 1) {
          if (articleOf[docs[at]!] === 0) continue;
          found.docs[count] = docs[at]!;
          found.weights[count++] = weights[at]!;
        }
        return docs.length > 0 && docs.at(-1)! < to;
      };
      for (const part of parts)
        if ('made' in part) take(part.made);
        else {
          const { segment, skips } = part.stored;
          if (from >= segment.first + segment.docs || to <= segment.first) continue;
          if (skips === null) take(whole(part));
          else
            for (
              let number = seek(skips.last, from - segment.first, 0);
              number < skips.last.length;
              number += 1
            )
              if (!take(block(part.stored, number))) break;
        }
      return { docs: found.docs.subarray(0, count), weights: found.weights.subarray(0, count) };
    },
  };
  return self;
}

interface Counting {
  articleOf: Uint32Array;
  kept: Allowed;
  /** The articles so far, and room for one more. */
  found: Uint32Array;
  articles: number;
  passages: number;
  /** The article of the last passage. */
  last: number;
}

/** Without a branch: whether the next passage is of the same article, or of an allowed one, cannot be foreseen. */
function countPart(counting: Counting, docs: Uint32Array, size: number): void {
  const { articleOf, kept, found } = counting;
  let { articles, passages, last } = counting;
  if (kept === null) {
    for (let index = 0; index < size; index += 1) {
      const id = articleOf[docs[index]!]!;
      found[articles] = id;
      articles += id === last ? 0 : 1;
      last = id;
    }
    passages += size;
  } else
    for (let index = 0; index < size; index += 1) {
      const id = articleOf[docs[index]!]!;
      const isKept = kept[id]!;
      found[articles] = id;
      articles += id === last ? 0 : isKept;
      passages += isKept;
      last = id;
    }
  counting.articles = articles;
  counting.passages = passages;
  counting.last = last;
}

/** Those of kept articles, written to `into`, which may be the list itself. */
function keepWeighted(
  { docs, weights }: Weighted,
  articleOf: Uint32Array,
  kept: Uint8Array,
  into: Weighted,
): Weighted {
  let count = 0;
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at]!;
    into.docs[count] = doc;
    into.weights[count] = weights[at]!;
    count += kept[articleOf[doc]!]!;
  }
  return { docs: into.docs.subarray(0, count), weights: into.weights.subarray(0, count) };
}
