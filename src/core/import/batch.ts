/** Articles on their way to the library, written a few at a time. */
import type { ImportEntry } from '#contract/import.ts';
import { addArticles, findByOriginal, type NewArticle } from '../articles/add.ts';
import type { CoreContext } from '../context.ts';

/** A write of this many articles, or of so much text, stays far below 50 ms. */
const MOST_ARTICLES = 20;
const MOST_TEXT = 1_000_000;

export interface Batch {
  /** Queues an article; `entry` learns its id when it is written. */
  add(article: NewArticle, entry: ImportEntry): void;
  /** Writes what is queued. */
  flush(): void;
}

export function createBatch(context: CoreContext, onAdded: (articleIds: number[]) => void): Batch {
  let queue: { article: NewArticle; entry: ImportEntry }[] = [];

  const flush = (): void => {
    // Another import may have brought the same file meanwhile.
    const fresh = queue.filter(({ article, entry }) => {
      const there = findByOriginal(context.db, article.original.sha256);
      if (there !== null) Object.assign(entry, alreadyThere(there));
      return there === null;
    });
    queue = [];
    if (fresh.length === 0) return;
    const added = addArticles(
      context.db,
      fresh.map(({ article }) => article),
    );
    for (const [index, { articleId }] of added.entries()) fresh[index]!.entry.articleId = articleId;
    onAdded(added.map(({ articleId }) => articleId));
    context.emit('articles.changed', {});
  };

  return {
    add(article, entry) {
      queue.push({ article, entry });
      const text = queue.reduce((sum, queued) => sum + queued.article.content.text.length, 0);
      if (queue.length >= MOST_ARTICLES || text >= MOST_TEXT) flush();
    },
    flush,
  };
}

export function alreadyThere({
  articleId,
  title,
}: {
  articleId: number;
  title: string;
}): Omit<ImportEntry, 'file'> {
  return { status: 'skipped', articleId, title, message: `Already in the library as “${title}”.` };
}
