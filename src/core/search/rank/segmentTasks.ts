/** What a query asks of one segment after the other, so that several threads can each take some of them. */
import type { WordsNode } from '../query/ast.ts';
import type { ListReader, Segment } from '../segment/listReader.ts';
import type { Arena } from './arena.ts';
import { type Found, type PhraseReader, termsWith } from './phrases.ts';

/** Can be sent to another thread. */
export type SegmentTask =
  | { kind: 'phrase'; node: WordsNode }
  | { kind: 'near'; nodes: readonly WordsNode[]; distance: number }
  /** Of all terms that begin so, together. */
  | { kind: 'beginning'; prefix: string };

export interface SegmentTasks {
  run(task: SegmentTask, segment: Segment): Found;
  /** Postings that are gone through for it, about. */
  size(task: SegmentTask, segment: Segment): number;
}

export function createSegmentTasks(lists: ListReader, phrases: PhraseReader, arena: Arena): SegmentTasks {
  const beginning = (prefix: string, segment: Segment): Found => {
    const { from, to } = termsWith(segment.dictionary, prefix);
    const room = Math.min(segment.docs, mostPostings(segment, from, to));
    const into = { docs: arena.uint32(room), weights: arena.uint16(room) };
    const count = lists.sum(segment, from, to, into, 0);
    return { docs: into.docs.subarray(0, count), weights: [into.weights.subarray(0, count)] };
  };

  return {
    run(task, segment) {
      if (task.kind === 'phrase') return phrases.phrase(segment, task.node);
      if (task.kind === 'near') return phrases.near(segment, task.nodes, task.distance);
      return beginning(task.prefix, segment);
    },
    size(task, segment) {
      if (task.kind === 'phrase') return phrases.size(segment, task.node);
      if (task.kind === 'near') return task.nodes.reduce((sum, node) => sum + phrases.size(segment, node), 0);
      const { from, to } = termsWith(segment.dictionary, task.prefix);
      return mostPostings(segment, from, to);
    },
  };
}

/** A distance and a count, of a byte or more each (postings.ts). */
const LEAST_POSTING = 2;

/** Postings of neighbouring terms of a segment, at most: counting them would be to go through the terms. */
function mostPostings({ dictionary }: Segment, from: number, to: number): number {
  if (from >= to) return 0;
  return Math.floor((dictionary.postingsEnd(to - 1) - dictionary.postingsAt(from)) / LEAST_POSTING);
}
