/** The file `search.sqlite`: its layout, and how it is opened or made anew. */
import { rmSync } from 'node:fs';
import { type Database, isCorruption, openReadWrite } from '../db/connect.ts';
import { BLOCKS_SCHEMA } from './catalogue/blocks.ts';
import { STORE_SCHEMA } from './segment/store.ts';

/** To be raised whenever the layout, the folding of text or the passages change: older indexes are rebuilt. */
const INDEX_VERSION = 10;

/**
 * Postings in segments (segment/format.ts), facts for filters and facets in blocks (catalogue/blocks.ts), and
 * what a hit shows of its article. `article.stamp` says what of the library was indexed; `first` is the number
 * of the article's first passage, `tokens` the terms of all; `ranges` comes last, so that reading the rest does
 * not walk through it.
 *
 * `state` has one row. `generation` rises with every write that readers should see. `followed` is the library's
 * last change (`article_change.seq`) that the index has, and `tail` the last ones before it, by which a
 * library that was put in another's place is known. `passages` were numbered so far; `live` of them, with
 * `tokens` terms in all, belong to an article.
 */
const SCHEMA = `
  CREATE TABLE state (
    generation INTEGER NOT NULL,
    followed INTEGER NOT NULL,
    tail TEXT NOT NULL,
    passages INTEGER NOT NULL,
    live INTEGER NOT NULL,
    tokens INTEGER NOT NULL
  ) STRICT;
  INSERT INTO state VALUES (0, 0, '[]', 0, 0, 0);
  CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    title TEXT NOT NULL,
    publication TEXT,
    issued TEXT,
    first INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    ranges BLOB NOT NULL
  ) STRICT;
  ${BLOCKS_SCHEMA}
  ${STORE_SCHEMA}
`;

const TABLES = ['state', 'article', 'catalogue', 'segment', 'piece'];

/** Opens the index for writing; makes it anew where it is missing, damaged, or of another version. */
export function openIndex(path: string): Database {
  const existing = openExisting(path);
  if (existing !== null) return existing;
  removeIndex(path);
  const db = openReadWrite(path, { create: true });
  db.pragma('page_size = 8192');
  // Joined segments leave room behind: it is given back (indexWriter.ts).
  db.pragma('auto_vacuum = INCREMENTAL');
  configure(db);
  db.transaction(() => {
    db.exec(SCHEMA);
    db.pragma(`user_version = ${INDEX_VERSION}`);
  })();
  return db;
}

/** Deletes the index. No connection to it may be open. */
export function removeIndex(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}

function openExisting(path: string): Database | null {
  let db: Database | null = null;
  try {
    db = openReadWrite(path);
    if (db.pragma('user_version', { simple: true }) === INDEX_VERSION) {
      configure(db);
      for (const table of TABLES) db.prepare(`SELECT * FROM ${table} LIMIT 1`).get();
      return db;
    }
    db.close();
  } catch (error) {
    db?.close();
    if (!isRebuildable(error)) throw error;
  }
  return null;
}

/** A damaged file, one of another program, one that is not there, or one that lacks our tables. */
function isRebuildable(error: unknown): boolean {
  return (
    isCorruption(error) ||
    (error instanceof Error && /^SQLITE_(CANTOPEN|ERROR)/.test(String((error as { code?: unknown }).code)))
  );
}

function configure(db: Database): void {
  db.pragma('journal_mode = WAL');
  // The index can be rebuilt: a power cut may cost its last commits.
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  db.pragma('mmap_size = 0');
}
