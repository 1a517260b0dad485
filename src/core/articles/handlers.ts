import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { citedIn } from '../briefs/citedIn.ts';
import type { CoreContext } from '../context.ts';
import {
  articleNotFound,
  getArticle,
  getSummaries,
  listArticles,
  listVersions,
  updateMetadata,
} from './store.ts';

export interface ArticleHooks {
  /** Told of articles whose metadata changed. */
  onChanged(ids: number[]): void;
}

export function articleHandlers(
  { db, emit }: CoreContext,
  hooks: ArticleHooks,
): Handlers<FeatureOperations<'articles'>> {
  return {
    'articles.list': (input) => listArticles(db, input),
    'articles.summaries': ({ ids }) => getSummaries(db, ids),
    'articles.get': ({ id, versionId }) => {
      const article = getArticle(db, id, versionId);
      if (article === null) throw articleNotFound(id, versionId);
      return article;
    },
    'articles.citedIn': ({ id }) => citedIn(db, id),
    'articles.versions': ({ id }) => listVersions(db, id),
    'articles.updateMetadata': (input) => {
      const summary = updateMetadata(db, input);
      hooks.onChanged([input.id]);
      emit('articles.changed', {});
      return summary;
    },
  };
}
