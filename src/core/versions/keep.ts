/** Keeps a brief as it is stored, as a version: one statement in SQL, whatever its length. */
import type { VersionKind } from '#domain/versions/version.ts';
import type { Database } from '../db/connect.ts';

/** Milliseconds between automatic versions while a brief is written. */
const INTERVAL = 10 * 60_000;
/** A save that leaves less than this part of the stored form takes much of the text away. */
const LARGE_DELETION = 0.7;
/** Bytes of a document from which on such a save counts. */
const SOME_TEXT = 2000;
/** Bytes of a document that holds no word: an empty paragraph with its id is about 250. */
const NO_TEXT = 400;

/**
 * To be called in the transaction of a save, before it: keeps the state that is about to be overwritten where the last
 * version is ten minutes older, or where much of the text goes. So the end of a sitting is kept as well: by the first
 * save of the next one. `bytes` is the length of what takes its place. Returns whether one was kept.
 */
export function keepBeforeSave(db: Database, briefId: number, bytes: number): boolean {
  const now = db
    .prepare<[number], { revision: number; updatedAt: string; createdAt: string; bytes: number }>(
      `SELECT revision, updated_at AS updatedAt, created_at AS createdAt, octet_length(document) AS bytes
       FROM brief WHERE id = ?`,
    )
    .get(briefId);
  if (now === undefined) return false;
  const last = lastKept(db, briefId);
  if (last === null ? now.bytes <= NO_TEXT : last.revision === now.revision) return false;
  const isLargeDeletion = now.bytes > SOME_TEXT && bytes < now.bytes * LARGE_DELETION;
  const since = Date.parse(last?.createdAt ?? now.createdAt);
  if (!isLargeDeletion && Date.now() - since < INTERVAL) return false;
  keepBrief(db, briefId, {
    kind: isLargeDeletion ? 'beforeDeletion' : 'automatic',
    name: null,
    createdAt: now.updatedAt,
  });
  return true;
}

/** The version that was kept last, and which revision of the brief it is. */
export function lastKept(
  db: Database,
  briefId: number,
): { id: number; revision: number; createdAt: string } | null {
  const last = db
    .prepare<[number], { id: number; revision: number; createdAt: string }>(
      `SELECT id, revision, created_at AS createdAt FROM brief_version WHERE brief_id = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(briefId);
  return last ?? null;
}

/** Returns the id of the version. The brief must be there. */
export function keepBrief(
  db: Database,
  briefId: number,
  { kind, name, createdAt }: { kind: VersionKind; name: string | null; createdAt: string },
): number {
  return db
    .prepare<[VersionKind, string | null, string, number], number>(
      `INSERT INTO brief_version (brief_id, kind, name, created_at, revision, settings, document)
         SELECT id, ?, ?, ?, revision, json_object('title', title, 'author', author,
           'addressee', addressee, 'reference', reference, 'keywords', keywords, 'date', date, 'language', language, 'styleId', style_id,
           'marking', json(marking), 'page', json(page)), document
         FROM brief WHERE id = ? RETURNING id`,
    )
    .pluck()
    .get(kind, name, createdAt, briefId)!;
}
