/** The second thread of `sharedWork.ts`. */
import { openReadOnly } from '../../db/connect.ts';
import { type Dictionary, readDictionary } from '../segment/dictionary.ts';
import { createListReader, type Segment } from '../segment/listReader.ts';
import { createArena } from './arena.ts';
import { createPhraseReader, type Found } from './phrases.ts';
import { createSegmentTasks } from './segmentTasks.ts';
import { type Answer, DONE, type HelperData, type HelperMessage, NEXT, type Question } from './sharedWork.ts';

/** Answers questions until it is told to end. */
export function help({ index, port }: HelperData): void {
  const db = openReadOnly(index);
  const arena = createArena();
  let lengths = new Uint16Array(0) as Uint16Array;
  const lists = createListReader(db, arena, () => lengths);
  const tasks = createSegmentTasks(lists, createPhraseReader(lists, arena), arena);
  let dictionaries = new Map<number, Dictionary>();

  const segmentsOf = ({ segments }: Question): Segment[] => {
    const known = dictionaries;
    dictionaries = new Map(segments.map(({ id, bytes }) => [id, known.get(id) ?? readDictionary(bytes)]));
    return segments.map(({ id, first, docs }) => ({ id, first, docs, dictionary: dictionaries.get(id)! }));
  };

  const find = (question: Question): Answer['found'] => {
    const { task, shared } = question;
    const found: Answer['found'] = [];
    try {
      const segments = segmentsOf(question);
      ({ lengths } = question);
      for (let at = 0; (at = Atomics.add(shared, NEXT, 1)) < segments.length;)
        found.push([at, copied(tasks.run(task, segments[at]!))]);
    } catch {
      // Such as where a segment was joined to others and is gone here: whoever asks still sees it, and does it alone.
    }
    arena.reset();
    return found;
  };

  port.on('message', (message: HelperMessage) => {
    if ('task' in message) {
      const found = find(message);
      const buffers = found.flatMap(([, { docs, weights }]) =>
        [docs, ...weights].map(({ buffer }) => buffer),
      );
      port.postMessage({ id: message.id, found } satisfies Answer, buffers as ArrayBuffer[]);
    } else {
      db.close();
      port.close();
    }
    Atomics.store(message.shared, DONE, 1);
    Atomics.notify(message.shared, DONE);
  });
}

/** In memory of its own, which is handed over. */
function copied({ docs, weights }: Found): Found {
  return { docs: docs.slice(), weights: weights.map((own) => own.slice()) };
}
