/** Pairs of possible duplicates in `library.sqlite`. */
import type { DuplicatePair } from '#contract/duplicates.ts';
import { DossierError } from '#contract/errors.ts';
import { getSummaries } from '../../articles/store.ts';
import type { Database } from '../../db/connect.ts';
import type { FoundPair } from './finder.ts';

export interface StoredPair {
  id: number;
  reason: DuplicatePair['reason'];
  similarity: number;
  articleId: number;
  otherId: number;
}

const OPEN = `FROM duplicate d JOIN article a ON a.id = d.article_id JOIN article b ON b.id = d.other_id
  WHERE d.kept_at IS NULL AND a.trashed_at IS NULL AND b.trashed_at IS NULL`;

/** Stores the pairs of versions that the finder came upon. Returns how many are new. */
export function addPairs(db: Database, found: readonly FoundPair[]): number {
  const articleOf = db
    .prepare<[number], number>(
      'SELECT a.id FROM article_version v JOIN article a ON a.id = v.article_id WHERE v.id = ?',
    )
    .pluck();
  const there = db
    .prepare<[number, number, number, number], number>(
      `SELECT 1 FROM duplicate WHERE (article_id = ? AND other_id = ?) OR (article_id = ? AND other_id = ?)`,
    )
    .pluck();
  const insert = db.prepare(
    `INSERT INTO duplicate (article_id, other_id, reason, similarity, found_at) VALUES (?, ?, 'text', ?, ?)`,
  );
  let added = 0;
  db.transaction(() => {
    for (const { older, newer, similarity } of found) {
      const [a, b] = [articleOf.get(older), articleOf.get(newer)];
      if (a === undefined || b === undefined || a === b) continue;
      const [one, two] = [Math.min(a, b), Math.max(a, b)];
      if (there.get(one, two, two, one) !== undefined) continue;
      insert.run(one, two, similarity, new Date().toISOString());
      added += 1;
    }
  }).immediate();
  return added;
}

export function countPairs(db: Database): number {
  return db.prepare<[], number>(`SELECT count(*) ${OPEN}`).pluck().get() ?? 0;
}

/** Most alike first. */
export function listPairs(
  db: Database,
  { offset, limit }: { offset: number; limit: number },
): { pairs: DuplicatePair[]; total: number } {
  const rows = db
    .prepare<[number, number], StoredPair>(
      `SELECT d.id, d.reason, d.similarity, d.article_id AS articleId, d.other_id AS otherId ${OPEN}
       ORDER BY d.similarity DESC, d.id LIMIT ? OFFSET ?`,
    )
    .all(limit, offset);
  const pairs = rows.map(({ articleId, otherId, ...pair }) => {
    const [first, second] = getSummaries(
      db,
      [articleId, otherId].toSorted((a, b) => a - b),
    );
    return { ...pair, articles: [first!, second!] as DuplicatePair['articles'] };
  });
  return { pairs, total: countPairs(db) };
}

/** Throws `not_found` where the pair is gone: it was decided elsewhere, or one of the two was deleted. */
export function getPair(db: Database, id: number): StoredPair {
  const row = db
    .prepare<[number], StoredPair>(
      `SELECT id, reason, similarity, article_id AS articleId, other_id AS otherId FROM duplicate
       WHERE id = ? AND kept_at IS NULL`,
    )
    .get(id);
  if (row !== undefined) return row;
  throw new DossierError(
    'not_found',
    'This pair has been decided already, or one of its articles was deleted. Look at the next one.',
  );
}

/** Takes `keepBoth` back. */
export function offerAgain(db: Database, id: number): void {
  db.prepare('UPDATE duplicate SET kept_at = NULL WHERE id = ?').run(id);
}

/** Both stay; the pair is not offered again. */
export function keepBoth(db: Database, id: number): void {
  db.prepare('UPDATE duplicate SET kept_at = ? WHERE id = ?').run(new Date().toISOString(), id);
}
