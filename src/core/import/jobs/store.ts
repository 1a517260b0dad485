/** Imports as `library.sqlite` remembers them: how far they are, their files, and what became of each. */
import { basename } from 'node:path';
import {
  type ImportEntry,
  type ImportJob,
  type ImportReport,
  type ImportStatus,
  REPORT_ENTRIES,
} from '#contract/import.ts';
import type { TableMapping } from '#contract/importTables.ts';
import type { Database } from '../../db/connect.ts';
import { formatOf } from '../read/formats.ts';

/** Files in one row of the list. */
export const CHUNK = 500;
/** Imports that are over and whose reports are kept. */
const KEPT_REPORTS = 5;

export interface Job {
  /** Its row. */
  id: number;
  jobId: string;
  origin: ImportJob['origin'];
  paths: string[];
  mappings: Record<string, TableMapping>;
  /** What it brings goes there. */
  collection: number | null;
  state: Exclude<ImportJob['state'], 'interrupted'>;
  /** All files were found. */
  listed: boolean;
  total: number;
  position: Position;
}

/** Where an import goes on: at this item of this file, both counted from 0. */
export interface Position {
  file: number;
  item: number;
}

/** An entry on its way to the report. */
export interface NewEntry {
  status: ImportStatus;
  /** Number of the file; null for a line on a folder, which `name` names. */
  file: number | null;
  /** Name inside the file. */
  name?: string | undefined;
  articleId?: number | undefined;
  message?: string | undefined;
}

interface JobRow {
  id: number;
  job_id: string;
  origin: Job['origin'];
  paths: string;
  mappings: string;
  collection_id: number | null;
  state: Job['state'];
  listed: 0 | 1;
  total: number;
  file: number;
  item: number;
  imported: number;
  updated: number;
  skipped: number;
  refused: number;
  created_at: string;
}

interface EntryRow {
  seq: number;
  status: ImportStatus;
  file: number | null;
  name: string | null;
  article_id: number | null;
  message: string | null;
  title: string | null;
}

export type JobStore = ReturnType<typeof createJobStore>;

