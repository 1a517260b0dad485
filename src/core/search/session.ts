/** An open index and library, as searches read them: everything in memory follows both files. */
import type { Database } from '../db/connect.ts';
import { openReadOnly } from '../db/connect.ts';
import type { LibraryFolder } from '../db/folder.ts';
import { createCatalogue, type Catalogue, MARK } from './catalogue/catalogue.ts';
import { createCollectionCounts } from './catalogue/collections.ts';
import { createFacets, type Facets } from './catalogue/facets.ts';
import { createFilters, type Filters } from './catalogue/filters.ts';
import { createHits, type Hits } from './hits.ts';
import { type Arena, createArena } from './rank/arena.ts';
import { createScorer, type Scorer } from './rank/bm25.ts';
import { createLeaves, type Leaves } from './rank/leaves.ts';
import { createPhraseReader } from './rank/phrases.ts';
import { createSegmentTasks } from './rank/segmentTasks.ts';
import { createSharedWork } from './rank/sharedWork.ts';
import { createListReader } from './segment/listReader.ts';
import { createSegments, type Segments } from './segment/segments.ts';
import { createTermList, type TermList } from './terms.ts';

export interface Session {
  /** Read only. */
  library: Database;
  catalogue: Catalogue;
  filters: Filters;
  facets: Facets;
  hits: Hits;
  /** Collections with how many of the articles, given by id, each holds itself; most first. */
  collections: (articles: Uint32Array) => { value: string; count: number }[];
  leaves: Leaves;
  /** Memory of the query at hand. */
  arena: Arena;
  scorer(): Scorer;
  /** Passages that belong to an article. */
  livePassages: () => number;
  /** Passages that hold a term, dead ones included. */
  dfOf: (term: string) => number;
  /** Articles that may be found, trashed ones or not; null where that is all of them. */
  visible: (trashed: boolean) => Uint8Array | null;
  /** All terms. While articles are being added it may lag behind. */
  terms(): TermList;
  /** Brings everything up to date, then runs `task` on one snapshot of the files. `revision` rises with every change. */
  read<T>(task: (revision: number) => T): T;
  /** The same for the sake of what it takes: all threads take part, however little there is to do. */
  rehearse<T>(task: (revision: number) => T): T;
  close(): void;
}

interface State {
  generation: number;
  followed: number;
  passages: number;
  live: number;
  tokens: number;
}

/** A list of terms is made anew when the passages grew by this share. */
const TERMS_LAG = 0.02;

export function openSession(folder: Pick<LibraryFolder, 'library' | 'search'>): Session {
  const index = openReadOnly(folder.search);
  let library: Database;
  try {
    library = openReadOnly(folder.library);
  } catch (error) {
    index.close();
    throw error;
  }
  index.pragma('cache_size = -65536');
  const readState = index.prepare<[], State>(
    'SELECT generation, followed, passages, live, tokens FROM state',
  );
  let state: State = { generation: -1, followed: 0, passages: 0, live: 0, tokens: 0 };

  const arena = createArena();
  const segments: Segments = createSegments(index);
  const lists = createListReader(index, arena, () => segments.lengths);
  const phrases = createPhraseReader(lists, arena);
  const work = createSharedWork(folder.search, createSegmentTasks(lists, phrases, arena));
  const catalogue = createCatalogue(index, library);
  const live = () => ({
    articleOf: catalogue.articleOf,
    passages: state.passages,
    articles: catalogue.articles,
    someDead: state.live < state.passages,
    average: averageLength(state),
  });
  const hits = createHits(index, library, catalogue);

  const scorer = kept(
    () => state.generation,
    () => createScorer({ passages: state.live, average: averageLength(state), lengths: segments.lengths }),
  );
  const visible = {
    untrashed: kept(
      () => catalogue.revision,
      () => visibleArticles(catalogue, false),
    ),
    all: kept(
      () => catalogue.revision,
      () => visibleArticles(catalogue, true),
    ),
  };
  let terms: { list: TermList; generation: number; passages: number } | null = null;

  const refresh = (): void => {
    const now = readState.get()!;
    if (now.generation !== state.generation) segments.refresh(now.passages);
    state = now;
    catalogue.refresh(state);
  };

  const read = index.transaction((task: (revision: number) => never) => {
    refresh();
    return task(catalogue.revision);
  }) as Session['read'];

  return {
    library,
    catalogue,
    filters: createFilters(catalogue, library),
    facets: createFacets(catalogue, library),
    hits,
    collections: createCollectionCounts(catalogue, library),
    leaves: createLeaves({
      segments,
      lists,
      phrases,
      each: (task, wanted) => work.each(task, wanted, segments.lengths),
      live,
      arena,
    }),
    arena,
    scorer,
    livePassages: () => state.live,
    dfOf(term) {
      let df = 0;
      for (const { dictionary } of segments.all) {
        const at = dictionary.find(term);
        if (at >= 0) df += dictionary.df(at);
      }
      return df;
    },
    visible: (trashed) => (trashed ? visible.all() : visible.untrashed()),
    terms() {
      const isOld =
        terms === null ||
        (terms.generation !== state.generation &&
          Math.abs(state.passages - terms.passages) >= terms.passages * TERMS_LAG);
      if (isOld)
        terms = {
          list: createTermList(segments.all.map(({ dictionary }) => dictionary)),
          generation: state.generation,
          passages: state.passages,
        };
      return terms!.list;
    },
    read,
    rehearse(task) {
      work.shareAll(true);
      try {
        return read(task);
      } finally {
        work.shareAll(false);
      }
    },
    close() {
      work.close();
      index.close();
      library.close();
    },
  };
}

/** Terms of a passage. */
function averageLength({ tokens, live }: State): number {
  return tokens / Math.max(1, live);
}

/** Null where every article that has passages may be found. */
function visibleArticles({ columns, articles }: Catalogue, trashed: boolean): Uint8Array | null {
  const bytes = new Uint8Array(articles);
  const wanted = trashed ? MARK.exists : MARK.exists | MARK.trashed;
  let hidden = false;
  for (let id = 0; id < articles; id += 1)
    if ((columns.marks[id]! & wanted) === MARK.exists) bytes[id] = 1;
    else if (columns.count[id]! > 0) hidden = true;
  return hidden ? bytes : null;
}

/** Makes a value anew when what it depends on changed. */
function kept<T>(dependsOn: () => number, make: () => T): () => T {
  let last: { at: number; value: T } | null = null;
  return () => {
    const at = dependsOn();
    if (last?.at !== at) last = { at, value: make() };
    return last.value;
  };
}
