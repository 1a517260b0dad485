/** Which articles a brief cites, or lists among its sources, in `library.sqlite`. */
import type { DocumentAst } from '#domain/document/ast.ts';
import { uncitedSources } from '#domain/document/bibliography.ts';
import { citationClusters } from '#domain/document/clusters.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import type { StoredDocument } from '#domain/document/stored.ts';
import { followRedirects } from '../articles/redirects.ts';
import { keysOf } from '../citations/keys/keys.ts';
import type { Database } from '../db/connect.ts';

/** The articles that a brief cites or lists; none where it is removed. */
export function sourcesOf(db: Database, briefId: number): number[] {
  return db
    .prepare<[number], number>('SELECT article_id FROM brief_source WHERE brief_id = ?')
    .pluck()
    .all(briefId);
}

/**
 * Notes which articles the document of a brief cites or lists, or none for null. Rows that stay are not written: each
 * one written counts as a change of its article. What is cited for the first time is given a citation key. To be called in the transaction that stores the document.
 */
export function keepSources(db: Database, briefId: number, document: StoredDocument | null): void {
  const named = new Set(document === null ? [] : articlesIn(documentAst(document)));
  const ids = JSON.stringify([...new Set(followRedirects(db, named))]);
  db.prepare(
    'DELETE FROM brief_source WHERE brief_id = ? AND article_id NOT IN (SELECT value FROM json_each(?))',
  ).run(briefId, ids);
  const added = db
    .prepare<[number, string], number>(
      'INSERT OR IGNORE INTO brief_source (brief_id, article_id) SELECT ?, value FROM json_each(?) RETURNING article_id',
    )
    .pluck()
    .all(briefId, ids);
  keysOf(db, added);
}

function articlesIn(document: DocumentAst): number[] {
  const cited = citationClusters(document).flat();
  return [...cited.map(({ articleId }) => articleId), ...uncitedSources(document)];
}
