/** Notes on articles in `library.sqlite`. */
import { DossierError } from '#contract/errors.ts';
import { followRedirect } from '../articles/redirects.ts';
import { articleNotFound } from '../articles/store.ts';
import type { Database } from '../db/connect.ts';

/** Throws `not_found`. */
export function getNotes(db: Database, articleId: number): string {
  const notes = db
    .prepare<[number], string>('SELECT notes FROM article WHERE id = ?')
    .pluck()
    .get(followRedirect(db, articleId));
  if (notes === undefined) throw articleNotFound(articleId);
  return notes;
}

/** Stores `text` in place of `before`. Throws `conflict` where that is not what is stored, `not_found`. */
export function saveNotes(
  db: Database,
  articleId: number,
  { text, before }: { text: string; before: string },
): void {
  const { changes } = db
    .prepare('UPDATE article SET notes = ? WHERE id = ? AND notes = ?')
    .run(text, followRedirect(db, articleId), before);
  // What is stored may also be what was to be saved: the answer to an earlier attempt was lost.
  if (changes === 1 || getNotes(db, articleId) === text) return;
  throw new DossierError(
    'conflict',
    'The notes on this article were changed in another window since they were opened here. Nothing was overwritten.',
  );
}
