/** The segments in `search.sqlite`: their streams, cut into pieces. */
import type { Database } from '../../db/connect.ts';
import type { SegmentBytes } from './builder.ts';
import { IndexDamage } from './damage.ts';
import { type Stream, STREAMS } from './format.ts';

export interface SegmentRow {
  id: number;
  /** Its passages are the numbers from here. */
  first: number;
  docs: number;
  /** How many of them it has postings of: those that belonged to an article when they were last looked at (sweep.ts). */
  live: number;
}

/** Bytes of a piece. A read of a few bytes costs one piece. */
const PIECE = 32_000;
/** Ids of pieces: segment × 2^26 + stream × 2^24 + piece. So a segment lies together, and ids are exact below 2^53. */
const STREAM_PIECES = 2 ** 24;
const SEGMENT_PIECES = STREAM_PIECES * 4;

const pieceId = (segment: number, stream: Stream, piece: number): number =>
  segment * SEGMENT_PIECES + STREAMS[stream] * STREAM_PIECES + piece;

export const STORE_SCHEMA = `
  CREATE TABLE segment (id INTEGER PRIMARY KEY AUTOINCREMENT, first INTEGER NOT NULL, docs INTEGER NOT NULL,
    live INTEGER NOT NULL) STRICT;
  CREATE TABLE piece (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
`;

export interface SegmentReader {
  /** The segments, by their passages. */
  list(): SegmentRow[];
  /** The bytes of a stream from `from` to before `to`, in memory from `allocate` where they lie apart. Not to be written to. */
  read(
    segment: number,
    stream: Stream,
    from: number,
    to: number,
    allocate?: (bytes: number) => Uint8Array,
  ): Uint8Array;
  /** The pieces that hold those bytes, one after the other. `at` is where in the stream one begins. */
  walk(
    segment: number,
    stream: Stream,
    from: number,
    to: number,
    visit: (piece: Uint8Array, at: number) => void,
  ): void;
  /** A whole stream, in a buffer of its own that threads can share. */
  readAll(segment: number, stream: Stream): Uint8Array<SharedArrayBuffer>;
}

