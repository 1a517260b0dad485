/** Citation keys of articles in `library.sqlite`: given when first needed, and kept. */
import { DossierError } from '#contract/errors.ts';
import { foldKey, isCitationKey, keyBase, keySuffix } from '#domain/citationKey.ts';
import type { CslItem } from '#domain/csl.ts';
import { redirected } from '../../articles/redirects.ts';
import type { Database } from '../../db/connect.ts';

/**
 * The key of each of these articles, by the id that was asked for; one that has none is given one. An article that
 * was merged into another goes by that one's key. Ids that the library does not hold are left out.
 */
export function keysOf(db: Database, ids: Iterable<number>): Map<number, string> {
  const wanted = JSON.stringify([...new Set(ids)]);
  const rows = db
    .prepare<[string], { asked: number; id: number; key: string | null }>(
      `SELECT wanted.value AS asked, a.id, coalesce(
         (SELECT k.key FROM citation_key k WHERE k.article_id = a.id AND k.former = 0),
         (SELECT k.key FROM article_redirect r JOIN citation_key k ON k.article_id = r.old_id AND k.former = 0
          WHERE r.article_id = a.id ORDER BY r.old_id LIMIT 1)) AS key
       FROM json_each(?) AS wanted JOIN article a ON a.id = ${redirected('wanted.value')}`,
    )
    .all(wanted);
  const keyless = new Set(rows.filter(({ key }) => key === null).map(({ id }) => id));
  const given = keyless.size === 0 ? new Map<number, string>() : giveKeys(db, [...keyless]);
  return new Map(rows.map(({ asked, id, key }) => [asked, key ?? given.get(id)!]));
}

/** In the order of the ids, so that the same articles are given the same keys. */
function giveKeys(db: Database, ids: number[]): Map<number, string> {
  const metadata = db.prepare<[number], string>('SELECT csl FROM article WHERE id = ?').pluck();
  const alike = db
    .prepare<[string, string], string>('SELECT fold FROM citation_key WHERE fold >= ? AND fold < ?')
    .pluck();
  const insert = db.prepare('INSERT INTO citation_key (fold, key, article_id) VALUES (?, ?, ?)');
  /** Keys that begin alike, and the number from which on one may be free. */
  const bases = new Map<string, { taken: Set<string>; next: number }>();
  const give = db.transaction(() => {
    const given = new Map<number, string>();
    for (const id of ids.toSorted((a, b) => a - b)) {
      const base = keyBase(JSON.parse(metadata.get(id)!) as CslItem);
      const known = bases.get(base) ?? { taken: new Set(alike.all(base, `${base}{`)), next: 0 };
      bases.set(base, known);
      let key: string;
      do {
        key = base + keySuffix(known.next);
        known.next += 1;
      } while (known.taken.has(key));
      insert.run(key, key, id);
      given.set(id, key);
    }
    return given;
  });
  return give.immediate();
}

/**
 * Gives an article the key that an analyst chose; the one that it had still leads to it. Throws `invalid_input`
 * where that is no key, `conflict` where another article has it. Begins no transaction.
 */
export function setKey(db: Database, articleId: number, key: string): void {
  if (!isCitationKey(key))
    throw new DossierError(
      'invalid_input',
      `“${key}” is no citation key. Use letters, digits and _, with single signs such as - . : / between them.`,
    );
  const owner = ownerFinder(db)(key);
  if (owner !== null && owner.id !== articleId && owner.former === 0)
    throw new DossierError(
      'conflict',
      `The citation key “${key}” belongs to “${owner.title}”. Choose another.`,
    );
  db.prepare('UPDATE citation_key SET former = 1 WHERE article_id = ? AND fold <> ?').run(
    articleId,
    foldKey(key),
  );
  keyPutter(db)(articleId, key);
}

/**
 * Gives an article the key that a file brought along, unless it has one or another article has that. Begins no
 * transaction. Prepares its statements once.
 */
export function keyClaimer(db: Database): (articleId: number, key: string) => void {
  const has = db.prepare<[number], number>('SELECT 1 FROM citation_key WHERE article_id = ? AND former = 0');
  const ownerOf = ownerFinder(db);
  const put = keyPutter(db);
  return (articleId, key) => {
    if (!isCitationKey(key) || has.get(articleId) !== undefined) return;
    const owner = ownerOf(key);
    if (owner === null || owner.id === articleId) put(articleId, key);
  };
}

function keyPutter(db: Database): (articleId: number, key: string) => void {
  const insert = db.prepare(
    `INSERT INTO citation_key (fold, key, article_id) VALUES (?, ?, ?)
     ON CONFLICT (fold) DO UPDATE SET key = excluded.key, article_id = excluded.article_id, former = 0`,
  );
  return (articleId, key) => void insert.run(foldKey(key), key, articleId);
}

interface Owner {
  id: number;
  title: string;
  former: 0 | 1;
}

/** The article that a key leads to; null for a key that nobody has, or whose article was deleted. */
function ownerFinder(db: Database): (key: string) => Owner | null {
  const find = db.prepare<[string], Owner>(
    `SELECT a.id, a.csl ->> '$.title' AS title, k.former FROM citation_key k
     JOIN article a ON a.id = ${redirected('k.article_id')} WHERE k.fold = ?`,
  );
  return (key) => find.get(foldKey(key)) ?? null;
}

/** Finds the article that has a key or had it once; null for none. Prepares its statement once. */
export function articleOfKey(db: Database): (key: string) => number | null {
  const ownerOf = ownerFinder(db);
  return (key) => ownerOf(key)?.id ?? null;
}