/** Every write is its own transaction, or a part of the one that the caller began. */
export function createJobStore(db: Database) {
  const byId = db.prepare<[string], JobRow>('SELECT * FROM import_job WHERE job_id = ?');
  const insertChunk = db.prepare('INSERT INTO import_file (job, first, paths) VALUES (?, ?, ?)');
  const grow = db.prepare('UPDATE import_job SET total = total + ? WHERE id = ?');
  const chunk = db.prepare<[number, number], { first: number; paths: string }>(
    'SELECT first, paths FROM import_file WHERE job = ? AND first <= ? ORDER BY first DESC LIMIT 1',
  );
  const lastEntry = db
    .prepare<[number], number>('SELECT coalesce(max(seq), 0) FROM import_entry WHERE job = ?')
    .pluck();
  const insertEntry = db.prepare(
    'INSERT INTO import_entry (job, seq, status, file, name, article_id, message) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const countUp = db.prepare(
    `UPDATE import_job SET imported = imported + @imported, updated = updated + @updated,
       skipped = skipped + @skipped, refused = refused + @refused WHERE id = @job`,
  );
  const file = db.prepare(
    `INSERT OR IGNORE INTO collection_article (collection_id, article_id, added_at)
     SELECT c.id, a.id, ? FROM collection c JOIN json_each(?) AS brought JOIN article a ON a.id = brought.value
     WHERE c.id = ?`,
  );
  const move = db.prepare('UPDATE import_job SET file = ?, item = ? WHERE id = ?');

  const find = (jobId: string): Job | null => {
    const row = byId.get(jobId);
    return row === undefined ? null : toJob(row);
  };

  const filesFrom = (job: number, from: number): { file: number; path: string }[] => {
    const found = chunk.get(job, from);
    if (found === undefined) return [];
    const paths = JSON.parse(found.paths) as string[];
    return paths
      .map((path, index) => ({ file: found.first + index, path }))
      .filter(({ file }) => file >= from);
  };

  const pathsOf = (job: number): ((file: number) => string) => {
    let first = 0;
    let paths: string[] = [];
    return (file) => {
      if (file < first || file >= first + paths.length) {
        const found = chunk.get(job, file);
        first = found?.first ?? 0;
        paths = found === undefined ? [] : (JSON.parse(found.paths) as string[]);
      }
      return paths[file - first] ?? '';
    };
  };

  return {
    find,
    /** In place of one with the same id that is over. */
    create(job: Pick<Job, 'jobId' | 'origin' | 'paths' | 'mappings' | 'collection'>): Job {
      db.prepare(`DELETE FROM import_job WHERE job_id = ? AND state IN ('done', 'cancelled')`).run(job.jobId);
      db.prepare(
        `INSERT INTO import_job (job_id, origin, paths, mappings, collection_id, state, created_at)
         VALUES (?, ?, ?, ?, ?, 'running', ?)`,
      ).run(
        job.jobId,
        job.origin,
        JSON.stringify(job.paths),
        JSON.stringify(job.mappings),
        job.collection,
        new Date().toISOString(),
      );
      return find(job.jobId)!;
    },
    /** Forgets the files that were found: the list is made anew. */
    beginList(job: number): void {
      db.prepare('DELETE FROM import_file WHERE job = ?').run(job);
      db.prepare('DELETE FROM import_entry WHERE job = ?').run(job);
      db.prepare(
        'UPDATE import_job SET total = 0, imported = 0, updated = 0, skipped = 0, refused = 0 WHERE id = ?',
      ).run(job);
    },
    /** Adds at most CHUNK files to the list. */
    addFiles(job: number, first: number, paths: string[]): void {
      if (paths.length === 0) return;
      insertChunk.run(job, first, JSON.stringify(paths));
      grow.run(paths.length, job);
    },
    endList: (job: number): void => void db.prepare('UPDATE import_job SET listed = 1 WHERE id = ?').run(job),
    /** Some files of the list, the first of them number `from`; none behind its end. */
    filesFrom,
    addEntries(job: number, entries: NewEntry[]): void {
      const added = { imported: 0, updated: 0, skipped: 0, refused: 0 };
      let seq = lastEntry.get(job)!;
      for (const { status, file, name, articleId, message } of entries) {
        seq += 1;
        insertEntry.run(job, seq, status, file, name ?? null, articleId ?? null, message ?? null);
        added[status] += 1;
      }
      countUp.run({ job, ...added });
    },
    /** Puts articles into a collection, unless it was removed meanwhile. Returns whether any was not in it. */
    file: (collection: number, articles: readonly number[]): boolean =>
      file.run(new Date().toISOString(), JSON.stringify(articles), collection).changes > 0,
    moveTo: (job: number, { file, item }: Position): void => void move.run(file, item, job),
    setState(job: number, state: Job['state']): void {
      const over = state === 'done' || state === 'cancelled';
      db.prepare('UPDATE import_job SET state = ?, finished_at = ? WHERE id = ?').run(
        state,
        over ? new Date().toISOString() : null,
        job,
      );
      if (!over) return;
      db.prepare(
        `DELETE FROM import_job WHERE state IN ('done', 'cancelled') AND id NOT IN (
           SELECT id FROM import_job WHERE state IN ('done', 'cancelled') ORDER BY finished_at DESC, id DESC LIMIT ?)`,
      ).run(KEPT_REPORTS);
    },
    /** Imports that are not over, oldest first, and the last one that is. `isLive` tells those of this process. */
    list(isLive: (jobId: string) => boolean): ImportJob[] {
      const rows = db
        .prepare<[], JobRow>(
          `SELECT * FROM import_job WHERE state IN ('running', 'paused') OR id = (SELECT id FROM import_job
             WHERE state IN ('done', 'cancelled') ORDER BY finished_at DESC, id DESC LIMIT 1) ORDER BY id`,
        )
        .all();
      return rows.map((row) => toContract(row, isLive(row.job_id)));
    },
    /** A part of the entries in order; those that were not simply imported where `status` is `attention`. */
    entries(
      jobId: string,
      { status, offset, limit }: { status?: ImportStatus | 'attention'; offset: number; limit: number },
    ): { entries: ImportEntry[]; total: number } {
      const row = byId.get(jobId);
      if (row === undefined) return { entries: [], total: 0 };
      const condition =
        status === undefined
          ? ''
          : status === 'attention'
            ? `AND e.status <> 'imported'`
            : 'AND e.status = @status';
      const rows = db
        .prepare<[object], EntryRow>(
          `SELECT e.seq, e.status, e.file, e.name, a.id AS article_id, e.message, a.csl ->> '$.title' AS title
           FROM import_entry e LEFT JOIN article a ON a.id = coalesce(
             (SELECT r.article_id FROM article_redirect r WHERE r.old_id = e.article_id), e.article_id)
           WHERE e.job = @job ${condition} ORDER BY e.seq LIMIT @limit OFFSET @offset`,
        )
        .all({ job: row.id, status, offset, limit });
      const path = pathsOf(row.id);
      const all = row.imported + row.updated + row.skipped + row.refused;
      const total = status === undefined ? all : status === 'attention' ? all - row.imported : row[status];
      return { entries: rows.map((entry) => toEntry(entry, path)), total };
    },
    report(jobId: string, cancelled: boolean): ImportReport {
      const row = byId.get(jobId)!;
      const all = row.imported + row.updated + row.skipped + row.refused;
      const status = all > REPORT_ENTRIES ? ('attention' as const) : undefined;
      const { entries } = this.entries(jobId, {
        ...(status !== undefined && { status }),
        offset: 0,
        limit: REPORT_ENTRIES,
      });
      const { imported, updated, skipped, refused } = row;
      return { jobId, entries, imported, updated, skipped, refused, cancelled };
    },
  };
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    jobId: row.job_id,
    origin: row.origin,
    paths: JSON.parse(row.paths) as string[],
    mappings: JSON.parse(row.mappings) as Job['mappings'],
    collection: row.collection_id,
    state: row.state,
    listed: row.listed === 1,
    total: row.total,
    position: { file: row.file, item: row.item },
  };
}

