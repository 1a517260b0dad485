import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { pagesOf } from '#domain/article.ts';
import { pagesOfVersion } from '../articles/store.ts';
import type { CoreContext } from '../context.ts';
import { createSnippet, getSnippets } from './store.ts';

export function snippetHandlers({ db }: CoreContext): Handlers<FeatureOperations<'snippets'>> {
  return {
    'snippets.create': (input) => {
      const snippet = createSnippet(db, input);
      return { ...snippet, pages: pagesOf({ pages: pagesOfVersion(db, input.versionId) }, snippet) };
    },
    'snippets.get': ({ ids }) => getSnippets(db, ids),
  };
}
