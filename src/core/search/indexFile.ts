/** The file `search.sqlite`: its layout, and how it is opened or made anew. */
import { rmSync } from 'node:fs';
import { type Database, isCorruption, openReadWrite } from '../db/connect.ts';

/** To be raised whenever the layout, the folding of text or the passages change: older indexes are rebuilt. */
const INDEX_VERSION = 4;

/**
 * `passage` holds one row for each passage, `rowid` as in passages.ts; title and `about` (people and
 * publication) stand with an article's first passage only. `words` holds one row for each article with each
 * of its terms once, without positions: it says which articles hold all words of a query.
 * Both keep no text. All text arrives as folded terms parted by spaces (fold.ts), so the plain `ascii`
 * tokenizer only has to part it: folding is done in one place, and highlights agree with matches.
 *
 * `article.seq` rises with every write: readers follow changes by it. `stamp` says what of the library was
 * indexed. `ranges` comes last, so that reading the rest does not walk through it.
 */
const SCHEMA = `
  CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    title TEXT NOT NULL,
    publication TEXT,
    issued TEXT,
    year INTEGER,
    ranges BLOB NOT NULL
  ) STRICT;
  CREATE INDEX article_seq ON article (seq);
  CREATE VIRTUAL TABLE passage USING fts5 (
    body, title, about, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE words USING fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
`;

/** FTS5 takes these as literals only. Segments are merged when the indexer is idle, not at every commit. */
const FTS_CONFIG: [string, number][] = [
  ['pgsz', 8100],
  ['automerge', 0],
  ['deletemerge', 0],
  ['crisismerge', 64],
];

export const FTS_TABLES = ['passage', 'words'] as const;

/** Opens the index for writing; makes it anew where it is missing, damaged, or of another version. */
export function openIndex(path: string): Database {
  const existing = openExisting(path);
  if (existing !== null) return existing;
  removeIndex(path);
  const db = openReadWrite(path, { create: true });
  db.pragma('page_size = 8192');
  configure(db);
  db.transaction(() => {
    db.exec(SCHEMA);
    for (const table of FTS_TABLES)
      for (const [option, value] of FTS_CONFIG)
        db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('${option}', ${value})`);
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
      for (const table of ['article', ...FTS_TABLES]) db.prepare(`SELECT rowid FROM ${table} LIMIT 1`).get();
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
