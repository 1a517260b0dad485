/** What articles, collections and tags share: which articles are meant, steps of writing, undo, and events. */
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { Changed, Target } from '#contract/organise.ts';
import { followRedirects } from '../articles/redirects.ts';
import type { Lists } from '../articles/lists/lists.ts';
import type { CoreContext } from '../context.ts';
import type { Database } from '../db/connect.ts';
import { createJournal, type Journal } from './journal.ts';
import { inSteps } from './steps.ts';

export interface Organiser {
  handlers: Handlers<FeatureOperations<'organise'>>;
  db: Database;
  /** What `organise.undo` takes back. */
  journal: Journal;
  lists: Lists;
  /**
   * The ids that a target names, each once, lowest first; those that the library does not hold among them. Ids of
   * merged articles stand for the one that they went into.
   */
  resolve: (target: Target) => Int32Array;
  /** Writes in steps; see `inSteps`. */
  write: <T>(ids: Int32Array, write: (ids: readonly number[]) => readonly T[], step?: number) => Promise<T[]>;
  /**
   * Tells the windows that `changed` articles are different, and keeps `undo`, after which they are told
   * again. With `structure` also that collections or tags are, with `metadata` that more than marks is.
   */
  done: (
    changed: number,
    options: { structure: boolean; metadata?: boolean; undo: () => void | Promise<void> },
  ) => Changed;
  /** Tells the windows. */
  tell: (what: { structure: boolean; metadata?: boolean }) => void;
}

export function createOrganiser({ db, emit }: Pick<CoreContext, 'db' | 'emit'>, lists: Lists): Organiser {
  const journal = createJournal();
  const tell: Organiser['tell'] = ({ structure, metadata = false }) => {
    emit('articles.changed', metadata ? {} : { marksOnly: true });
    if (structure) emit('library.changed', {});
  };
  return {
    db,
    journal,
    lists,
    tell,
    handlers: {
      'organise.undo': async ({ undo }) => {
        await journal.undo(undo);
        return {};
      },
    },
    resolve(target) {
      if ('ids' in target) return Int32Array.from(new Set(followRedirects(db, target.ids))).toSorted();
      const except = new Set(target.except);
      const members = lists.members(target.scope);
      return except.size === 0 ? members : members.filter((id) => !except.has(id));
    },
    write: (ids, write, step) => inSteps(db, ids, write, step),
    done(changed, { undo, ...what }) {
      tell(what);
      const name = journal.remember(async () => {
        await undo();
        tell(what);
      });
      return { changed, undo: name };
    },
  };
}

/** What a command returns that found nothing to change. */
export const NOTHING_CHANGED: Changed = { changed: 0, undo: null };
