/** Saved searches: what was searched for, under a name. */
import { DossierError } from '#contract/errors.ts';
import type { SavedSearch } from '#contract/searches.ts';
import type { Database } from '../db/connect.ts';

interface Row {
  id: number;
  name: string;
  wish: string;
}

const toSearch = ({ id, name, wish }: Row): SavedSearch => ({
  id,
  name,
  wish: JSON.parse(wish) as SavedSearch['wish'],
});

/** By name, as people order names. */
export function listSearches(db: Database): SavedSearch[] {
  const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return db
    .prepare<[], Row>('SELECT id, name, wish FROM saved_search')
    .all()
    .map(toSearch)
    .toSorted((a, b) => byName.compare(a.name, b.name) || a.id - b.id);
}

/** In place of the search of that name, where there is one. */
export function saveSearch(db: Database, { name, wish }: Omit<SavedSearch, 'id'>): SavedSearch {
  return db
    .transaction(() => {
      const existing = named(db, name);
      const stored = JSON.stringify(wish);
      const row =
        existing === undefined
          ? db
              .prepare<unknown[], Row>(
                'INSERT INTO saved_search (name, wish, created_at) VALUES (?, ?, ?) RETURNING id, name, wish',
              )
              .get(name, stored, new Date().toISOString())
          : db
              .prepare<unknown[], Row>(
                'UPDATE saved_search SET name = ?, wish = ? WHERE id = ? RETURNING id, name, wish',
              )
              .get(name, stored, existing.id);
      return toSearch(row!);
    })
    .immediate();
}

/** Throws `conflict` where another search has the name, `not_found` where there is no such search. */
export function renameSearch(db: Database, { id, name }: { id: number; name: string }): SavedSearch {
  return db
    .transaction(() => {
      const other = named(db, name);
      if (other !== undefined && other.id !== id)
        throw new DossierError(
          'conflict',
          `There is a saved search “${other.name}” already. Choose another name.`,
        );
      const row = db
        .prepare<unknown[], Row>('UPDATE saved_search SET name = ? WHERE id = ? RETURNING id, name, wish')
        .get(name, id);
      if (row === undefined) throw searchNotFound();
      return toSearch(row);
    })
    .immediate();
}

/** Throws `not_found` where there is no such search. */
export function removeSearch(db: Database, id: number): void {
  if (db.prepare('DELETE FROM saved_search WHERE id = ?').run(id).changes === 0) throw searchNotFound();
}

/** SQLite folds the case of ASCII only, so names are compared here. */
function named(db: Database, name: string): Row | undefined {
  const key = name.toLowerCase();
  return db
    .prepare<[], Row>('SELECT id, name, wish FROM saved_search')
    .all()
    .find((row) => row.name.toLowerCase() === key);
}

function searchNotFound(): DossierError {
  return new DossierError('not_found', 'This saved search is no longer there; it was removed.');
}
