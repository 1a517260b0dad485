import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { NOTHING_CHANGED, type Organiser } from '../organise/organise.ts';
import {
  addRows,
  addToCollection,
  changeCollection,
  createCollection,
  getCollection,
  listCollections,
  removeCollection,
  restoreCollections,
  takeFromCollections,
  withInner,
} from './store.ts';

export function collectionHandlers(organiser: Organiser): Handlers<FeatureOperations<'collections'>> {
  const { db, lists, resolve, write, done, tell } = organiser;
  const whole = <T>(work: () => T): T => db.transaction(work).immediate();

  const change = (id: number, wish: { name?: string; parentId?: number | null }) => {
    const before = getCollection(db, id);
    const after = { ...before, ...wish };
    if (after.name === before.name && after.parentId === before.parentId) return NOTHING_CHANGED;
    whole(() => changeCollection(db, after));
    return done(0, { structure: true, undo: () => whole(() => changeCollection(db, before)) });
  };

  return {
    'collections.list': () => listCollections(db, lists.listed()),
    'collections.create': ({ name, parentId }) => {
      const collection = whole(() => createCollection(db, name, parentId));
      tell({ structure: true });
      return collection;
    },
    'collections.rename': ({ id, name }) => change(id, { name }),
    'collections.move': ({ id, parentId }) => change(id, { parentId }),
    'collections.remove': ({ id }) => {
      const removed = whole(() => removeCollection(db, id));
      const articles = new Set(removed.articles.map(([, articleId]) => articleId));
      return done(articles.size, {
        structure: true,
        undo: () => whole(() => restoreCollections(db, removed)),
      });
    },
    'collections.add': async ({ id, target }) => {
      getCollection(db, id);
      const added = await write(resolve(target), (ids) => addToCollection(db, id, ids));
      if (added.length === 0) return NOTHING_CHANGED;
      const ids = Int32Array.from(added);
      return done(ids.length, {
        structure: true,
        undo: async () => {
          await write(ids, (part) => takeFromCollections(db, [id], part));
        },
      });
    },
    'collections.take': async ({ id, target }) => {
      getCollection(db, id);
      const from = withInner(db, id);
      const taken = await write(resolve(target), (ids) => takeFromCollections(db, from, ids));
      if (taken.length === 0) return NOTHING_CHANGED;
      const byArticle = Map.groupBy(taken, ([, articleId]) => articleId);
      return done(byArticle.size, {
        structure: true,
        undo: async () => {
          await write(Int32Array.from(byArticle.keys()), (part) => {
            addRows(
              db,
              part.flatMap((articleId) => byArticle.get(articleId)!),
            );
            return [];
          });
        },
      });
    },
  };
}
