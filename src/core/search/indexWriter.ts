/** Writes into the index what changed in the library. */
import type { Database } from '../db/connect.ts';
import { createBlockWriter } from './catalogue/blocks.ts';
import { createFactsReader } from './catalogue/facts.ts';
import { packRanges, passagesOf } from './passages.ts';
import { createSegmentBuilder } from './segment/builder.ts';
import { ABOUT_AT, FIELD_MARKS, MAX_LENGTH, MAX_POSITION, TITLE_AT } from './segment/format.ts';
import { chooseMerge, mergeSegments } from './segment/merge.ts';
import { createSegmentReader, createSegmentWriter } from './segment/store.ts';
import { chooseSweep, isSweepDue, sweepSegment } from './segment/sweep.ts';
import { createSource, type IndexedArticle } from './source.ts';
import { breathe } from '../worker/priority.ts';

export interface IndexWriter {
  /** Articles of the library, and how many changes of it the index does not show yet. */
  progress(): { total: number; behind: number };
  /** Whether the index holds nothing yet. */
  isEmpty(): boolean;
  /**
   * Whether the library is the one that was indexed. Where it is not, everything is compared again: articles
   * that are the same keep their place.
   */
  compare(): boolean;
  /** Takes in the next changes, for about `ms` milliseconds. False where there is none left. */
  follow(ms: number): boolean;
  /** Changes that were taken in and that readers do not see yet. */
  unwritten(): number;
  /** Segments that a search looks in. */
  segments(): number;
  /** Whether so much was taken in that it should be written. */
  isFull(): boolean;
  /** Makes what was taken in visible. */
  flush(): void;
  /** Gives back memory that only many articles in a row need. */
  rest(): void;
  /**
   * Does a bit of tidying: joins segments, drops what is dead, frees what is left over. False where there is nothing
   * to tidy.
   */
  tidy(): boolean;
  close(): void;
}

interface State {
  generation: number;
  followed: number;
  tail: string;
  passages: number;
  live: number;
  tokens: number;
}

/** Of an article in the index. */
interface Row {
  id: number;
  versionId: number;
  stamp: string;
  title: string;
  publication: string | null;
  issued: string | null;
  first: number;
  tokens: number;
  ranges: Buffer;
}

/** A change of the library and what it made of the article. */
type Change = [id: number, seq: number, stamp: string | null];

/** Changes that are read at once, and those by which a library is known again. */
const READ_AHEAD = 2000;
const TAIL = 32;
/** Terms held before they are written: some 60 MB, and as much again while they are. */
const FULL = 4_000_000;

/** Pages that are given back at once, and the share of unused ones that is left for what comes next. */
const VACUUMED = 256;
const MOST_FREE = 0.05;
const FEW = 32;

