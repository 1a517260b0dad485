/** The feature `citations`: formatted citations for the editor and for exports. */
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { Cited, FormattedCitations } from '#domain/citation.ts';
import { followRedirects } from '../articles/redirects.ts';
import { getSummaries } from '../articles/store.ts';
import type { CoreContext } from '../context.ts';
import { hasEnded, spawnLazily } from '../worker/spawn.ts';
import type { CitationsMethods } from './citations.worker.ts';
import type { FormatRequest } from './engine.ts';
import { citationKeyHandlers } from './keyHandlers.ts';
import { createStyles, type Styles } from './styleHandlers.ts';

interface CitationsRequest extends Cited {
  styleId: string;
  /** BCP 47. */
  language: string;
}

export interface Citations {
  handlers: Handlers<FeatureOperations<'citations'>>;
  /**
   * In the style that stands in for one that is not there. Rejects with `file_unreadable` where the file of an
   * installed style cannot be read, with `unavailable` where the thread ended.
   */
  format(request: CitationsRequest): Promise<FormattedCitations>;
  findOrFallback: Styles['findOrFallback'];
  close(): Promise<void>;
}

/** Answers kept: the brief at hand in the editor and in an export, and the one before. */
const MAX_ANSWERS = 8;

export function createCitations(context: CoreContext): Citations {
  const service = spawnLazily<CitationsMethods>('citations', null);
  const answers = new Map<string, Promise<FormattedCitations>>();
  const styles = createStyles(context, (request) => withItems(context, request));

  const format = async (request: CitationsRequest): Promise<FormattedCitations> => {
    const { source } = styles.findOrFallback(request.styleId).style;
    const full = { ...withItems(context, request), style: source };
    const { items, ...rest } = full;
    const key = JSON.stringify([rest, [...items]]);
    const known = answers.get(key);
    answers.delete(key);
    const answer = known ?? service.get().format(full);
    answers.set(key, answer);
    const oldest = answers.keys().next().value;
    if (answers.size > MAX_ANSWERS && oldest !== undefined) answers.delete(oldest);
    try {
      return await answer;
    } catch (error) {
      answers.delete(key);
      // A thread that ended is started anew by the next call.
      if (hasEnded(error)) await service.stop();
      throw error;
    }
  };

  return {
    handlers: {
      ...citationKeyHandlers(context),
      ...styles.handlers,
      'citations.format': format,
    },
    format,
    findOrFallback: styles.findOrFallback,
    async close() {
      await styles.close();
      await service.stop();
    },
  };
}

/** Adds the metadata of the cited articles, in the order of their ids. Articles that were merged are one source. */
function withItems(context: CoreContext, request: CitationsRequest): FormatRequest {
  const cited = request.clusters.flatMap((cluster) => cluster.map((cite) => cite.articleId));
  const named = [...new Set([...cited, ...request.uncited])];
  const ids = followRedirects(context.db, named);
  const idOf = new Map(named.map((id, index) => [id, ids[index]!]));
  const clusters = request.clusters.map((cluster) =>
    cluster.map((cite) => ({ ...cite, articleId: idOf.get(cite.articleId)! })),
  );
  const summaries = getSummaries(
    context.db,
    [...new Set(ids)].toSorted((a, b) => a - b),
  );
  const uncited = request.uncited.map((id) => idOf.get(id)!);
  return {
    ...request,
    clusters,
    uncited,
    items: new Map(summaries.map((article) => [article.id, article.csl])),
  };
}