function toContract(row: JobRow, live: boolean): ImportJob {
  const { imported, updated, skipped, refused } = row;
  return {
    jobId: row.job_id,
    origin: row.origin,
    state: row.state === 'running' && !live ? 'interrupted' : row.state,
    done: row.file,
    total: row.total,
    imported,
    updated,
    skipped,
    refused,
    createdAt: row.created_at,
  };
}

function toEntry(row: EntryRow, path: (file: number) => string): ImportEntry {
  const entry: ImportEntry = { file: shownName(row, path), status: row.status };
  if (row.article_id !== null) entry.articleId = row.article_id;
  if (row.title !== null) entry.title = row.title;
  if (row.message !== null) entry.message = row.message;
  const table = row.status === 'refused' && row.file !== null ? tableOf(row.name, path(row.file)) : null;
  if (table !== null) entry.table = table;
  return entry;
}

/** Path of the dump that a refused item of the file at `path` is; null where it is none, or lies in a mail. */
function tableOf(name: string | null, path: string): string | null {
  const file = basename(path);
  if (name === null || formatOf(name)?.name !== 'table') return null;
  if (name === file) return path;
  const folders = name.split('/').slice(0, -1);
  if (folders[0] !== file || formatOf(file)?.name !== 'archive') return null;
  return folders.some((folder) => formatOf(folder)?.name === 'eml') ? null : path + name.slice(file.length);
}

function shownName({ file, name }: EntryRow, pathOf: (file: number) => string): string {
  if (file === null) return name ?? '';
  const path = pathOf(file);
  const base = basename(path);
  if (name === null || name === base) return path;
  // Items are named after their file: `dump.csv, row 3`, `archive.zip/folder/page.html`.
  const inside = name.startsWith(base) ? name.slice(base.length).replace(/^[,/] ?/u, '') : name;
  return `${path} › ${inside}`;
}
