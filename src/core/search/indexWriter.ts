/** Writes articles into the index. */
import type { Database } from '../db/connect.ts';
import { tokenize } from './fold.ts';
import { FTS_TABLES } from './indexFile.ts';
import { countRanges, packRanges, passageId, passagesOf } from './passages.ts';
import type { IndexedArticle } from './source.ts';

export interface IndexWriter {
  /** The stamp of every article in the index, by id. */
  stamps(): Map<number, string>;
  /** Indexes an article in place of what the index has of it; null takes it out. */
  put(id: number, article: IndexedArticle | null): void;
  transaction(run: () => void): void;
  /** Merges a bounded part of the index's segments. False where there was nothing to merge. */
  merge(): boolean;
  close(): void;
}

/** Pages that one step of merging may write, about 1.6 MB. */
const MERGE_PAGES = 200;

export function createIndexWriter(db: Database): IndexWriter {
  const indexed = db.prepare<[number], Buffer>('SELECT ranges FROM article WHERE id = ?').pluck();
  const remove = {
    article: db.prepare('DELETE FROM article WHERE id = ?'),
    passage: db.prepare('DELETE FROM passage WHERE rowid = ?'),
    words: db.prepare('DELETE FROM words WHERE rowid = ?'),
  };
  const insert = {
    article: db.prepare(
      `INSERT INTO article (id, seq, version_id, stamp, title, publication, issued, year, ranges)
       VALUES (@id, @seq, @versionId, @stamp, @title, @publication, @issued, @year, @ranges)`,
    ),
    passage: db.prepare('INSERT INTO passage (rowid, body, title, about) VALUES (?, ?, ?, ?)'),
    words: db.prepare('INSERT INTO words (rowid, terms) VALUES (?, ?)'),
  };
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const merges = FTS_TABLES.map((table) =>
    db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${MERGE_PAGES})`),
  );
  let seq = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM article').pluck().get() ?? 0;

  const take = (id: number): void => {
    const ranges = indexed.get(id);
    if (ranges === undefined) return;
    for (let ordinal = 0; ordinal < countRanges(ranges); ordinal += 1)
      remove.passage.run(passageId(id, ordinal));
    remove.words.run(id);
    remove.article.run(id);
  };

  const add = (id: number, { content, title, about, ...article }: IndexedArticle): void => {
    const words = new Set<string>();
    const fold = (text: string): string => {
      const terms = tokenize(text).map(({ term }) => term);
      for (const term of terms) words.add(term);
      return terms.join(' ');
    };
    const ranges = passagesOf(content);
    for (const [ordinal, { start, end }] of ranges.entries())
      insert.passage.run(
        passageId(id, ordinal),
        fold(content.text.slice(start, end)),
        ordinal === 0 ? fold(title) : '',
        ordinal === 0 ? fold(about) : '',
      );
    insert.words.run(id, [...words].join(' '));
    seq += 1;
    insert.article.run({ id, seq, title, ...article, ranges: packRanges(ranges) });
  };

  return {
    stamps: () => new Map(db.prepare<[], [number, string]>('SELECT id, stamp FROM article').raw().all()),
    put(id, article) {
      take(id);
      if (article !== null) add(id, article);
    },
    transaction: (run) => db.transaction(run)(),
    merge() {
      const before = changes.get()!;
      for (const merge of merges) merge.run();
      // A step that finds nothing to do still counts as one change: https://sqlite.org/fts5.html#the_merge_command
      return changes.get()! - before > merges.length;
    },
    close: () => void db.close(),
  };
}
