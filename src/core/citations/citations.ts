/** The feature `citations`: formatted citations for the editor and for exports. */
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { Cited, FormattedCitations } from '#domain/citation.ts';
import { followRedirects } from '../articles/redirects.ts';
import { getMetadataJson, getSummaries } from '../articles/store.ts';
import type { CoreContext } from '../context.ts';
import { hasEnded, spawnLazily } from '../worker/spawn.ts';
import { createSourceChecker } from './checks/checks.ts';
import type { CitationsMethods } from './citations.worker.ts';
import { citationKeyHandlers } from './keys/keyHandlers.ts';
import { createQuestions } from './questions.ts';
import { createReceiver, type SentRequest } from './sentRequest.ts';
import { createStyles, type Styles } from './styles/styleHandlers.ts';

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
  /** Those that briefs can be set in. */
  styles: Pick<Styles, 'find' | 'list'>;
  close(): Promise<void>;
}

export function createCitations(context: CoreContext): Citations {
  const service = spawnLazily<CitationsMethods>('citations', null);
  const styles = createStyles(context, (request) => createReceiver()(withItems(context, request)));

  const asked = (request: CitationsRequest): SentRequest => ({
    ...withItems(context, request),
    style: styles.findOrFallback(request.styleId).style.source,
  });

  /** A thread that ended is started anew by the next call. */
  const answered = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (hasEnded(error)) await service.stop();
      throw error;
    }
  };

  // The engine keeps what it has formatted: to ask twice costs little.
  const format = (request: CitationsRequest): Promise<FormattedCitations> =>
    answered(service.get().format(asked(request)));
  const check = createSourceChecker();
  const questions = createQuestions();

  return {
    handlers: {
      ...citationKeyHandlers(context),
      ...styles.handlers,
      'citations.check': ({ styleId, language, ids }) =>
        check(styles.findOrFallback(styleId).style.source, language, getSummaries(context.db, ids)),
      'citations.formatSoon': async ({ first, known, clusters: changes, ...request }) => {
        const clusters = questions.read(known, changes);
        const progress = await answered(service.get().soon(asked({ ...request, clusters }), first, known));
        questions.keep(progress.answer, clusters);
        return progress;
      },
      'citations.formatMore': async ({ answer, first }) => {
        const progress = await answered(service.get().more(answer, first));
        questions.keep(progress.answer, questions.read(answer, null));
        return progress;
      },
    },
    format,
    findOrFallback: styles.findOrFallback,
    styles,
    async close() {
      await styles.close();
      await service.stop();
    },
  };
}

/** Adds the metadata of the cited articles, in the order of their ids. Articles that were merged are one source. */
function withItems(context: CoreContext, request: CitationsRequest): SentRequest {
  const cited = request.clusters.flatMap((cluster) => cluster.map((cite) => cite.articleId));
  const named = [...new Set([...cited, ...request.uncited])];
  const ids = followRedirects(context.db, named);
  const idOf = new Map(named.map((id, index) => [id, ids[index]!]));
  const clusters = request.clusters.map((cluster) =>
    cluster.map((cite) => ({ ...cite, articleId: idOf.get(cite.articleId)! })),
  );
  const items = getMetadataJson(
    context.db,
    [...new Set(ids)].toSorted((a, b) => a - b),
  );
  const uncited = request.uncited.map((id) => idOf.get(id)!);
  const isCited = new Set(cited.map((id) => idOf.get(id)!));
  const listedAs = new Map<number, number[]>();
  for (const [index, listed] of request.uncited.entries()) {
    const id = uncited[index]!;
    if (!isCited.has(id)) listedAs.set(id, [...(listedAs.get(id) ?? []), listed]);
  }
  return {
    ...request,
    clusters,
    uncited,
    listedAs,
    items,
  };
}