/** `library` is only read. */
export function createIndexWriter(index: Database, library: Database): IndexWriter {
  const source = createSource(library);
  const facts = createFactsReader(library);
  const blocks = createBlockWriter(index);
  const segments = { reader: createSegmentReader(index), writer: createSegmentWriter(index) };
  const builder = createSegmentBuilder();

  const total = library.prepare<[], number>('SELECT count(*) FROM article').pluck();
  const behind = library
    .prepare<[number], number>('SELECT count(*) FROM article_change WHERE seq > ?')
    .pluck();
  const nextChanges = library.prepare<[number, number], { id: number; seq: number }>(
    'SELECT article_id AS id, seq FROM article_change WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const seqOf = library
    .prepare<[number], number>('SELECT seq FROM article_change WHERE article_id = ?')
    .pluck();

  const stored = index.prepare<[number], { stamp: string; count: number; tokens: number }>(
    'SELECT stamp, length(ranges) / 8 AS count, tokens FROM article WHERE id = ?',
  );
  const remove = index.prepare('DELETE FROM article WHERE id = ?');
  const insert = index.prepare<[Row]>(
    `INSERT OR REPLACE INTO article (id, version_id, stamp, title, publication, issued, first, tokens, ranges)
     VALUES (@id, @versionId, @stamp, @title, @publication, @issued, @first, @tokens, @ranges)`,
  );
  const ids = index.prepare<[], number>('SELECT id FROM article').pluck();
  const places = index.prepare<[], { first: number; count: number }>(
    'SELECT first, length(ranges) / 8 AS count FROM article',
  );
  const save = index.prepare<[State]>(
    `UPDATE state SET generation = @generation, followed = @followed, tail = @tail, passages = @passages,
       live = @live, tokens = @tokens`,
  );
  const state = index.prepare<[], State>('SELECT * FROM state').get()!;

  /** Taken in and not written yet; null for one that is to go. */
  const pending = new Map<number, Row | null>();
  /** Changes that were read ahead, the next one last. */
  let ahead: { id: number; seq: number }[] = [];
  let followed = state.followed;
  let tail = JSON.parse(state.tail) as Change[];
  let newer = 0;
  let merging: { steps: Generator<void> } | null = null;

  const known = (id: number): { stamp: string; count: number; tokens: number } | null => {
    const row = pending.get(id);
    if (row === undefined) return stored.get(id) ?? null;
    return row === null ? null : { stamp: row.stamp, count: row.ranges.length / 8, tokens: row.tokens };
  };

  const forget = (id: number): void => {
    const before = known(id);
    if (before === null) return;
    state.live -= before.count;
    state.tokens -= before.tokens;
    pending.set(id, null);
  };

  const add = (id: number, article: IndexedArticle): Row => {
    const { content, title, people, publication, ...about } = article;
    const ranges = passagesOf(content);
    const first = state.passages + builder.docs;
    let tokens = 0;
    for (const [ordinal, { start, end }] of ranges.entries()) {
      builder.passage();
      let length = builder.field(content.text, start, end, 0, TITLE_AT);
      if (ordinal === 0) {
        length += addAbout(title, TITLE_AT, ABOUT_AT, FIELD_MARKS.title);
        const names = addAbout(people.join('\n'), ABOUT_AT, MAX_POSITION, FIELD_MARKS.author);
        length += names + addAbout(publication ?? '', ABOUT_AT + names, MAX_POSITION);
      }
      tokens += Math.min(length, MAX_LENGTH);
    }
    return { id, ...about, title, publication, first, tokens, ranges: packRanges(ranges) };
  };

  const addAbout = (text: string, base: number, limit: number, mark?: string): number =>
    builder.field(text, 0, text.length, base, limit, mark);

  /** Brings one article up to date and returns its stamp. */
  const take = (id: number): string | null => {
    const now = facts.read(id);
    const before = known(id);
    const entry = blocks.get(id);
    if (now !== null && before !== null && entry !== null && source.stamp(id) === before.stamp) {
      blocks.set(id, { ...entry, ...now });
      return before.stamp;
    }
    forget(id);
    const article = now === null ? null : source.article(id);
    if (now === null || article === null) {
      blocks.set(id, null);
      return null;
    }
    const row = add(id, article);
    pending.set(id, row);
    const count = row.ranges.length / 8;
    state.live += count;
    state.tokens += row.tokens;
    blocks.set(id, { ...now, first: row.first, count });
    return row.stamp;
  };

  /** Gives some unused pages back to the system. False where there are few. */
  const giveBack = (): boolean => {
    const pages = index.pragma('page_count', { simple: true }) as number;
    const free = index.pragma('freelist_count', { simple: true }) as number;
    if (free < Math.max(pages * MOST_FREE, FEW)) return false;
    index.pragma(`incremental_vacuum(${VACUUMED})`);
    return (index.pragma('freelist_count', { simple: true }) as number) < free;
  };

  /** Segments that are to be joined, or one that is mostly of dead passages; null where there is none. */
  const nextTidying = (): Generator<void> | null => {
    const { reader, writer: to } = segments;
    const all = reader.list();
    const run = chooseMerge(all);
    if (run !== null) return mergeSegments(run, reader, to);
    if (!isSweepDue(all, state.live)) return null;
    const alive = new Uint8Array(state.passages);
    for (const { first, count } of places.iterate()) alive.fill(1, first, first + count);
    const chosen = chooseSweep(all, alive);
    return chosen === null ? null : sweepSegment(chosen, alive, reader, to);
  };

  const writer: IndexWriter = {
    progress: () => ({ total: total.get()!, behind: behind.get(state.followed)! }),
    isEmpty: () => state.passages === 0 && builder.docs === 0,
    compare() {
      const same = tail.every(([id, seq, stamp]) => {
        const now = seqOf.get(id);
        return now !== undefined && (now > state.followed || (now === seq && source.stamp(id) === stamp));
      });
      if (same) return true;
      followed = 0;
      ahead = [];
      tail = [];
      for (const id of ids.all())
        if (seqOf.get(id) === undefined) {
          forget(id);
          blocks.set(id, null);
        }
      newer += 1;
      return false;
    },
    follow(ms) {
      const until = performance.now() + ms;
      for (;;) {
        if (ahead.length === 0) ahead = nextChanges.all(followed, READ_AHEAD).toReversed();
        const change = ahead.pop();
        if (change === undefined) return false;
        breathe();
        const stamp = take(change.id);
        followed = change.seq;
        newer += 1;
        tail.push([change.id, change.seq, stamp]);
        if (tail.length > TAIL * 2) tail = tail.slice(-TAIL);
        if (performance.now() > until || writer.isFull()) return true;
      }
    },
    unwritten: () => newer,
    segments: () => segments.reader.list().length,
    isFull: () => builder.tokens > FULL,
    rest: () => builder.release(),
    flush() {
      index.transaction(() => {
        if (builder.docs > 0) {
          const segment = builder.build();
          segments.writer.add(state.passages, segment);
          state.passages += segment.docs;
        }
        for (const [id, row] of pending)
          if (row === null) remove.run(id);
          else insert.run(row);
        state.generation += 1;
        state.followed = followed;
        state.tail = JSON.stringify(tail.slice(-TAIL));
        blocks.flush(state.generation);
        save.run(state);
      })();
      pending.clear();
      newer = 0;
    },
    tidy() {
      if (merging === null) {
        const steps = nextTidying();
        if (steps === null) return index.transaction(() => segments.writer.sweep())() || giveBack();
        merging = { steps };
      }
      const { steps } = merging;
      index.transaction(() => {
        if (steps.next().done !== true) return;
        merging = null;
        state.generation += 1;
        save.run(state);
      })();
      return true;
    },
    close: () => void index.close(),
  };
  return writer;
}
