/** What the index takes from the library. Reads `library.sqlite` only. */
import { type ArticleContent, publicationName } from '#domain/article.ts';
import { type CslItem, cslDateToIso, issuedYear, nameInReadingOrder } from '#domain/csl.ts';
import type { Database } from '../db/connect.ts';

export interface IndexedArticle {
  versionId: number;
  /** Differs whenever what is to be indexed differs. */
  stamp: string;
  title: string;
  /** Names of the authors and of where it appeared. */
  about: string;
  publication: string | null;
  issued: string | null;
  year: number | null;
  content: Pick<ArticleContent, 'text' | 'blocks'>;
}

/** The hash tells articles apart that took the same id before and after an old library was put back. */
const STAMP = `a.changed_at || ' ' || substr(v.original_sha256, 1, 16)`;
const FROM = 'FROM article a JOIN article_version v ON v.id = a.version_id';

/** The stamp of every article, by id. */
export function readStamps(library: Database): Map<number, string> {
  return new Map(library.prepare<[], [number, string]>(`SELECT a.id, ${STAMP} ${FROM}`).raw().all());
}

/** One article as it is to be indexed; null where the library does not hold it. */
export function readArticle(library: Database, id: number): IndexedArticle | null {
  const row = library
    .prepare<[number], { versionId: number; stamp: string; csl: string; blocks: string; text: string }>(
      `SELECT v.id AS versionId, ${STAMP} AS stamp, a.csl, v.blocks, v.text ${FROM} WHERE a.id = ?`,
    )
    .get(id);
  if (row === undefined) return null;
  const csl = JSON.parse(row.csl) as CslItem;
  const publication = publicationName({ csl });
  const people = (csl.author ?? csl.editor ?? []).map(nameInReadingOrder);
  return {
    versionId: row.versionId,
    stamp: row.stamp,
    title: csl.title,
    about: [...people, publication ?? ''].join('\n'),
    publication,
    issued: csl.issued === undefined ? null : cslDateToIso(csl.issued),
    year: issuedYear(csl),
    content: { text: row.text, blocks: JSON.parse(row.blocks) as ArticleContent['blocks'] },
  };
}
