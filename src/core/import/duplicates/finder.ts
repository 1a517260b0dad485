/** Follows the library's versions and finds those whose texts are nearly the same. Keeps `duplicates.sqlite`. */
import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type Database, isCorruption, openReadOnly, openReadWrite } from '../../db/connect.ts';
import type { LibraryFolder } from '../../db/folder.ts';
import { type Signature, signatureOf, similarity } from './signature.ts';

/** To be raised whenever signatures change: older files are made anew. */
const VERSION = 1;
/** Versions between two commits. */
const BATCH = 50;
/** Versions that share a band and are looked at, and how many of them are told, the most alike first. */
const MOST_CANDIDATES = 100;
const MOST_FOUND = 3;
/** Texts below this share of common word sequences are not told; the estimate is off by 0.05 at most times. */
const LEAST_SIMILARITY = 0.5;

/** Bands in FTS5: a log-structured index that takes them in order of arrival, which a B-tree would not. */
const SCHEMA = `
  CREATE TABLE follower (version_id INTEGER NOT NULL) STRICT;
  INSERT INTO follower VALUES (0);
  CREATE TABLE sketch (version_id INTEGER PRIMARY KEY, sketch BLOB NOT NULL) STRICT;
  CREATE VIRTUAL TABLE band USING fts5(names, content='', detail=none, columnsize=0, tokenize='ascii');
`;

/** Two versions with much the same text, the older one first. */
export interface FoundPair {
  older: number;
  newer: number;
}

export interface FinderHooks {
  /** Resolves when the pairs are stored: only then does the finder go on. */
  found(pairs: FoundPair[]): Promise<void>;
}

export interface DuplicateFinder {
  /** Looks at every version that has come since the last time. Resolves to how many. */
  follow(): Promise<number>;
  close(): void;
}

export function createDuplicateFinder(
  folder: Pick<LibraryFolder, 'library' | 'duplicates'>,
  hooks: FinderHooks,
): DuplicateFinder {
  let library: Database | null = null;
  let index: Index | null = null;
  const stop = { closed: false };

  const compare = (version: VersionRow, signature: Signature, open: Index): FoundPair[] =>
    open
      .candidates(signature)
      .map(({ id, sketch }) => ({ id, alike: similarity(signature.sketch, sketch) }))
      .filter(({ alike }) => alike >= LEAST_SIMILARITY)
      .toSorted((a, b) => b.alike - a.alike)
      .slice(0, MOST_FOUND)
      .map(({ id }) => ({ older: id, newer: version.id }));

  const batch = async (source: Database): Promise<number> => {
    index ??= openDuplicates(folder.duplicates, source);
    const open = index;
    const versions = source
      .prepare<[number, number], VersionRow>(
        'SELECT id, text FROM article_version WHERE id > ? ORDER BY id LIMIT ?',
      )
      .all(open.followed(), BATCH);
    const last = versions.at(-1);
    if (last === undefined) return 0;
    const pairs: FoundPair[] = [];
    open.transaction(() => {
      for (const version of versions) {
        const signature = signatureOf(version.text);
        if (signature === null) continue;
        pairs.push(...compare(version, signature, open));
        open.add(version.id, signature);
      }
    });
    // Told before it is noted as done: after a crash in between they are found and told once more.
    if (pairs.length > 0) await hooks.found(pairs);
    open.follow(last.id);
    return versions.length;
  };

  return {
    async follow() {
      library ??= openReadOnly(folder.library);
      let total = 0;
      while (!stop.closed) {
        const done = await batch(library);
        if (done === 0) break;
        total += done;
        await setImmediate();
      }
      return total;
    },
    close() {
      stop.closed = true;
      index?.close();
      library?.close();
      index = null;
      library = null;
    },
  };
}

interface VersionRow {
  id: number;
  text: string;
}

interface Index {
  followed(): number;
  follow(versionId: number): void;
  add(id: number, signature: Signature): void;
  candidates(signature: Signature): { id: number; sketch: Buffer }[];
  transaction(run: () => void): void;
  close(): void;
}

/** Made anew where it is missing, damaged, of another version, or ahead of the library. */
function openDuplicates(path: string, library: Database): Index {
  try {
    const index = openIndex(path);
    const last = library
      .prepare<[], number>('SELECT coalesce(max(id), 0) FROM article_version')
      .pluck()
      .get()!;
    if (index.followed() <= last) return index;
    index.close();
  } catch (error) {
    if (!isCorruption(error)) throw error;
  }
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
  return openIndex(path);
}

function openIndex(path: string): Index {
  const db = openReadWrite(path, { create: true });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    if (db.pragma('user_version', { simple: true }) !== VERSION) {
      for (const table of ['band', 'sketch', 'follower']) db.exec(`DROP TABLE IF EXISTS ${table}`);
      db.transaction(() => {
        db.exec(SCHEMA);
        db.pragma(`user_version = ${VERSION}`);
      })();
    }
    return indexOf(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function indexOf(db: Database): Index {
  const insertSketch = db.prepare('INSERT OR REPLACE INTO sketch (version_id, sketch) VALUES (?, ?)');
  const insertBands = db.prepare('INSERT INTO band (rowid, names) VALUES (?, ?)');
  const known = db.prepare<[number], number>('SELECT 1 FROM sketch WHERE version_id = ?').pluck();
  const find = db.prepare<[string, number], { id: number; sketch: Buffer }>(
    `SELECT s.version_id AS id, s.sketch FROM band JOIN sketch s ON s.version_id = band.rowid
     WHERE band MATCH ? LIMIT ?`,
  );
  const followed = db.prepare<[], number>('SELECT version_id FROM follower').pluck();
  const follow = db.prepare('UPDATE follower SET version_id = ?');
  return {
    followed: () => followed.get() ?? 0,
    follow: (id) => void follow.run(id),
    add(id, { sketch, bands }) {
      // It was added before a crash cut the batch off.
      if (known.get(id) !== undefined) return;
      insertSketch.run(id, sketch);
      insertBands.run(id, bands.join(' '));
    },
    candidates: ({ bands }) => find.all(bands.join(' OR '), MOST_CANDIDATES),
    transaction: (run) => db.transaction(run)(),
    close: () => void db.close(),
  };
}
