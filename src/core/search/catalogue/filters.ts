/** Which articles a filter lets through, as a byte for each article id: 1 for yes. */
import type { Database } from '../../db/connect.ts';
import { foldName } from '../fold.ts';
import type { ArticleFilter } from '../query/ast.ts';
import { type Catalogue, MARK } from './catalogue.ts';
import { gradeOf } from './facts.ts';

export interface Filters {
  articlesWith: (filter: ArticleFilter) => Uint8Array;
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

  const byText = (column: 'publication' | 'language' | 'type', wanted: (text: string) => boolean) => {
    const passes = catalogue.texts.map((text) => text !== '' && wanted(text));
    return each((id) => passes[catalogue.columns[column][id]!]!);
  };
  const bySet = (column: 'tags' | 'collections', wanted: ReadonlySet<number>) => {
    const passes = catalogue.sets.map((ids) => ids.some((id) => wanted.has(id)));
    return each((id) => passes[catalogue.columns[column][id]!]!);
  };
  const byMark = (mark: number, value: boolean) =>
    each((id) => ((catalogue.columns.marks[id]! & mark) !== 0) === value);
  const each = (passes: (id: number) => boolean): Uint8Array => {
    const { marks } = catalogue.columns;
    const found = new Uint8Array(catalogue.articles);
    for (let id = 0; id < found.length; id += 1)
      if ((marks[id]! & MARK.exists) !== 0 && passes(id)) found[id] = 1;
    return found;
  };

  return {
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
        case 'tag': {
          const name = foldName(filter.value);
          const wanted = tags.all().filter((tag) => foldName(tag.name) === name);
          return bySet('tags', new Set(wanted.map(({ id }) => id)));
        }
        case 'collection':
          return bySet('collections', collectionsNamed(foldName(filter.value)));
        case 'grade':
          return each(gradeTest(catalogue, filter));
        case 'date':
          return each(dateTest(catalogue, filter));
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

function gradeTest(
  catalogue: Catalogue,
  { reliability, credibility }: Extract<ArticleFilter, { field: 'grade' }>,
): (id: number) => boolean {
  const [bestSource, worstSource] = reliability?.map(gradeOf) ?? [0, Infinity];
  const [bestItem, worstItem] = credibility ?? [0, Infinity];
  return (id) => {
    const grade = catalogue.columns.grade[id]!;
    const source = grade >> 4;
    const item = grade & 15;
    return source >= bestSource! && source <= worstSource! && item >= bestItem && item <= worstItem;
  };
}

/** A date as little precise as `2020` lies in `2020` and in `2019..2021`, not in `2020-03`. */
function dateTest(
  catalogue: Catalogue,
  { from, to }: Extract<ArticleFilter, { field: 'date' }>,
): (id: number) => boolean {
  const least = from === null ? -Infinity : dayNumber(from, 0);
  const most = to === null ? Infinity : dayNumber(to, 99);
  return (id) => {
    const day = catalogue.columns.day[id]!;
    return day !== 0 && day >= least && day <= most;
  };
}

function dayNumber(iso: string, missing: number): number {
  const [year, month, day] = iso.split('-');
  return Number(year) * 10_000 + Number(month ?? missing) * 100 + Number(day ?? missing);
}
