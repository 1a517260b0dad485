import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { citedIn } from '../briefs/citedIn.ts';
import type { CoreContext } from '../context.ts';
import type { Organiser } from '../organise/organise.ts';
import { editArticles } from './edit.ts';
import { setMark } from './marks.ts';
import { type PurgeHooks, purgeArticles } from './purge.ts';
import {
  articleNotFound,
  getArticle,
  getSummaries,
  listVersions,
  restoreMetadata,
  updateMetadata,
} from './store.ts';

/** `onChanged` is told of articles whose metadata changed as well. */
export type ArticleHooks = PurgeHooks;

export function articleHandlers(
  { db }: CoreContext,
  organiser: Organiser,
  hooks: ArticleHooks,
): Handlers<FeatureOperations<'articles'>> {
  return {
    'articles.list': ({ offset, limit, ...wish }) => {
      const ids = organiser.lists.list(wish);
      return { articles: getSummaries(db, [...ids.subarray(offset, offset + limit)]), total: ids.length };
    },
    'articles.ids': ({ offset, limit, ...wish }) => {
      const ids = organiser.lists.list(wish);
      return { ids: [...ids.subarray(offset, offset + limit)], total: ids.length };
    },
    'articles.counts': () => organiser.lists.counts(),
    'articles.summaries': ({ ids }) => getSummaries(db, ids),
    'articles.get': ({ id, versionId }) => {
      const article = getArticle(db, id, versionId);
      if (article === null) throw articleNotFound(id, versionId);
      return article;
    },
    'articles.citedIn': ({ id }) => citedIn(db, id),
    'articles.versions': ({ id }) => listVersions(db, id),
    'articles.updateMetadata': (input) => {
      const { article, before } = updateMetadata(db, input);
      hooks.onChanged([input.id]);
      const { undo } = organiser.done(1, {
        structure: false,
        metadata: true,
        undo: () => {
          restoreMetadata(db, article, before);
          hooks.onChanged([input.id]);
        },
      });
      return { article, undo };
    },
    'articles.star': ({ target, starred }) => setMark(organiser, 'starred', starred, target),
    'articles.markRead': ({ target, read }) => setMark(organiser, 'read_at', read, target),
    'articles.trash': ({ target }) => setMark(organiser, 'trashed_at', true, target),
    'articles.restore': ({ target }) => setMark(organiser, 'trashed_at', false, target),
    'articles.edit': ({ target, fields }) =>
      editArticles(organiser, target, fields, (ids) => hooks.onChanged(ids)),
    'articles.purge': ({ target }) => purgeArticles(organiser, target, hooks),
  };
}
