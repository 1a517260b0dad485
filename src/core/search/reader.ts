/** Answers searches. Reads the index and the library; runs in a thread of its own. */
import { DossierError } from '#contract/errors.ts';
import type { OperationOutput, ParsedInput } from '#contract/index.ts';
import type { PassageHit, SearchOutput } from '#contract/search.ts';
import { isCorruption } from '../db/connect.ts';
import type { LibraryFolder } from '../db/folder.ts';
import type { ArticleFilter } from './query/ast.ts';
import { asTyped, parseQuery } from './query/parse.ts';
import { namesThatBegin } from './query/words.ts';
import { evaluate, type Evaluation } from './rank/evaluate.ts';
import { both } from './rank/lists.ts';
import { createRanking, type RankedList, type Ranking } from './rank/ranking.ts';
import { findRelated } from './related.ts';
import { rehearsal } from './rehearsal.ts';
import { openSession, type Session } from './session.ts';
import { complete } from './suggest/complete.ts';
import { didYouMean } from './suggest/didYouMean.ts';
import { unknownName } from './suggest/unknownName.ts';
import { createVocabulary, type Vocabulary } from './suggest/vocabulary.ts';
import { createSourcesToCite, type SourcesToCite } from './suggest/sourcesToCite.ts';

export type SearchInput = ParsedInput<'search.passages'>;
type RelatedInput = ParsedInput<'search.related'>;
type RelatedOutput = OperationOutput<'search.related'>;
type CompleteInput = ParsedInput<'search.complete'>;
type CompleteOutput = OperationOutput<'search.complete'>;
type SourcesInput = ParsedInput<'search.sources'>;
type SourcesOutput = OperationOutput<'search.sources'>;

/** All throw `library_corrupt` where the index is damaged. */
export interface SearchReader {
  search(input: SearchInput): SearchOutput;
  related(input: RelatedInput): RelatedOutput;
  complete(input: CompleteInput): CompleteOutput;
  sources(input: SourcesInput): SourcesOutput;
  /** Reads what searches need into memory and rehearses some, so that the first one is as quick as later ones. */
  warm(): Promise<void>;
  /** Closes the files; the next search opens them again. */
  release(): void;
}

/** Milliseconds between rehearsed searches, and without a question before the next one. */
const BREATH = 5;
const PAUSE = 400;

export function createSearchReader(folder: Pick<LibraryFolder, 'library' | 'search'>): SearchReader {
  let open: {
    session: Session;
    vocabulary: Vocabulary;
    sources: SourcesToCite;
    search: ReturnType<typeof createPassageSearch>;
  } | null = null;
  let lastAsked = -Infinity;

  const use = <T>(task: (using: NonNullable<typeof open>) => T): T => {
    try {
      if (open === null) {
        const session = openSession(folder);
        const vocabulary = createVocabulary(session);
        open = {
          session,
          vocabulary,
          sources: createSourcesToCite(session),
          search: createPassageSearch(session, vocabulary),
        };
      }
      return task(open);
    } catch (error) {
      if (!isCorruption(error)) throw error;
      throw new DossierError('library_corrupt', `The search index ${folder.search} is damaged.`, {
        cause: error,
      });
    }
  };

  return {
    search(input) {
      lastAsked = performance.now();
      return use(({ session, search }) => session.read((revision) => search.find(input, revision)));
    },
    related: (input) =>
      use(({ session, search }) =>
        session.read(() => {
          search.forget();
          return related(session, input);
        }),
      ),
    complete: ({ query, caret }) =>
      use(({ session, vocabulary, search }) =>
        session.read(() => {
          // Written forms are read in the memory of the query at hand.
          search.forget();
          return { items: complete(query, caret, { ...vocabulary, terms: session.terms() }) };
        }),
      ),
    sources(input) {
      lastAsked = performance.now();
      return use(({ session, sources, search }) =>
        session.read(() => {
          // Lists are read in the memory of the query at hand.
          search.forget();
          return { sources: sources.find(input) };
        }),
      );
    },
    async warm() {
      const inputs = use(({ session }) => session.read(() => rehearsal(session.terms())));
      const searches = inputs.map((input) => (): void => {
        use(({ session, search }) => session.rehearse((revision) => search.find(input, revision)));
      });
      const [first, second] = inputs;
      const typed = first === undefined ? [''] : ['', first.query.slice(0, 3), second!.query];
      const suggestions = typed.map((query) => (): void => {
        use(({ session, sources, search }) =>
          session.read(() => {
            search.forget();
            sources.find({ query, cited: [], limit: 12 });
          }),
        );
      });
      for (const rehearse of [...searches, ...suggestions]) {
        // Whoever asks meanwhile goes first, and is not held up while typing.
        do await new Promise((resolve) => setTimeout(resolve, BREATH));
        while (performance.now() - lastAsked < PAUSE);
        if (open === null) return;
        rehearse();
      }
    },
    release() {
      open?.session.close();
      open = null;
    },
  };
}

