/** What filters and facets ask of an article, as the library has it. */
import { publicationName } from '#domain/article.ts';
import type { CslItem } from '#domain/csl.ts';
import type { Database } from '../../db/connect.ts';

export interface ArticleFacts {
  /** When it appeared, as year × 10,000 + month × 100 + day; 0 for a part that is not known, 0 for no date. */
  day: number;
  publication: string | null;
  /** A BCP 47 tag in lower case. */
  language: string | null;
  /** CSL type. */
  type: string;
  starred: boolean;
  read: boolean;
  trashed: boolean;
  cited: boolean;
  /** A–F as 1–6 and 1–6; 0 where it is not graded. */
  reliability: number;
  credibility: number;
  /** Ids, rising. */
  tags: number[];
  collections: number[];
}

interface Row {
  csl: string;
  starred: number;
  read: number;
  trashed: number;
  cited: number;
  reliability: string | null;
  credibility: number | null;
  tags: string | null;
  collections: string | null;
}

export interface FactsReader {
  /** Null where the library does not hold the article. */
  read(id: number): ArticleFacts | null;
}

export function createFactsReader(library: Database): FactsReader {
  const select = library.prepare<[number], Row>(
    `SELECT csl, starred, read_at IS NOT NULL AS read, trashed_at IS NOT NULL AS trashed, reliability, credibility,
       EXISTS (SELECT 1 FROM brief_source s JOIN brief b ON b.id = s.brief_id
         WHERE s.article_id = a.id AND b.removed_at IS NULL) AS cited,
       (SELECT group_concat(tag_id) FROM article_tag WHERE article_id = a.id) AS tags,
       (SELECT group_concat(collection_id) FROM collection_article WHERE article_id = a.id) AS collections
     FROM article a WHERE id = ?`,
  );
  return {
    read(id) {
      const row = select.get(id);
      if (row === undefined) return null;
      const csl = JSON.parse(row.csl) as CslItem;
      return {
        day: dayOf(csl),
        publication: publicationName({ csl }),
        language: csl.language?.toLowerCase() ?? null,
        type: csl.type,
        starred: row.starred === 1,
        read: row.read === 1,
        trashed: row.trashed === 1,
        cited: row.cited === 1,
        reliability: row.reliability === null ? 0 : gradeOf(row.reliability),
        credibility: row.credibility ?? 0,
        tags: idsOf(row.tags),
        collections: idsOf(row.collections),
      };
    },
  };
}

/** The number of a letter of the Admiralty scale: A is 1. */
export function gradeOf(letter: string): number {
  return letter.toUpperCase().charCodeAt(0) - 64;
}

function dayOf({ issued }: CslItem): number {
  const [year, month = 0, day = 0] = issued?.['date-parts'][0] ?? [];
  if (year === undefined || Math.abs(year) > LAST_YEAR) return 0;
  return year * 10_000 + month * 100 + day;
}

/** Days fit into 32 bits. */
const LAST_YEAR = 200_000;

function idsOf(list: string | null): number[] {
  return list === null
    ? []
    : list
        .split(',')
        .map(Number)
        .toSorted((a, b) => a - b);
}
