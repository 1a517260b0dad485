/** Loads the cited articles and the exact words of quotes, each once. */
import type { ArticleSummary } from '#domain/article.ts';
import type { Cited } from '#domain/citation.ts';
import type { Snippet } from '#domain/snippet.ts';
import { client } from '../../../api/client.ts';

export interface LoadedSources {
  articles: ReadonlyMap<number, ArticleSummary>;
  snippets: ReadonlyMap<number, Snippet>;
}

export interface SourceLoader {
  /** Loads what is cited and not loaded yet. Rejects with a DossierError; the next call then tries anew. */
  load(cited: Cited): Promise<void>;
  /** What was loaded may be out of date. */
  forget(): void;
}

interface Ids {
  articles: Set<number>;
  snippets: Set<number>;
}

const none = (): Ids => ({ articles: new Set(), snippets: new Set() });

/** `onLoaded` is told of all that is loaded, once there is more of it. */
export function createSourceLoader(onLoaded: (sources: LoadedSources) => void): SourceLoader {
  /** What is loaded, or about to be; another object once it may have changed. */
  let wanted = none();
  let loaded: LoadedSources = { articles: new Map(), snippets: new Map() };
  const forget = (): void => {
    wanted = none();
  };
  return {
    async load({ clusters, uncited }) {
      const all = wanted;
      const items = clusters.flat();
      const isMissing = (known: ReadonlySet<number>) => (id: number) => !known.has(id);
      const articles = [...items.map(({ articleId }) => articleId), ...uncited];
      const snippets = items.flatMap(({ snippetId }) => snippetId ?? []);
      const missing: Ids = {
        articles: new Set(articles.filter(isMissing(all.articles))),
        snippets: new Set(snippets.filter(isMissing(all.snippets))),
      };
      if (missing.articles.size + missing.snippets.size === 0) return;
      const isFirst = all.articles.size === 0;
      for (const id of missing.articles) all.articles.add(id);
      for (const id of missing.snippets) all.snippets.add(id);
      try {
        const came = await request(missing);
        if (all !== wanted) return;
        // Until the first have come, the names from before are better than none.
        loaded = isFirst
          ? came
          : {
              articles: new Map([...loaded.articles, ...came.articles]),
              snippets: new Map([...loaded.snippets, ...came.snippets]),
            };
        onLoaded(loaded);
      } catch (error) {
        if (all === wanted) forget();
        throw error;
      }
    },
    forget,
  };
}

async function request(ids: Ids): Promise<LoadedSources> {
  const [articles, snippets] = await Promise.all([
    ids.articles.size === 0 ? [] : client.call('articles.summaries', { ids: [...ids.articles] }),
    ids.snippets.size === 0 ? [] : client.call('snippets.get', { ids: [...ids.snippets] }),
  ]);
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    snippets: new Map(snippets.map((snippet) => [snippet.id, snippet])),
  };
}
