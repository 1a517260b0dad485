import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import { createSnippet, getSnippets } from './store.ts';

export function snippetHandlers({ db }: CoreContext): Handlers<FeatureOperations<'snippets'>> {
  return {
    'snippets.create': (input) => createSnippet(db, input),
    'snippets.get': ({ ids }) => getSnippets(db, ids),
  };
}
