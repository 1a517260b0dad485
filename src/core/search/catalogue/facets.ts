/** Counts articles by their properties, and keeps those that were chosen. */
import type { SearchOutput } from '#contract/search.ts';
import type { Database } from '../../db/connect.ts';
import type { Catalogue } from './catalogue.ts';

/** Values chosen in each facet; an empty list, as an absent one, is no choice. */
interface Choices {
  publications?: string[] | undefined;
  years?: number[] | undefined;
  languages?: string[] | undefined;
  types?: string[] | undefined;
  tags?: string[] | undefined;
}

type FacetCounts = SearchOutput['facets'];

export interface Facets {
  /** Articles that fit every choice, as a byte for each id; null where nothing was chosen. */
  chosen(choices: Choices): Uint8Array | null;
  /** Counts articles, given by id, by each property; each under the choices made in the others. */
  count(articles: Uint32Array, choices: Choices): FacetCounts;
}

/** The facets, in the order of their bits. */
const NAMES = ['publications', 'years', 'languages', 'types', 'tags'] as const;
/** Years beyond are no years that a library of articles is sorted by. */
const YEARS = 10_000;

export function createFacets(catalogue: Catalogue, library: Database): Facets {
  const tags = library.prepare<[], { id: number; name: string }>('SELECT id, name FROM tag');

  /** For each facet whether an article misses its choice; null where nothing was chosen in it. */
  const missesOf = (choices: Choices): ((id: number) => boolean)[] => {
    const { columns, texts, sets } = catalogue;
    const byText = (column: Uint32Array, wanted: readonly string[], valueOf = (text: string) => text) => {
      const misses = texts.map((text) => !wanted.includes(valueOf(text)));
      return (id: number) => misses[column[id]!]!;
    };
    const tests: Record<(typeof NAMES)[number], () => (id: number) => boolean> = {
      publications: () => byText(columns.publication, choices.publications!),
      languages: () => byText(columns.language, choices.languages!, primaryLanguage),
      types: () => byText(columns.type, choices.types!),
      years() {
        const wanted = new Set(choices.years);
        return (id) => !wanted.has(yearOf(columns.day[id]!) ?? Number.NaN);
      },
      tags() {
        const wanted = new Set(
          tags
            .all()
            .filter(({ name }) => choices.tags!.includes(name))
            .map(({ id }) => id),
        );
        const misses = sets.map((ids) => !ids.some((id) => wanted.has(id)));
        return (id) => misses[columns.tags[id]!]!;
      },
    };
    return NAMES.map((name) => ((choices[name]?.length ?? 0) === 0 ? NEVER : tests[name]()));
  };

  return {
    chosen(choices) {
      const misses = missesOf(choices).filter((test) => test !== NEVER);
      if (misses.length === 0) return null;
      const chosen = new Uint8Array(catalogue.articles).fill(1);
      for (const test of misses) for (let id = 0; id < chosen.length; id += 1) if (test(id)) chosen[id] = 0;
      return chosen;
    },
    count(articles, choices) {
      const { columns, texts, sets } = catalogue;
      const misses = missesOf(choices);
      const anyChoice = misses.some((test) => test !== NEVER);
      const publications = new Uint32Array(texts.length);
      const languages = new Uint32Array(texts.length);
      const types = new Uint32Array(texts.length);
      const tagSets = new Uint32Array(sets.length);
      const years = new Uint32Array(YEARS);
      for (let index = 0; index < articles.length; index += 1) {
        const id = articles[index]!;
        let missed = 0;
        if (anyChoice) {
          for (let facet = 0; facet < misses.length; facet += 1) if (misses[facet]!(id)) missed |= 1 << facet;
          // Missing two choices it counts nowhere.
          if ((missed & (missed - 1)) !== 0) continue;
        }
        if ((missed & ~1) === 0) publications[columns.publication[id]!]! += 1;
        if ((missed & ~2) === 0) {
          const year = yearOf(columns.day[id]!);
          if (year !== null) years[year]! += 1;
        }
        if ((missed & ~4) === 0) languages[columns.language[id]!]! += 1;
        if ((missed & ~8) === 0) types[columns.type[id]!]! += 1;
        if ((missed & ~16) === 0) tagSets[columns.tags[id]!]! += 1;
      }
      const names = new Map(tags.all().map(({ id, name }) => [id, name]));
      return {
        publications: mostFirst(textCounts(publications, texts)),
        years: yearCounts(years),
        languages: mostFirst(textCounts(languages, texts, primaryLanguage)),
        types: mostFirst(textCounts(types, texts)),
        tags: mostFirst(tagCounts(tagSets, sets, names)),
      };
    },
  };
}

const NEVER = (): boolean => false;

function yearOf(day: number): number | null {
  const year = Math.trunc(day / 10_000);
  return year > 0 && year < YEARS ? year : null;
}

/** `pt-br` is counted as `pt`. */
function primaryLanguage(tag: string): string {
  return tag.split('-')[0]!;
}

function textCounts(
  counts: Uint32Array,
  texts: readonly string[],
  valueOf: (text: string) => string = (text) => text,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const [number, text] of texts.entries())
    if (counts[number]! > 0 && text !== '') add(found, valueOf(text), counts[number]!);
  return found;
}

function tagCounts(
  counts: Uint32Array,
  sets: readonly (readonly number[])[],
  names: ReadonlyMap<number, string>,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const [number, ids] of sets.entries())
    if (counts[number]! > 0)
      for (const id of ids) {
        const name = names.get(id);
        if (name !== undefined) add(found, name, counts[number]!);
      }
  return found;
}

function add(counts: Map<string, number>, value: string, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

function mostFirst(counts: Map<string, number>): { value: string; count: number }[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Latest first. */
function yearCounts(counts: Uint32Array): { value: number; count: number }[] {
  const years = [];
  for (let value = YEARS - 1; value > 0; value -= 1)
    if (counts[value]! > 0) years.push({ value, count: counts[value]! });
  return years;
}
