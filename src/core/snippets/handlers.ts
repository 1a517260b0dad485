import type { PassageHit } from '#contract/search.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { pagesOf } from '#domain/article.ts';
import { pagesOfVersion } from '../articles/store.ts';
import type { CoreContext } from '../context.ts';
import { isTelling, locate } from './locate.ts';
import { createSnippet, getSnippets, textOfVersion } from './store.ts';

/** Passages that are looked through for words that are to be located. */
const CANDIDATES = 10;

/** `related` finds passages that are about the same as a text. */
export function snippetHandlers(
  { db }: CoreContext,
  related: (input: { text: string; limit: number }) => Promise<{ hits: PassageHit[] }>,
): Handlers<FeatureOperations<'snippets'>> {
  return {
    'snippets.create': (input) => {
      const snippet = createSnippet(db, input);
      return { ...snippet, pages: pagesOf({ pages: pagesOfVersion(db, input.versionId) }, snippet) };
    },
    'snippets.locate': async ({ text }) => {
      if (!isTelling(text)) return null;
      const { hits } = await related({ text, limit: CANDIDATES });
      return locate(text, hits, (versionId) => textOfVersion(db, versionId));
    },
    'snippets.get': ({ ids }) => getSnippets(db, ids),
  };
}