function createPassageSearch(session: Session, vocabulary: Vocabulary) {
  /** The last ranking is kept: further pages of a query, and other choices among its answers, need no new one. */
  let last: {
    query: string;
    asUnread: string;
    revision: number;
    ranking: Ranking | null;
    meant: SearchOutput['didYouMean'];
  } | null = null;
  let lastList: { key: string; list: RankedList; facets: SearchOutput['facets'] } | null = null;

  const forget = (): void => {
    last = null;
    lastList = null;
    session.arena.reset();
  };

  const rank = ({ query, asUnread = [] }: SearchInput, revision: number): NonNullable<typeof last> => {
    const unread = asUnread.join();
    if (last?.query !== query || last.revision !== revision || last.asUnread !== unread) {
      forget();
      last = {
        query,
        asUnread: unread,
        revision,
        ranking: rankQuery(session, query, asUnread),
        meant: didYouMean(query, {
          ...vocabulary,
          // The list may lag behind, and where all words are known it is not needed.
          get terms() {
            return session.terms();
          },
          holds: (term) => session.dfOf(term) > 0,
        }),
      };
    }
    return last;
  };

  const listOf = (ranking: Ranking, { offset: _o, limit: _l, group: _g, ...wish }: SearchInput) => {
    const key = JSON.stringify(wish);
    if (lastList?.key !== key) {
      const within = wish.articleIds === undefined ? null : bytesOf(wish.articleIds, session);
      const chosen = both(session.facets.chosen(wish), within);
      const counted = within === null ? ranking.articles : ranking.articles.filter((id) => within[id] === 1);
      lastList = {
        key,
        list: ranking.among(chosen, wish.sort),
        facets: session.facets.count(counted, wish),
      };
    }
    return lastList;
  };

  const find = (input: SearchInput, revision: number): SearchOutput => {
    const problem = parseQuery(input.query).problem ?? unknownName(input.query, session.filters.has);
    const { ranking, meant } = rank(input, revision);
    if (ranking === null) return { ...NOTHING, problem };
    const { hits } = session;
    const { words } = ranking.evaluation;
    const { list, facets } = listOf(ranking, input);
    const show = (docs: number[]): PassageHit[] =>
      docs.map((doc) => hits.passage(doc, words)).filter((hit) => hit !== null);
    const isByArticle = input.group === 'article';
    return {
      hits: isByArticle ? [] : show(list.pageOfPassages(input.offset, input.limit)),
      articles: isByArticle
        ? list.pageOfArticles(input.offset, input.limit).flatMap(({ id, count, docs }) => {
            const article = hits.article(id, words);
            return article === null ? [] : [{ ...article, count, passages: show(docs) }];
          })
        : [],
      total: isByArticle ? list.articles : list.passages,
      passages: list.passages,
      articleCount: list.articles,
      facets,
      problem,
      didYouMean: meant,
    };
  };

  return { find, forget };
}

const NOTHING: SearchOutput = {
  hits: [],
  articles: [],
  total: 0,
  passages: 0,
  articleCount: 0,
  facets: { publications: [], years: [], languages: [], types: [], tags: [] },
  problem: null,
  didYouMean: null,
};

/**
 * The words as they stand; only where nothing holds them, the last one as the beginning of a word, which is looked
 * for in titles and names first while it is very short.
 */
function rankQuery(session: Session, query: string, asUnread: readonly number[]): Ranking | null {
  const { root } = parseQuery(query);
  if (root === null) return null;
  const { catalogue, leaves, arena } = session;
  const context = {
    catalogue,
    leaves,
    arena,
    articlesWith(filter: ArticleFilter): Uint8Array {
      const bytes = session.filters.articlesWith(filter);
      if (filter.field === 'read')
        for (const id of asUnread) if (id < bytes.length) bytes[id] = filter.value ? 0 : 1;
      return bytes;
    },
    visible: session.visible,
  };
  const ranked = (evaluation: Evaluation): Ranking =>
    createRanking(evaluation, { catalogue, scorer: session.scorer(), arena });
  const ranking = ranked(evaluate(root, context));
  if (ranking.articles.length > 0) return ranking;
  const growing = asTyped(query);
  if (growing === null) return ranking;
  const names = namesThatBegin(growing);
  const named = names === null ? null : ranked(evaluate(names, context));
  return named !== null && named.articles.length > 0 ? named : ranked(evaluate(growing, context));
}

function related(session: Session, { text, excludeArticleIds = [], limit }: RelatedInput): RelatedOutput {
  const { catalogue, leaves, arena, hits } = session;
  const { docs, terms } = findRelated(text, excludeArticleIds, limit, {
    catalogue,
    leaves,
    arena,
    scorer: session.scorer(),
    passages: session.livePassages(),
    dfOf: session.dfOf,
    visible: session.visible(false),
  });
  const words = terms.map((term) => ({ kind: 'words' as const, terms: [term], prefix: false }));
  return { hits: docs.map((doc) => hits.passage(doc, words)).filter((hit) => hit !== null) };
}

function bytesOf(ids: readonly number[], { catalogue }: Session): Uint8Array {
  const bytes = new Uint8Array(catalogue.articles);
  for (const id of ids) bytes[id] = 1;
  return bytes;
}
