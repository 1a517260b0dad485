/** `duplicates.sqlite`: the sketches of all versions that have been looked at. May be deleted. */
import { rmSync } from 'node:fs';
import { type Database, isCorruption, openReadWrite } from '../../db/connect.ts';
import type { Sketches } from './matches.ts';
import { SLOTS } from './sketch.ts';

/** To be raised whenever sketches change: older files are made anew. */
const VERSION = 2;
/** Sketches in a row. */
const BLOCK = 1024;

/** `versions` are 32-bit numbers, `sketches` SLOTS bytes each, both in order of arrival. */
const SCHEMA = `
  CREATE TABLE follower (version_id INTEGER NOT NULL) STRICT;
  INSERT INTO follower VALUES (0);
  CREATE TABLE block (id INTEGER PRIMARY KEY, versions BLOB NOT NULL, sketches BLOB NOT NULL) STRICT;
`;

export interface SketchFile {
  /** The last version that was looked at. */
  followed(): number;
  /** All sketches, the oldest first, a block at a time. */
  blocks(): Generator<Sketches>;
  /** Adds sketches of newer versions, and notes that everything up to a version was looked at. */
  add(sketches: Sketches, followed: number): void;
  close(): void;
}

/** Made anew where it is missing, damaged, of another version, or ahead of the library's last version. */
export function openSketchFile(path: string, lastVersion: number): SketchFile {
  try {
    const db = openReadWrite(path, { create: true });
    try {
      const version = db.pragma('user_version', { simple: true });
      if (version === VERSION) {
        const file = sketchesIn(db);
        if (file.followed() <= lastVersion) return file;
      }
      db.close();
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    if (!isCorruption(error)) throw error;
  }
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
  const db = openReadWrite(path, { create: true });
  db.pragma('journal_mode = WAL');
  db.transaction(() => {
    db.exec(SCHEMA);
    db.pragma(`user_version = ${VERSION}`);
  })();
  return sketchesIn(db);
}

interface Row {
  id: number;
  versions: Buffer;
  sketches: Buffer;
}

function sketchesIn(db: Database): SketchFile {
  db.pragma('synchronous = NORMAL');
  const followed = db.prepare<[], number>('SELECT version_id FROM follower').pluck();
  const follow = db.prepare('UPDATE follower SET version_id = ?');
  const next = db.prepare<[number], Row>('SELECT * FROM block WHERE id > ? ORDER BY id LIMIT 1');
  const last = db.prepare<[], Row>('SELECT * FROM block ORDER BY id DESC LIMIT 1');
  const put = db.prepare('INSERT OR REPLACE INTO block (id, versions, sketches) VALUES (?, ?, ?)');

  /** The last block is filled up first. */
  const append = ({ versions, bytes }: Sketches): void => {
    const row = last.get();
    let id = row?.id ?? 1;
    let block = row === undefined ? null : toSketches(row);
    for (let at = 0; at < versions.length;) {
      if (block?.versions.length === BLOCK) {
        id += 1;
        block = null;
      }
      const to = Math.min(versions.length, at + BLOCK - (block?.versions.length ?? 0));
      const all = Buffer.concat([block?.bytes ?? Buffer.of(), bytes.subarray(at * SLOTS, to * SLOTS)]);
      const numbers = Uint32Array.from([...(block?.versions ?? []), ...versions.subarray(at, to)]);
      put.run(id, Buffer.from(numbers.buffer), all);
      block = { versions: numbers, bytes: new Uint8Array(all) };
      at = to;
    }
  };

  return {
    followed: () => followed.get() ?? 0,
    *blocks() {
      let row = next.get(0);
      while (row !== undefined) {
        yield toSketches(row);
        row = next.get(row.id);
      }
    },
    add(sketches, version) {
      db.transaction(() => {
        append(sketches);
        follow.run(version);
      })();
    },
    close: () => void db.close(),
  };
}

/** Copied: words are read of them, which must be aligned. */
function toSketches({ versions, sketches }: Row): Sketches {
  const bytes = new Uint8Array(versions);
  return { versions: new Uint32Array(bytes.buffer), bytes: new Uint8Array(sketches) };
}
