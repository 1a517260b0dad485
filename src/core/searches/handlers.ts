import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import { listSearches, removeSearch, renameSearch, saveSearch } from './store.ts';

export function savedSearchHandlers({ db, emit }: CoreContext): Handlers<FeatureOperations<'searches'>> {
  const telling = <T>(result: T): T => {
    emit('searches.changed', {});
    return result;
  };
  return {
    'searches.list': () => listSearches(db),
    'searches.save': (input) => telling(saveSearch(db, input)),
    'searches.rename': (input) => telling(renameSearch(db, input)),
    'searches.remove': ({ id }) => {
      removeSearch(db, id);
      return telling({});
    },
  };
}
