/** Threads of comments in `library.sqlite`. */
import { DossierError } from '#contract/errors.ts';
import type { Comment, Thread } from '#domain/comment.ts';
import type { Database } from '../db/connect.ts';

type NewComment = Pick<Comment, 'id' | 'author' | 'text'>;

interface ThreadRow {
  id: string;
  briefId: number;
  quote: string;
  createdAt: string;
  resolvedBy: string | null;
  resolvedAt: string | null;
}
type CommentRow = Comment & { threadId: string };

const THREAD = `SELECT id, brief_id AS briefId, quote, created_at AS createdAt, resolved_by AS resolvedBy,
  resolved_at AS resolvedAt FROM comment_thread WHERE removed_at IS NULL`;
const COMMENT = `SELECT c.id, c.thread_id AS threadId, c.author, c.text, c.created_at AS createdAt,
  c.edited_at AS editedAt FROM comment c`;

/** The threads of a brief that are not removed, oldest first. */
export function listThreads(db: Database, briefId: number): Thread[] {
  const comments = db
    .prepare<[number], CommentRow>(
      `${COMMENT} JOIN comment_thread t ON t.id = c.thread_id
       WHERE t.brief_id = ? AND t.removed_at IS NULL AND c.removed_at IS NULL ORDER BY c.place`,
    )
    .all(briefId);
  const of = Map.groupBy(comments, ({ threadId }) => threadId);
  return db
    .prepare<[number], ThreadRow>(`${THREAD} AND brief_id = ? ORDER BY place`)
    .all(briefId)
    .map((row) => asThread(row, of.get(row.id) ?? []));
}

/** Throws `not_found`, also for one that was removed. */
function getThread(db: Database, id: string): Thread {
  const row = db.prepare<[string], ThreadRow>(`${THREAD} AND id = ?`).get(id);
  if (row === undefined) throw notFound();
  const comments = db
    .prepare<[string], CommentRow>(
      `${COMMENT} WHERE c.thread_id = ? AND c.removed_at IS NULL ORDER BY c.place`,
    )
    .all(id);
  return asThread(row, comments);
}

/** Begins a thread; one that is there already under this id is returned as it is. Throws `not_found` for the brief. */
export function beginThread(
  db: Database,
  {
    briefId,
    threadId,
    quote,
    comment,
  }: Pick<Thread, 'briefId' | 'quote'> & {
    threadId: string;
    comment: NewComment;
  },
): Thread {
  return db
    .transaction(() => {
      if (db.prepare('SELECT 1 FROM brief WHERE id = ?').get(briefId) === undefined)
        throw new DossierError('not_found', `The library holds no brief with the number ${briefId}.`);
      db.prepare(
        `INSERT INTO comment_thread (id, brief_id, quote, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO NOTHING`,
      ).run(threadId, briefId, quote, now());
      addComment(db, threadId, comment);
      return getThread(db, threadId);
    })
    .immediate();
}

/** Throws `not_found` where the thread was removed. */
export function reply(db: Database, threadId: string, comment: NewComment): Thread {
  return db
    .transaction(() => {
      getThread(db, threadId);
      addComment(db, threadId, comment);
      return getThread(db, threadId);
    })
    .immediate();
}

/** Throws `not_found`. */
export function editComment(db: Database, id: string, text: string): Thread {
  return db
    .transaction(() => {
      const threadId = threadOf(db, id);
      db.prepare('UPDATE comment SET text = ?, edited_at = ? WHERE id = ? AND text <> ?').run(
        text,
        now(),
        id,
        text,
      );
      return getThread(db, threadId);
    })
    .immediate();
}

/** Takes a comment away, and with the first one its thread; returns the number of the brief. Throws `not_found`. */
export function removeComment(db: Database, id: string): number {
  return setRemoved(db, id, now());
}

/** Brings back what `removeComment` took away. Throws `not_found`. */
export function restoreComment(db: Database, id: string): Thread {
  setRemoved(db, id, null);
  return getThread(db, threadOf(db, id));
}

/** Closes a thread, or opens it again. Throws `not_found`. */
export function resolveThread(db: Database, threadId: string, author: string | null): Thread {
  db.prepare('UPDATE comment_thread SET resolved_by = ?, resolved_at = ? WHERE id = ?').run(
    author,
    author === null ? null : now(),
    threadId,
  );
  return getThread(db, threadId);
}

function addComment(db: Database, threadId: string, { id, author, text }: NewComment): void {
  db.prepare(
    `INSERT INTO comment (id, thread_id, author, text, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  ).run(id, threadId, author, text, now());
}

function setRemoved(db: Database, id: string, at: string | null): number {
  return db
    .transaction(() => {
      const threadId = threadOf(db, id);
      const first = db
        .prepare<[string], string>('SELECT id FROM comment WHERE thread_id = ? ORDER BY place')
        .pluck()
        .get(threadId);
      if (first === id) db.prepare('UPDATE comment_thread SET removed_at = ? WHERE id = ?').run(at, threadId);
      else db.prepare('UPDATE comment SET removed_at = ? WHERE id = ?').run(at, id);
      return db
        .prepare<[string], number>('SELECT brief_id FROM comment_thread WHERE id = ?')
        .pluck()
        .get(threadId)!;
    })
    .immediate();
}

function threadOf(db: Database, commentId: string): string {
  const id = db
    .prepare<[string], string>('SELECT thread_id FROM comment WHERE id = ?')
    .pluck()
    .get(commentId);
  if (id === undefined) throw notFound();
  return id;
}

function asThread({ resolvedBy, resolvedAt, ...row }: ThreadRow, comments: CommentRow[]): Thread {
  return {
    ...row,
    resolved: resolvedBy === null ? null : { author: resolvedBy, at: resolvedAt! },
    comments: comments.map(({ threadId: _thread, ...comment }) => comment),
  };
}

function now(): string {
  return new Date().toISOString();
}

function notFound(): DossierError {
  return new DossierError(
    'not_found',
    'This comment is not in the library any more. It may have been deleted in another window.',
  );
}
