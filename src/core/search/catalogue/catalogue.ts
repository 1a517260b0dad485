/**
 * Facts of every article in memory, in columns by article id, and whose each passage is. Follows the index for
 * what was indexed, and the library itself for everything else, so that a change shows at once.
 */
import type { Database } from '../../db/connect.ts';
import { BLOCK_SIZE, type Entry, readBlocks } from './blocks.ts';
import { type ArticleFacts, createFactsReader } from './facts.ts';
import { createProfiles, type Profile, yearOf } from './profiles.ts';

/** Marks of an article, as bits. */
export const MARK = { exists: 1, starred: 2, read: 4, trashed: 8, cited: 16 } as const;

interface Columns {
  /** Passages of an article: `first` to before `first + count`. */
  first: Uint32Array;
  count: Uint32Array;
  /** As in facts.ts. */
  day: Int32Array;
  /** Numbers of texts in `texts`; 0 for none. */
  publication: Uint32Array;
  language: Uint32Array;
  type: Uint32Array;
  marks: Uint8Array;
  /** Reliability × 16 + credibility. */
  grade: Uint8Array;
  /** Numbers of sets in `sets`; 0 for the empty one. */
  tags: Uint32Array;
  collections: Uint32Array;
  /** Number of the article's profile (profiles.ts). */
  profile: Uint32Array;
}

export interface Catalogue {
  columns: Columns;
  /** The article of each passage; 0 where it belongs to none any more. */
  articleOf: Uint32Array;
  /** All article ids are below this, all passage numbers below `passages`. */
  articles: number;
  passages: number;
  /** Rises with every change. */
  revision: number;
  texts: readonly string[];
  sets: readonly (readonly number[])[];
  profiles: readonly Profile[];
  /** All article ids in the order of their dates, latest first, among equals the later id. */
  readonly newest: Uint32Array;
  /** Reads what changed. `passages` is how many the index has numbered. */
  refresh(state: { generation: number; followed: number; passages: number }): void;
}

