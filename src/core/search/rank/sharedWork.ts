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
/** How often the other thread is looked at while it is waited for, in ms: no event comes meanwhile. */
const GLANCE = 20;

interface Helper {
  worker: Worker;
  port: MessagePort;
  /** It has taken a segment. One that never does is not started again. */
  tookPart: boolean;
}

/** `startHelper` starts the thread that `help` (helper.ts) runs in. */
export function createSharedWork(
  index: string,
  tasks: SegmentTasks,
  startHelper: (data: HelperData) => Worker = (data) => startWorker('search', data, [data.port]),
): SharedWork {
  let helper: Helper | null = null;
  let canHelp = availableParallelism() > 1;
  let lastId = 0;
  let sharesAll = false;

  const start = (): Helper => {
    const { port1: port, port2 } = new MessageChannel();
    const worker = startHelper({ role: 'help', index, port: port2 });
    const started: Helper = { worker, port, tookPart: false };
    // What it died of is no fault of the search, which goes on without it.
    worker.on('error', () => undefined);
    worker.once('exit', () => letGo(started));
    port.unref();
    worker.unref();
    return started;
  };
  const letGo = (gone: Helper): void => {
    if (helper !== gone) return;
    canHelp = gone.tookPart;
    gone.port.close();
    helper = null;
  };
  const giveUp = (late: Helper): void => {
    letGo(late);
    canHelp = false;
  };

  /** Waits for the helper to be done with what it has begun; false where it never will be. */
  const isDone = (asked: Helper, shared: Question['shared']): boolean => {
    for (let waited = 0; waited < PATIENCE; waited += GLANCE) {
      if (Atomics.wait(shared, DONE, 0, GLANCE) !== 'timed-out') return true;
      if (hasEnded(asked.worker)) {
        letGo(asked);
        return false;
      }
    }
    giveUp(asked);
    return false;
  };

  /** Answers to questions that had been answered without it are passed over. */
  const answerOf = ({ port }: Helper, id: number): Answer | null => {
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

      const asked = (helper ??= start());
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
      asked.port.postMessage(question);
      const found: Found[] = [];
      let own = 0;
      for (let at = 0; (at = Atomics.add(shared, NEXT, 1)) < order.length; own += 1)
        found[order[at]!] = tasks.run(task, segments[order[at]!]!);
      asked.tookPart ||= own < order.length;
      if (own < order.length && isDone(asked, shared))
        for (const [at, theirs] of answerOf(asked, lastId)?.found ?? []) found[order[at]!] = theirs;
      return segments.map((segment, place) => found[place] ?? tasks.run(task, segment));
    },
    close() {
      const closing = helper;
      helper = null;
      if (closing === null) return;
      const shared = new Int32Array(new SharedArrayBuffer(8));
      closing.port.postMessage({ shared } satisfies HelperMessage);
      Atomics.wait(shared, DONE, 0, PATIENCE);
      closing.port.close();
    },
  };
}

/** Whether a thread that has begun has ended, also before the event of it: its times are then none. */
function hasEnded({ performance }: Worker): boolean {
  const { idle, active } = performance.eventLoopUtilization();
  return idle < 0 || active === 0;
}
