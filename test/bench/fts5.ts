/** The same passages in bare FTS5: what the search is measured against, and ranks like. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openReadOnly, openReadWrite } from '#core/db/connect.ts';
import { tokenize } from '#core/search/fold.ts';
import { passagesOf } from '#core/search/passages.ts';
import type { QueryNode, WordsNode } from '#core/search/query/ast.ts';
import { createSource } from '#core/search/source.ts';

/** BM25 with the weights of body, title and `about`. */
export const SCORE = 'bm25(passage, 1.0, 4.0, 1.0)';

const SCHEMA = `
  CREATE VIRTUAL TABLE passage USING fts5 (
    body, title, about, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  CREATE TABLE place (id INTEGER PRIMARY KEY, article INTEGER NOT NULL, start INTEGER NOT NULL) STRICT;
  CREATE INDEX place_article ON place (article);
`;
/** FTS5 takes these as literals only. */
const CONFIG = ['pgsz', 8100, 'automerge', 0, 'crisismerge', 64] as const;

/** Adds the passages of an article, numbered from `first`, and returns how many they are. */
export function addToFts(
  db: Database,
  id: number,
  first: number,
  article: Parameters<typeof rowsOf>[0],
): number {
  const insert = db.prepare('INSERT INTO passage (rowid, body, title, about) VALUES (?, ?, ?, ?)');
  const place = db.prepare('INSERT INTO place (id, article, start) VALUES (?, ?, ?)');
  const rows = rowsOf(article);
  for (const [ordinal, { start, fields }] of rows.entries()) {
    insert.run(first + ordinal, ...fields);
    place.run(first + ordinal, id, start);
  }
  return rows.length;
}

function rowsOf({
  content,
  title,
  people,
  publication,
}: Pick<
  NonNullable<ReturnType<ReturnType<typeof createSource>['article']>>,
  'content' | 'title' | 'people' | 'publication'
>) {
  return passagesOf(content).map(({ start, end }, ordinal) => ({
    start,
    fields: [
      folded(content.text.slice(start, end)),
      ordinal === 0 ? folded(title) : '',
      ordinal === 0 ? folded([...people, publication ?? ''].join('\n')) : '',
    ],
  }));
}

function folded(text: string): string {
  return tokenize(text)
    .map(({ term }) => term)
    .join(' ');
}

export function createFts(path: string): Database {
  const db = openReadWrite(path, { create: true });
  db.pragma('page_size = 8192');
  db.exec(SCHEMA);
  for (let at = 0; at < CONFIG.length; at += 2)
    db.exec(`INSERT INTO passage (passage, rank) VALUES ('${CONFIG[at]}', ${CONFIG[at + 1]})`);
  return db;
}

/** Articles of one transaction. */
const BATCH = 2000;

/** The library's passages in FTS5, in a file beside it that is made where it is not there yet. */
export function ftsOf(library: string): Database {
  const path = join(library, 'bare-fts5.sqlite');
  if (!existsSync(path)) build(library, path);
  const db = openReadOnly(path);
  db.pragma('cache_size = -65536');
  return db;
}

function build(library: string, path: string): void {
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  const db = createFts(unfinished);
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  const from = openReadOnly(join(library, 'library.sqlite'));
  const source = createSource(from);
  const ids = from.prepare<[], number>('SELECT id FROM article ORDER BY id').pluck().all();
  let next = 0;
  for (let at = 0; at < ids.length; at += BATCH)
    db.transaction(() => {
      for (const id of ids.slice(at, at + BATCH)) next += addToFts(db, id, next, source.article(id)!);
    })();
  from.close();
  db.close();
  renameSync(unfinished, path);
}

const phrase = (node: WordsNode): string =>
  `${node.field === undefined ? '' : `${node.field} : `}"${node.terms.join(' ')}"${node.prefix ? ' *' : ''}`;

/** The expression of FTS5 for a tree without filters. */
export function ftsExpression(node: QueryNode): string {
  switch (node.kind) {
    case 'words':
      return phrase(node);
    case 'near':
      return `NEAR(${node.of.map(phrase).join(' ')}, ${node.distance})`;
    case 'any':
      return `(${node.of.map(ftsExpression).join(' OR ')})`;
    case 'all': {
      const wanted = node.of.filter(({ kind }) => kind !== 'not' && kind !== 'filter').map(ftsExpression);
      const without = node.of.flatMap((part) => (part.kind === 'not' ? [ftsExpression(part.of)] : []));
      return `(${[wanted.join(' AND '), ...without].join(' NOT ')})`;
    }
    default:
      throw new Error(`FTS5 has no ${node.kind}.`);
  }
}