export function createCatalogue(index: Database, library: Database): Catalogue {
  const facts = createFactsReader(library);
  const changedSince = library
    .prepare<[number], number>('SELECT article_id FROM article_change WHERE seq > ? ORDER BY seq')
    .pluck();
  const changedAmong = library
    .prepare<[number, number, number], number>(
      'SELECT article_id FROM article_change WHERE article_id BETWEEN ? AND ? AND seq > ?',
    )
    .pluck();
  const lastChange = library.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM article_change').pluck();
  const texts = createNumbers<string>((text) => text, '');
  const sets = createNumbers<readonly number[]>((ids) => ids.join(), []);
  const profiles = createProfiles();
  /** Null where a date changed since it was made. */
  let newest: Uint32Array | null = null;
  let generation = -1;
  /** The library's changes up to this one are in the columns. */
  let followed = 0;

  const self: Catalogue = {
    columns: createColumns(0),
    articleOf: new Uint32Array(0),
    articles: 0,
    passages: 0,
    revision: 0,
    texts: texts.values,
    sets: sets.values,
    profiles: profiles.all,
    get newest() {
      if (newest?.length !== self.articles) newest = inOrderOfDay(self.columns.day, self.articles);
      return newest;
    },
    refresh(state) {
      if (state.passages > self.articleOf.length)
        self.articleOf = grown(self.articleOf, withRoom(state.passages));
      self.passages = state.passages;
      const again: number[] = [];
      if (state.generation !== generation) {
        for (const { first, entries } of readBlocks(index, generation)) {
          makeRoom(first + BLOCK_SIZE);
          for (const [place, entry] of entries.entries()) setEntry(first + place, entry);
          // What the block was written with may be older than what was read from the library.
          if (state.followed < followed)
            again.push(...changedAmong.all(first, first + BLOCK_SIZE - 1, state.followed));
        }
        generation = state.generation;
        self.revision += 1;
      }
      const last = lastChange.get()!;
      const changed = last > followed ? changedSince.all(Math.max(followed, state.followed)) : [];
      for (const id of [...again, ...changed]) {
        // One that is not indexed yet cannot be found: its facts come with its block. Imports bring thousands.
        if (id >= self.articles || self.columns.count[id] === 0) continue;
        setFacts(id, facts.read(id));
        self.revision += 1;
      }
      followed = Math.max(last, state.followed);
    },
  };

  const makeRoom = (articles: number): void => {
    if (articles <= self.articles) return;
    self.articles = articles;
    if (articles > self.columns.day.length) self.columns = enlarged(self.columns, withRoom(articles));
  };

  const setEntry = (id: number, entry: Entry | null): void => {
    setPassages(id, entry?.first ?? 0, entry?.count ?? 0);
    setFacts(id, entry);
  };

  const setPassages = (id: number, first: number, count: number): void => {
    const { columns, articleOf } = self;
    const before = columns.first[id]!;
    if (before !== first || columns.count[id] !== count) {
      for (let doc = before, end = before + columns.count[id]!; doc < end; doc += 1)
        if (articleOf[doc] === id) articleOf[doc] = 0;
      columns.first[id] = first;
      columns.count[id] = count;
    }
    articleOf.fill(id, first, first + count);
  };

  const setFacts = (id: number, entry: ArticleFacts | null): void => {
    const { columns } = self;
    const day = entry?.day ?? 0;
    if (columns.day[id] !== day) newest = null;
    columns.day[id] = day;
    columns.publication[id] = texts.of(entry?.publication ?? '');
    columns.language[id] = texts.of(entry?.language ?? '');
    columns.type[id] = texts.of(entry?.type ?? '');
    columns.marks[id] = entry === null ? 0 : marksOf(entry);
    columns.grade[id] = entry === null ? 0 : entry.reliability * 16 + entry.credibility;
    columns.tags[id] = sets.of(entry?.tags ?? []);
    columns.collections[id] = sets.of(entry?.collections ?? []);
    columns.profile[id] = profiles.of({
      publication: columns.publication[id],
      year: yearOf(day),
      language: columns.language[id],
      type: columns.type[id],
      tags: columns.tags[id],
    });
  };
  return self;
}

function marksOf({ starred, read, trashed, cited }: ArticleFacts): number {
  return (
    MARK.exists |
    (starred ? MARK.starred : 0) |
    (read ? MARK.read : 0) |
    (trashed ? MARK.trashed : 0) |
    (cited ? MARK.cited : 0)
  );
}

/** Gives each different value a number; 0 is that of `none`. */
function createNumbers<T>(keyOf: (value: T) => string, none: T) {
  const values: T[] = [none];
  const numbers = new Map([[keyOf(none), 0]]);
  return {
    values: values as readonly T[],
    of(value: T): number {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

/** Numbers are sorted by themselves, without a function that compares: each holds day and id. */
function inOrderOfDay(day: Int32Array, articles: number): Uint32Array {
  const keys = new Float64Array(articles);
  for (let id = 0; id < articles; id += 1) keys[id] = -(day[id]! * ID_LIMIT + id);
  keys.sort();
  return Uint32Array.from(keys, (key) => -key - Math.floor(-key / ID_LIMIT) * ID_LIMIT);
}
/** Article ids are below: keys stay exact, a day having eight digits. */
const ID_LIMIT = 2 ** 26;

function createColumns(size: number): Columns {
  return {
    first: new Uint32Array(size),
    count: new Uint32Array(size),
    day: new Int32Array(size),
    publication: new Uint32Array(size),
    language: new Uint32Array(size),
    type: new Uint32Array(size),
    marks: new Uint8Array(size),
    grade: new Uint8Array(size),
    tags: new Uint32Array(size),
    collections: new Uint32Array(size),
    profile: new Uint32Array(size),
  };
}

function enlarged(columns: Columns, size: number): Columns {
  const larger = createColumns(size);
  for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(columns[name]);
  return larger;
}

function grown(column: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(column);
  return larger;
}

/** Room for what comes next, so that not every change copies. */
function withRoom(size: number): number {
  return Math.ceil(size * 1.125) + 1024;
}
