/** Publication and year of every indexed article in memory, for filters and facets. */
import type { Database } from '../db/connect.ts';

export interface Filters {
  publications?: string[] | undefined;
  years?: number[] | undefined;
}

interface Facets {
  publications: { value: string; count: number }[];
  years: { value: number; count: number }[];
}

export interface Catalogue {
  /** Reads what changed in the index since the last time. */
  refresh(): void;
  /** Whether an article passes the filters. */
  test(filters: Filters): (articleId: number) => boolean;
  /** Counts articles by publication, most first, and by year, latest first; each under the other filter. */
  facets(articleIds: ArrayLike<number>, filters: Filters): Facets;
}

/** Whether the filters leave anything out; an empty list is no filter. */
export function isFiltered({ publications = [], years = [] }: Filters): boolean {
  return publications.length > 0 || years.length > 0;
}

interface Entry {
  publication: string | null;
  year: number | null;
}

export function createCatalogue(index: Database): Catalogue {
  const changed = index.prepare<[number], Entry & { id: number; seq: number }>(
    'SELECT id, seq, publication, year FROM article WHERE seq > ? ORDER BY seq',
  );
  const entries = new Map<number, Entry>();
  let seq = 0;

  const passes = <K extends keyof Entry>(
    field: K,
    values: Entry[K][] | undefined,
  ): ((entry: Entry) => boolean) => {
    if (values === undefined || values.length === 0) return () => true;
    const wanted = new Set(values);
    return (entry) => wanted.has(entry[field]);
  };

  return {
    refresh() {
      for (const { id, seq: at, publication, year } of changed.iterate(seq)) {
        entries.set(id, { publication, year });
        seq = at;
      }
    },
    test({ publications, years }) {
      const publication = passes('publication', publications);
      const year = passes('year', years);
      return (id) => {
        const entry = entries.get(id);
        return entry !== undefined && publication(entry) && year(entry);
      };
    },
    facets(articleIds, { publications, years }) {
      const publication = passes('publication', publications);
      const year = passes('year', years);
      const byPublication = new Map<string, number>();
      const byYear = new Map<number, number>();
      for (let index = 0; index < articleIds.length; index += 1) {
        const entry = entries.get(articleIds[index]!);
        if (entry === undefined) continue;
        if (entry.publication !== null && year(entry)) add(byPublication, entry.publication);
        if (entry.year !== null && publication(entry)) add(byYear, entry.year);
      }
      return {
        publications: toCounts(byPublication).toSorted(
          (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
        ),
        years: toCounts(byYear).toSorted((a, b) => b.value - a.value),
      };
    },
  };
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toCounts<T>(counts: Map<T, number>): { value: T; count: number }[] {
  return [...counts].map(([value, count]) => ({ value, count }));
}
