/** What is shown of passages that were found. */
import type { PassageHit } from '#contract/search.ts';
import type { Database } from '../db/connect.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { makeExcerpt, matchesIn } from './excerpt.ts';
import { unpackRange } from './passages.ts';
import type { WordsNode } from './query/ast.ts';
import { createTexts } from './texts.ts';

type ArticleLine = Pick<
  PassageHit,
  'articleId' | 'versionId' | 'title' | 'titleMatches' | 'publication' | 'issued'
>;

export interface Hits {
  /** An article with the words marked in its title that were looked for; null where it is gone. */
  article(id: number, words: readonly WordsNode[]): ArticleLine | null;
  /** A passage with the words marked that were looked for; null where it is gone. */
  passage(doc: number, words: readonly WordsNode[]): PassageHit | null;
}

interface Row extends Omit<ArticleLine, 'articleId' | 'titleMatches'> {
  first: number;
  ranges: Buffer;
}

export function createHits(index: Database, library: Database, catalogue: Catalogue): Hits {
  const select = index.prepare<[number], Row>(
    'SELECT version_id AS versionId, title, publication, issued, first, ranges FROM article WHERE id = ?',
  );
  const textOf = createTexts(library);

  return {
    article(id, words) {
      const row = select.get(id);
      if (row === undefined) return null;
      const { versionId, title, publication, issued } = row;
      return { articleId: id, versionId, title, titleMatches: inTitle(title, words), publication, issued };
    },
    passage(doc, words) {
      const articleId = catalogue.articleOf[doc]!;
      const row = select.get(articleId);
      if (row === undefined) return null;
      const { first, ranges, ...about } = row;
      const { start, end } = unpackRange(ranges, doc - first);
      const text = textOf(about.versionId)?.slice(start, end);
      if (text === undefined) return null;
      const { excerpt, highlights, matches } = makeExcerpt(
        text,
        words.filter(({ field }) => field === undefined),
      );
      return {
        articleId,
        ...about,
        titleMatches: inTitle(about.title, words),
        start,
        end,
        excerpt,
        highlights,
        matches: matches.map(([from, to]): [number, number] => [start + from, start + to]),
      };
    },
  };
}

/** A word that any text may hold is marked in the title too; an author's name is not looked for there. */
function inTitle(title: string, words: readonly WordsNode[]): [number, number][] {
  return matchesIn(
    title,
    words.filter(({ field }) => field !== 'author'),
  );
}