export function createSegmentReader(db: Database): SegmentReader {
  const segments = db.prepare<[], SegmentRow>('SELECT id, first, docs, live FROM segment ORDER BY first');
  const piece = db.prepare<[number], Buffer>('SELECT bytes FROM piece WHERE id = ?').pluck();
  const pieces = db
    .prepare<[number, number], Buffer>('SELECT bytes FROM piece WHERE id BETWEEN ? AND ? ORDER BY id')
    .pluck();

  const read: SegmentReader['read'] = (segment, stream, from, to, allocate = newBytes) => {
    if (to <= from) return new Uint8Array(0);
    const first = Math.floor(from / PIECE);
    const last = Math.floor((to - 1) / PIECE);
    if (first === last) {
      const bytes = piece.get(pieceId(segment, stream, first));
      if (bytes === undefined) throw missing(segment, stream);
      return bytes.subarray(from - first * PIECE, to - first * PIECE);
    }
    const whole = allocate(to - from);
    let at = first * PIECE - from;
    for (const bytes of pieces.iterate(pieceId(segment, stream, first), pieceId(segment, stream, last))) {
      if (at < 0) whole.set(bytes.subarray(-at), 0);
      else whole.set(at + bytes.length > whole.length ? bytes.subarray(0, whole.length - at) : bytes, at);
      at += bytes.length;
    }
    if (at < whole.length) throw missing(segment, stream);
    return whole;
  };

  return {
    list: () => segments.all(),
    read,
    walk(segment, stream, from, to, visit) {
      const first = Math.floor(from / PIECE);
      const last = Math.floor((to - 1) / PIECE);
      let at = first * PIECE;
      for (const bytes of pieces.iterate(pieceId(segment, stream, first), pieceId(segment, stream, last))) {
        visit(bytes, at);
        at += bytes.length;
      }
      if (at < to) throw missing(segment, stream);
    },
    readAll(segment, stream) {
      const parts = pieces.all(pieceId(segment, stream, 0), pieceId(segment, stream, STREAM_PIECES - 1));
      const size = parts.reduce((sum, { length }) => sum + length, 0);
      const whole = new Uint8Array(new SharedArrayBuffer(size));
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
  };
}

const newBytes = (length: number): Uint8Array => new Uint8Array(length);

function missing(segment: number, stream: Stream): IndexDamage {
  return new IndexDamage(`Segment ${segment} lacks a part of its ${stream}.`);
}

export interface SegmentWriter {
  /** Writes a segment; to be called within a transaction. */
  add(first: number, bytes: SegmentBytes): void;
  /** An id for a segment that is written piece by piece; nobody sees it before `replace`. */
  reserve(): number;
  /** Appends to a stream of a reserved segment; only the last piece of a stream may be shorter than a piece. */
  appender(segment: number, stream: Stream): StreamAppender;
  /** Puts a reserved segment in the place of others. */
  replace(old: readonly SegmentRow[], segment: SegmentRow): void;
  /** Deletes some pieces that belong to no segment; false where there are none. */
  sweep(): boolean;
}

interface StreamAppender {
  /** Bytes so far. */
  length: number;
  append(bytes: Uint8Array): void;
  end(): void;
}

/** Pieces that one step of sweeping deletes. */
const SWEPT = 256;

export function createSegmentWriter(db: Database): SegmentWriter {
  const insertPiece = db.prepare<[number, Uint8Array]>('INSERT INTO piece (id, bytes) VALUES (?, ?)');
  const insert = db.prepare<[number, number, number]>(
    'INSERT INTO segment (first, docs, live) VALUES (?, ?, ?)',
  );
  const insertAs = db.prepare<[SegmentRow]>(
    'INSERT INTO segment (id, first, docs, live) VALUES (@id, @first, @docs, @live)',
  );
  const remove = db.prepare<[number]>('DELETE FROM segment WHERE id = ?');
  const owners = db
    .prepare<[], number>(
      `WITH RECURSIVE owner (id) AS (
         SELECT min(id) / ${SEGMENT_PIECES} FROM piece
         UNION ALL
         SELECT (SELECT min(id) / ${SEGMENT_PIECES} FROM piece WHERE id >= (owner.id + 1) * ${SEGMENT_PIECES})
           FROM owner WHERE owner.id IS NOT NULL)
       SELECT id FROM owner WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM segment)`,
    )
    .pluck();
  const sweep = db.prepare<[number, number]>(
    `DELETE FROM piece WHERE id IN (SELECT id FROM piece WHERE id >= ? AND id < ? LIMIT ${SWEPT})`,
  );
  /** Reserved and not yet in place. */
  const reserved = new Set<number>();

  const appender = (segment: number, stream: Stream): StreamAppender => {
    const piece = Buffer.alloc(PIECE);
    let filled = 0;
    let pieces = 0;
    const write = (): void => {
      insertPiece.run(pieceId(segment, stream, pieces++), piece.subarray(0, filled));
      filled = 0;
    };
    const self: StreamAppender = {
      length: 0,
      append(bytes) {
        self.length += bytes.length;
        for (let at = 0; at < bytes.length;) {
          const part = bytes.subarray(at, at + PIECE - filled);
          piece.set(part, filled);
          filled += part.length;
          at += part.length;
          if (filled === PIECE) write();
        }
      },
      end() {
        if (filled > 0) write();
      },
    };
    return self;
  };

  return {
    add(first, bytes) {
      const id = Number(insert.run(first, bytes.docs, bytes.docs).lastInsertRowid);
      for (const stream of Object.keys(STREAMS) as Stream[]) {
        const out = appender(id, stream);
        out.append(bytes[stream]);
        out.end();
      }
    },
    reserve() {
      const id = Number(insert.run(0, 0, 0).lastInsertRowid);
      remove.run(id);
      reserved.add(id);
      return id;
    },
    appender,
    replace(old, segment) {
      for (const { id } of old) remove.run(id);
      insertAs.run(segment);
      reserved.delete(segment.id);
    },
    sweep() {
      const owner = owners.all().find((id) => !reserved.has(id));
      if (owner === undefined) return false;
      return sweep.run(owner * SEGMENT_PIECES, (owner + 1) * SEGMENT_PIECES).changes > 0;
    },
  };
}
