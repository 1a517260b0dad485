/** Possible duplicates: found in a thread of their own, decided by the analyst. */
import { DossierError } from '#contract/errors.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { followRedirect } from '../../articles/redirects.ts';
import type { CoreContext } from '../../context.ts';
import type { Journal } from '../../organise/journal.ts';
import { spawnLazily } from '../../worker/spawn.ts';
import type { DuplicateFinder, FinderHooks } from './finder.ts';
import { mergeArticles } from './merge.ts';
import { addPairs, countPairs, getPair, keepBoth, listPairs, offerAgain } from './pairs.ts';
import { unmergeArticles } from './unmerge.ts';

export interface Duplicates {
  handlers: Handlers<FeatureOperations<'duplicates'>>;
  /** Looks at the versions that have come since the last time, in the background. */
  follow(): void;
  /** Resolves when nothing is being looked at. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface DuplicateHooks {
  /** Articles were changed or are gone. */
  onChanged(articleIds: number[]): void;
}

/** How long the thread waits for more, in ms. */
const IDLE = 30_000;

export function createDuplicates(
  { db, folder, emit }: CoreContext,
  journal: Journal,
  hooks: DuplicateHooks,
): Duplicates {
  const tell = (): number => {
    const total = countPairs(db);
    emit('duplicates.changed', { total });
    return total;
  };
  /** Two articles became one, or one became two. */
  const tellMerged = (articles: number[], briefs: number[]): void => {
    hooks.onChanged(articles);
    emit('articles.changed', {});
    emit('library.changed', {});
    for (const articleId of articles) emit('annotations.changed', { articleId });
    for (const id of briefs) emit('briefs.changed', { id });
  };
  const finderHooks: FinderHooks = {
    async found(pairs) {
      if (!closed && addPairs(db, pairs) > 0) tell();
    },
  };
  const finder = spawnLazily<DuplicateFinder>('duplicates', folder, finderHooks);
  let work: Promise<unknown> = Promise.resolve();
  let again = false;
  let closed = false;
  let idle: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    clearTimeout(idle);
    again = false;
    // What it cannot finish now it takes up with the next import or start.
    await finder
      .get()
      .follow()
      .catch(() => finder.stop());
    idle = setTimeout(() => void finder.stop(), IDLE);
    idle.unref();
  };

  return {
    handlers: {
      'duplicates.list': (input) => listPairs(db, input),
      'duplicates.resolve': ({ id, decision, articleId }) => {
        const pair = getPair(db, id);
        if (decision === 'keep') {
          keepBoth(db, id);
          const undo = journal.remember(() => {
            offerAgain(db, id);
            tell();
          });
          return { total: tell(), undo };
        }
        const keep = followRedirect(db, articleId);
        if (keep !== pair.articleId && keep !== pair.otherId)
          throw new DossierError('invalid_input', `The article ${articleId} is none of the two.`);
        const other = keep === pair.articleId ? pair.otherId : pair.articleId;
        const latest = decision === 'version' ? 'other' : 'keep';
        const before = db.transaction(() => mergeArticles(db, keep, other, latest)).immediate();
        const undo = journal.remember(() => {
          db.transaction(() => unmergeArticles(db, before)).immediate();
          tellMerged([keep, other], before.briefs);
          tell();
        });
        tellMerged([keep, other], before.briefs);
        return { total: tell(), undo };
      },
    },
    follow() {
      if (again || closed) return;
      again = true;
      work = work.then(() => (closed ? undefined : run()));
    },
    settled: async () => void (await work),
    async close() {
      closed = true;
      clearTimeout(idle);
      await finder.stop();
      await work;
    },
  };
}
