import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../../articles/add.ts';
import { type Database, openReadOnly } from '../../db/connect.ts';
import { openLibrary, type OpenLibrary } from '../../db/open.ts';
import { openIndex } from '../indexFile.ts';
import { createIndexWriter } from '../indexWriter.ts';
import { createListReader } from '../segment/listReader.ts';
import { createSegments, type Segments } from '../segment/segments.ts';
import { createArena } from './arena.ts';
import { createPhraseReader, type Found } from './phrases.ts';
import { createSegmentTasks, type SegmentTask, type SegmentTasks } from './segmentTasks.ts';
import { createSharedWork, NEXT, type SharedWork } from './sharedWork.ts';

const SEGMENTS = 6;
const words = (...terms: string[]) => ({ kind: 'words' as const, terms, prefix: false });
const TASKS: SegmentTask[] = [
  { kind: 'phrase', node: words('harbour', 'police') },
  { kind: 'phrase', node: { ...words('harbour', 'pol'), prefix: true } },
  { kind: 'near', nodes: [words('quay'), words('harbour')], distance: 4 },
  { kind: 'near', nodes: [words('the', 'quay'), words('harbour')], distance: 4 },
  { kind: 'beginning', prefix: 'ha' },
];

let library: OpenLibrary;
let index: Database;
let segments: Segments;
let tasks: SegmentTasks;
/** Segments that this thread went through. */
let own = 0;

beforeAll(() => {
  library = openLibrary({ path: temporaryFolder(), create: true });
  const writing = openIndex(library.folder.search);
  const from = openReadOnly(library.folder.library);
  const writer = createIndexWriter(writing, from);
  for (let write = 0; write < SEGMENTS; write += 1) {
    const passages = Array.from(
      { length: 40 },
      (_unused, at) => `The harbour ${at % 3 === write % 3 ? 'police' : 'pilots'} closed the quay ${at}.`,
    );
    addArticles(library.db, [makeArticle(passages, { title: `Harbour hall ${write}` })]);
    while (writer.follow(1000));
    writer.flush();
  }
  const { passages } = writing.prepare<[], { passages: number }>('SELECT passages FROM state').get()!;
  writer.close();
  writing.close();
  from.close();

  index = openReadOnly(library.folder.search);
  segments = createSegments(index);
  segments.refresh(passages);
  const arena = createArena();
  const lists = createListReader(index, arena, () => segments.lengths);
  tasks = createSegmentTasks(lists, createPhraseReader(lists, arena), arena);
});

afterAll(() => {
  index.close();
  library.close();
});

/** Slow enough for another thread to take some of the work. */
const slowly: Pick<SegmentTasks, 'run'> = {
  run(task, segment) {
    own += 1;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
    return tasks.run(task, segment);
  },
};

/** Takes a segment, and ends. */
const DYING = `
  const { workerData: { port } } = require('node:worker_threads');
  port.on('message', ({ shared }) => {
    if (Atomics.add(shared, ${NEXT}, 1) < ${SEGMENTS}) process.exit();
  });
`;

const plain = (found: Found[]) =>
  found.map(({ docs, weights }) => [[...docs], ...weights.map((each) => [...each])]);
const alone = (task: SegmentTask) => plain(segments.all.map((segment) => tasks.run(task, segment)));
const shared = (work: SharedWork, task: SegmentTask) =>
  plain(work.each(task, segments.all, segments.lengths));

describe('two threads', () => {
  it('find what one finds, and both take part', () => {
    expect(segments.all.length).toBe(SEGMENTS);
    const work = createSharedWork(library.folder.search, { ...tasks, ...slowly });
    work.shareAll(true);
    for (const task of TASKS) {
      expect(alone(task).flat(2).length).toBeGreaterThan(0);
      do {
        own = 0;
        expect(shared(work, task)).toEqual(alone(task));
        // The other thread may still be starting, and this one may have been kept waiting for a processor.
      } while (own === SEGMENTS || own === 0);
    }
    work.close();
    expect(shared(work, TASKS[0]!), 'a thread that ended is started anew').toEqual(alone(TASKS[0]!));
    work.close();
  });

  it('find it, too, where the other one cannot read the index', () => {
    const other = openLibrary({ path: temporaryFolder(), create: true });
    openIndex(other.folder.search).close();
    const work = createSharedWork(other.folder.search, { ...tasks, ...slowly });
    work.shareAll(true);
    for (const task of [...TASKS, ...TASKS]) expect(shared(work, task)).toEqual(alone(task));
    work.close();
    other.close();
  });

  it('find it, too, where the other one dies over a segment, and it is started anew', () => {
    const started: Worker[] = [];
    const work = createSharedWork(library.folder.search, { ...tasks, ...slowly }, (data) => {
      started.push(new Worker(DYING, { eval: true, workerData: data, transferList: [data.port] }));
      return started.at(-1)!;
    });
    work.shareAll(true);
    // No turn of the event loop in between, in which its end would be told.
    do expect(shared(work, TASKS[0]!)).toEqual(alone(TASKS[0]!));
    while (started.length < 3);
  });

  it('are one where the other one never answers', async () => {
    let starts = 0;
    const work = createSharedWork(library.folder.search, tasks, (data) => {
      starts += 1;
      const worker = new Worker('', { eval: true, workerData: data, transferList: [data.port] });
      ended = once(worker, 'exit');
      return worker;
    });
    let ended: Promise<unknown> = Promise.resolve();
    work.shareAll(true);
    for (let query = 0; query < 3; query += 1) {
      expect(shared(work, TASKS[0]!)).toEqual(alone(TASKS[0]!));
      await ended;
    }
    expect(starts).toBe(1);
  });

  it('are not made of a task that is little work', () => {
    own = 0;
    const work = createSharedWork(library.folder.search, { ...tasks, ...slowly });
    expect(shared(work, TASKS[0]!)).toEqual(alone(TASKS[0]!));
    expect(own).toBe(SEGMENTS);
    work.close();
  });
});
