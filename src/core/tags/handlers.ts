import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { Changed } from '#contract/organise.ts';
import type { Database } from '../db/connect.ts';
import { NOTHING_CHANGED, type Organiser } from '../organise/organise.ts';
import {
  addPairs,
  articlesWith,
  deleteTag,
  deleteUnused,
  findTag,
  getTag,
  insertTag,
  listTags,
  renameTag,
  type TagPair,
  type TagRow,
  tagsOf,
  takePairs,
} from './store.ts';

export function tagHandlers(organiser: Organiser): Handlers<FeatureOperations<'tags'>> {
  const { db, resolve, write, done } = organiser;
  const whole = <T>(work: () => T): T => db.transaction(work).immediate();

  return {
    'tags.list': () => listTags(db),
    'tags.of': ({ target }) => tagsOf(db, resolve(target)),
    'tags.add': async ({ target, names }) => {
      const ids = resolve(target);
      if (ids.length === 0) return NOTHING_CHANGED;
      const { tagIds, made } = whole(() => ensureTags(db, names));
      const added = await write(ids, (part) => addPairs(db, part, tagIds));
      if (added.length === 0) {
        deleteUnused(db, made);
        return NOTHING_CHANGED;
      }
      const pairs = byTag(added);
      return done(countArticles(added), {
        structure: true,
        undo: async () => {
          for (const [tagId, of] of pairs) await write(of, (part) => takePairs(db, part, [tagId]));
          deleteUnused(db, made);
        },
      });
    },
    'tags.take': async ({ target, names }) => {
      const tags = names.map((name) => findTag(db, name)).filter((tag) => tag !== null);
      const taken = await write(resolve(target), (part) =>
        takePairs(
          db,
          part,
          tags.map(({ id }) => id),
        ),
      );
      if (taken.length === 0) return NOTHING_CHANGED;
      const pairs = byTag(taken);
      return done(countArticles(taken), {
        structure: true,
        undo: async () => {
          for (const [tagId, of] of pairs) await write(of, (part) => addPairs(db, part, [tagId]));
        },
      });
    },
    'tags.rename': ({ id, name }) => {
      const before = getTag(db, id);
      if (before.name === name) return NOTHING_CHANGED;
      whole(() => renameTag(db, { id, name }));
      return done(articlesWith(db, id).length, {
        structure: true,
        undo: () => {
          getTag(db, id);
          whole(() => renameTag(db, before));
        },
      });
    },
    'tags.merge': async ({ id, into }) => {
      getTag(db, into);
      return id === into ? NOTHING_CHANGED : replaceTag(organiser, getTag(db, id), into);
    },
    'tags.remove': ({ id }) => replaceTag(organiser, getTag(db, id), null),
  };
}

/** Deletes a tag; its articles get the tag `into` in its place, where one is given. */
async function replaceTag(
  { db, write, done }: Organiser,
  tag: TagRow,
  into: number | null,
): Promise<Changed> {
  const ids = articlesWith(db, tag.id);
  const added = into === null ? [] : await write(ids, (part) => addPairs(db, part, [into]));
  await write(ids, (part) => takePairs(db, part, [tag.id]));
  deleteTag(db, tag.id);
  return done(ids.length, {
    structure: true,
    undo: async () => {
      // Somebody may have made a tag of that name meanwhile.
      const back = findTag(db, tag.name)?.id ?? insertTag(db, tag.name, tag.id);
      await write(ids, (part) => addPairs(db, part, [back]));
      for (const [tagId, of] of byTag(added)) await write(of, (part) => takePairs(db, part, [tagId]));
    },
  });
}

/** The tags of these names; `made` are those that did not exist. */
function ensureTags(db: Database, names: readonly string[]): { tagIds: number[]; made: number[] } {
  const made: number[] = [];
  const tagIds = names.map((name) => {
    const there = findTag(db, name);
    if (there !== null) return there.id;
    const id = insertTag(db, name);
    made.push(id);
    return id;
  });
  return { tagIds, made };
}

/** Each tag with the articles of its pairs. */
function byTag(pairs: readonly TagPair[]): [tagId: number, articleIds: Int32Array][] {
  return [...Map.groupBy(pairs, ([, tagId]) => tagId)].map(([tagId, of]) => [
    tagId,
    Int32Array.from(of, ([articleId]) => articleId),
  ]);
}

function countArticles(pairs: readonly TagPair[]): number {
  return new Set(pairs.map(([articleId]) => articleId)).size;
}
