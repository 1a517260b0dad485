/**
 * Two threads for what a query asks of every segment: the one that answers it, and one that does nothing else. Each
 * takes the next segment as it is done with one, so that an idle or busy second thread costs nothing. The first waits
 * for what the second has begun: a query is answered in one go, on one snapshot of the index.
 */
import { availableParallelism } from 'node:os';
import { type MessagePort, MessageChannel, receiveMessageOnPort, type Worker } from 'node:worker_threads';
import { startWorker } from '../../worker/spawn.ts';
import type { LoadedSegment } from '../segment/segments.ts';
import type { Found } from './phrases.ts';
import type { SegmentTask, SegmentTasks } from './segmentTasks.ts';

/** What the other thread is told when it starts. */
export interface HelperData {
  role: 'help';
  /** The file of the index. */
  index: string;
  port: MessagePort;
}

/** Places in `Question.shared`. */
export const NEXT = 0;
export const DONE = 1;

export interface Question {
  id: number;
  task: SegmentTask;
  /** Those that the task is done in, the largest first. */
  segments: Pick<LoadedSegment, 'id' | 'first' | 'docs' | 'bytes'>[];
  lengths: Uint16Array<SharedArrayBuffer>;
  /** Which of the segments is the next to be taken, and whether the helper has answered. */
  shared: Int32Array<SharedArrayBuffer>;
}

/** The other thread is asked something, or to end. */
export type HelperMessage = Question | Pick<Question, 'shared'>;

export interface Answer {
  id: number;
  /** By their places among the segments of the question. Those that it failed on are left out. */
  found: [place: number, Found][];
}

export interface SharedWork {
  /** Whether small tasks are shared, too, so that what both threads run is compiled. */
  shareAll(isAll: boolean): void;
  /** What the task finds in each of the segments. */
  each(task: SegmentTask, segments: readonly LoadedSegment[], lengths: Question['lengths']): Found[];
  /** Ends the other thread; returns once it has closed the file. */
  close(): void;
}

/** Postings from which on the other thread is asked: to wake it takes as long as to go through some ten thousand. */
const WORTHWHILE = 400_000;
/** How long the other thread may take for what it has begun, in ms, before it is given up. */
const PATIENCE = 5000;

export function createSharedWork(index: string, tasks: SegmentTasks): SharedWork {
  let helper: { worker: Worker; port: MessagePort } | null = null;
  let canHelp = availableParallelism() > 1;
  let lastId = 0;
  let sharesAll = false;

  const start = (): NonNullable<typeof helper> => {
    const { port1: port, port2 } = new MessageChannel();
    const data: HelperData = { role: 'help', index, port: port2 };
    const worker = startWorker('search', data, [port2]);
    worker.on('error', giveUp);
    port.unref();
    worker.unref();
    return { worker, port };
  };
  const giveUp = (): void => {
    canHelp = false;
    helper?.port.close();
    helper = null;
  };

  /** Answers to questions that had been answered without it are passed over. */
  const answerOf = ({ port }: NonNullable<typeof helper>, id: number): Answer | null => {
    for (;;) {
      const received: { message: Answer } | undefined = receiveMessageOnPort(port);
      if (received === undefined) return null;
      if (received.message.id === id) return received.message;
    }
  };

  return {
    shareAll: (isAll) => (sharesAll = isAll),
    each(task, segments, lengths) {
      const alone = (): Found[] => segments.map((segment) => tasks.run(task, segment));
      if (!canHelp || segments.length < 2) return alone();
      const sizes = segments.map((segment) => tasks.size(task, segment));
      if (!sharesAll && sizes.reduce((sum, size) => sum + size, 0) < WORTHWHILE) return alone();

      helper ??= start();
      lastId += 1;
      const order = [...segments.keys()].toSorted((a, b) => sizes[b]! - sizes[a]!);
      const shared = new Int32Array(new SharedArrayBuffer(8));
      const question: Question = {
        id: lastId,
        task,
        segments: order.map((place) => {
          const { id, first, docs, bytes } = segments[place]!;
          return { id, first, docs, bytes };
        }),
        lengths,
        shared,
      };
      helper.port.postMessage(question);
      const found: Found[] = [];
      let own = 0;
      for (let at = 0; (at = Atomics.add(shared, NEXT, 1)) < order.length; own += 1)
        found[order[at]!] = tasks.run(task, segments[order[at]!]!);
      if (own < order.length) {
        if (Atomics.wait(shared, DONE, 0, PATIENCE) === 'timed-out') giveUp();
        else for (const [at, theirs] of answerOf(helper, lastId)?.found ?? []) found[order[at]!] = theirs;
      }
      return segments.map((segment, place) => found[place] ?? tasks.run(task, segment));
    },
    close() {
      if (helper === null) return;
      const shared = new Int32Array(new SharedArrayBuffer(8));
      helper.port.postMessage({ shared } satisfies HelperMessage);
      Atomics.wait(shared, DONE, 0, PATIENCE);
      helper.port.close();
      helper = null;
    },
  };
}
