/** What is shown of passages that were found. */
import type { PassageHit } from '#contract/search.ts';
import type { Database } from '../db/connect.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { makeExcerpt } from './excerpt.ts';
import { unpackRange } from './passages.ts';
import type { WordsNode } from './query/ast.ts';
import { createTexts } from './texts.ts';

type ArticleLine = Pick<PassageHit, 'articleId' | 'versionId' | 'title' | 'publication' | 'issued'>;

export interface Hits {
  /** Null where the article is gone. */
  article(id: number): ArticleLine | null;
  /** A passage with the words marked that were looked for; null where it is gone. */
  passage(doc: number, words: readonly WordsNode[]): PassageHit | null;
}

interface Row extends Omit<ArticleLine, 'articleId'> {
  first: number;
  ranges: Buffer;
}

export function createHits(index: Database, library: Database, catalogue: Catalogue): Hits {
  const select = index.prepare<[number], Row>(
    'SELECT version_id AS versionId, title, publication, issued, first, ranges FROM article WHERE id = ?',
  );
  const textOf = createTexts(library);

  return {
    article(id) {
      const row = select.get(id);
      if (row === undefined) return null;
      const { versionId, title, publication, issued } = row;
      return { articleId: id, versionId, title, publication, issued };
    },
    passage(doc, words) {
      const articleId = catalogue.articleOf[doc]!;
      const row = select.get(articleId);
      if (row === undefined) return null;
      const { first, ranges, ...about } = row;
      const { start, end } = unpackRange(ranges, doc - first);
      const text = textOf(about.versionId)?.slice(start, end);
      if (text === undefined) return null;
      const { excerpt, highlights, matches } = makeExcerpt(text, words);
      return {
        articleId,
        ...about,
        start,
        end,
        excerpt,
        highlights,
        matches: matches.map(([from, to]): [number, number] => [start + from, start + to]),
      };
    },
  };
}
