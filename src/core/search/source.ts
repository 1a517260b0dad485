/** What the index takes from the library. Reads `library.sqlite` only. */
import { type ArticleContent, publicationName } from '#domain/article.ts';
import { type CslItem, cslDateToIso, nameInReadingOrder } from '#domain/csl.ts';
import type { Database } from '../db/connect.ts';

export interface IndexedArticle {
  versionId: number;
  /** Differs whenever what is to be indexed differs. */
  stamp: string;
  title: string;
  /** Names of the authors, else of the editors, in reading order. */
  people: string[];
  publication: string | null;
  issued: string | null;
  content: Pick<ArticleContent, 'text' | 'blocks'>;
}

/** The hash tells articles apart that took the same id before and after an old library was put back. */
const STAMP = `a.changed_at || ' ' || substr(v.original_sha256, 1, 16)`;
const FROM = 'FROM article a JOIN article_version v ON v.id = a.version_id';

export interface Source {
  /** The stamp of an article; null where the library does not hold it. */
  stamp(id: number): string | null;
  /** One article as it is to be indexed; null where the library does not hold it. */
  article(id: number): IndexedArticle | null;
}

export function createSource(library: Database): Source {
  const stamp = library.prepare<[number], string>(`SELECT ${STAMP} ${FROM} WHERE a.id = ?`).pluck();
  const article = library.prepare<
    [number],
    { versionId: number; stamp: string; csl: string; blocks: string; text: string }
  >(`SELECT v.id AS versionId, ${STAMP} AS stamp, a.csl, v.blocks, v.text ${FROM} WHERE a.id = ?`);
  return {
    stamp: (id) => stamp.get(id) ?? null,
    article(id) {
      const row = article.get(id);
      if (row === undefined) return null;
      const csl = JSON.parse(row.csl) as CslItem;
      return {
        versionId: row.versionId,
        stamp: row.stamp,
        title: csl.title,
        people: (csl.author ?? csl.editor ?? []).map(nameInReadingOrder),
        publication: publicationName({ csl }),
        issued: csl.issued === undefined ? null : cslDateToIso(csl.issued),
        content: { text: row.text, blocks: JSON.parse(row.blocks) as ArticleContent['blocks'] },
      };
    },
  };
}
