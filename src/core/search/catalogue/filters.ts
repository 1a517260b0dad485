/** Which articles a filter lets through, as a byte for each article id: 1 for yes. */
import type { Database } from '../../db/connect.ts';
import { foldName } from '../fold.ts';
import type { ArticleFilter } from '../query/ast.ts';
import { type Catalogue, MARK } from './catalogue.ts';
import { gradeOf } from './facts.ts';

export interface Filters {
  articlesWith: (filter: ArticleFilter) => Uint8Array;
  /** Whether the library has a tag or a collection of that name, however it is written. */
  has: (kind: 'tag' | 'collection', name: string) => boolean;
}

export function createFilters(catalogue: Catalogue, library: Database): Filters {
  const tags = library.prepare<[], { id: number; name: string }>('SELECT id, name FROM tag');
  const collections = library.prepare<[], { id: number; parent: number | null; name: string }>(
    'SELECT id, parent_id AS parent, name FROM collection',
  );

  const collectionsNamed = (name: string): Set<number> => {
    const all = collections.all();
    const found = new Set(all.filter((row) => foldName(row.name) === name).map(({ id }) => id));
    // A collection is listed with its own; each round reaches one level deeper.
    for (let before = -1; before !== found.size;) {
      before = found.size;
      for (const { id, parent } of all) if (parent !== null && found.has(parent)) found.add(id);
    }
    return found;
  };

  const tagsNamed = (name: string): Set<number> =>
    new Set(
      tags
        .all()
        .filter((tag) => foldName(tag.name) === name)
        .map(({ id }) => id),
    );

  const byText = (column: 'publication' | 'language' | 'type', wanted: (text: string) => boolean) =>
    byNumber(
      column,
      catalogue.texts.map((text) => text !== '' && wanted(text)),
    );
  const bySet = (column: 'tags' | 'collections', wanted: ReadonlySet<number>) =>
    byNumber(
      column,
      catalogue.sets.map((ids) => ids.some((id) => wanted.has(id))),
    );
  const byMark = (mark: number, value: boolean) =>
    byNumber(
      'marks',
      BYTES.map((marks) => ((marks & mark) !== 0) === value),
    );
  /** By which numbers of a column pass. */
  const byNumber = (
    column: 'publication' | 'language' | 'type' | 'tags' | 'collections' | 'marks' | 'grade',
    passing: readonly boolean[],
  ): Uint8Array => {
    const { marks, [column]: numbers } = catalogue.columns;
    const passes = Uint8Array.from(passing, Number);
    const found = new Uint8Array(catalogue.articles);
    for (let id = 0; id < found.length; id += 1)
      found[id] = (marks[id]! & MARK.exists) === 0 ? 0 : passes[numbers[id]!]!;
    return found;
  };
  const byDay = (least: number, most: number): Uint8Array => {
    const { marks, day } = catalogue.columns;
    const found = new Uint8Array(catalogue.articles);
    for (let id = 0; id < found.length; id += 1) {
      const own = day[id]!;
      if (own >= least && own <= most && own !== 0 && (marks[id]! & MARK.exists) !== 0) found[id] = 1;
    }
    return found;
  };

  return {
    has: (kind, name) => (kind === 'tag' ? tagsNamed : collectionsNamed)(foldName(name)).size > 0,
    articlesWith(filter) {
      switch (filter.field) {
        case 'publisher': {
          const value = ` ${foldName(filter.value)} `;
          return byText('publication', (name) => ` ${foldName(name)} `.includes(value));
        }
        case 'language': {
          const value = filter.value.toLowerCase();
          return byText('language', (tag) => tag === value || tag.startsWith(`${value}-`));
        }
        case 'type':
          return byText('type', (type) => type === filter.value);
        case 'tag':
          return bySet('tags', tagsNamed(foldName(filter.value)));
        case 'collection':
          return bySet('collections', collectionsNamed(foldName(filter.value)));
        case 'grade':
          return byNumber('grade', BYTES.map(gradeTest(filter)));
        case 'date':
          return byDay(...daysOf(filter));
        case 'cited':
          return byMark(MARK.cited, filter.value);
        case 'starred':
          return byMark(MARK.starred, filter.value);
        case 'read':
          return byMark(MARK.read, filter.value);
        case 'trash':
          return byMark(MARK.trashed, filter.value);
        default:
          return filter satisfies never;
      }
    },
  };
}

const BYTES = Array.from({ length: 256 }, (_unused, byte) => byte);

/** Takes a grade as the catalogue has it. */
function gradeTest({
  reliability,
  credibility,
}: Extract<ArticleFilter, { field: 'grade' }>): (grade: number) => boolean {
  const [bestSource, worstSource] = reliability?.map(gradeOf) ?? [0, Infinity];
  const [bestItem, worstItem] = credibility ?? [0, Infinity];
  return (grade) => {
    const source = grade >> 4;
    const item = grade & 15;
    return source >= bestSource! && source <= worstSource! && item >= bestItem && item <= worstItem;
  };
}

/** A date as little precise as `2020` lies in `2020` and in `2019..2021`, not in `2020-03`. */
function daysOf({ from, to }: Extract<ArticleFilter, { field: 'date' }>): [least: number, most: number] {
  return [from === null ? -Infinity : dayNumber(from, 0), to === null ? Infinity : dayNumber(to, 99)];
}

function dayNumber(iso: string, missing: number): number {
  const [year, month, day] = iso.split('-');
  return Number(year) * 10_000 + Number(month ?? missing) * 100 + Number(day ?? missing);
}
