/** Counts articles by their properties, and keeps those that were chosen. */
import type { SearchOutput } from '#contract/search.ts';
import type { Database } from '../../db/connect.ts';
import type { Catalogue } from './catalogue.ts';
import { type Profile, YEARS } from './profiles.ts';

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

export function createFacets(catalogue: Catalogue, library: Database): Facets {
  const tags = library.prepare<[], { id: number; name: string }>('SELECT id, name FROM tag');

  /** For each profile the choices that it misses, as bits in the order of the facets; null where nothing was chosen. */
  const missesOf = (choices: Choices): Uint8Array | null => {
    const { texts, sets, profiles } = catalogue;
    const byText = (name: 'publication' | 'language' | 'type', wanted: readonly string[], valueOf = same) => {
      const misses = texts.map((text) => !wanted.includes(valueOf(text)));
      return (profile: Profile) => misses[profile[name]]!;
    };
    const tests: Record<(typeof NAMES)[number], () => (profile: Profile) => boolean> = {
      publications: () => byText('publication', choices.publications!),
      languages: () => byText('language', choices.languages!, primaryLanguage),
      types: () => byText('type', choices.types!),
      years() {
        const wanted = new Set(choices.years);
        return ({ year }) => year === 0 || !wanted.has(year);
      },
      tags() {
        const wanted = new Set(
          tags
            .all()
            .filter(({ name }) => choices.tags!.includes(name))
            .map(({ id }) => id),
        );
        const misses = sets.map((ids) => !ids.some((id) => wanted.has(id)));
        return (profile) => misses[profile.tags]!;
      },
    };
    const chosen = NAMES.filter((name) => (choices[name]?.length ?? 0) > 0);
    if (chosen.length === 0) return null;
    const misses = new Uint8Array(profiles.length);
    for (const name of chosen) {
      const test = tests[name]();
      const bit = 1 << NAMES.indexOf(name);
      for (const [number, profile] of profiles.entries()) if (test(profile)) misses[number]! |= bit;
    }
    return misses;
  };

  return {
    chosen(choices) {
      const misses = missesOf(choices);
      if (misses === null) return null;
      const { profile } = catalogue.columns;
      const chosen = new Uint8Array(catalogue.articles);
      for (let id = 0; id < chosen.length; id += 1) if (misses[profile[id]!] === 0) chosen[id] = 1;
      return chosen;
    },
    count(articles, choices) {
      const { columns, texts, sets, profiles } = catalogue;
      const counts = new Uint32Array(profiles.length);
      for (let index = 0; index < articles.length; index += 1)
        counts[columns.profile[articles[index]!]!]! += 1;

      const misses = missesOf(choices);
      const publications = new Uint32Array(texts.length);
      const languages = new Uint32Array(texts.length);
      const types = new Uint32Array(texts.length);
      const tagSets = new Uint32Array(sets.length);
      const years = new Uint32Array(YEARS);
      for (const [number, profile] of profiles.entries()) {
        const count = counts[number]!;
        const missed = misses === null ? 0 : misses[number]!;
        // Missing two choices it counts nowhere.
        if (count === 0 || (missed & (missed - 1)) !== 0) continue;
        if ((missed & ~1) === 0) publications[profile.publication]! += count;
        if ((missed & ~2) === 0) years[profile.year]! += count;
        if ((missed & ~4) === 0) languages[profile.language]! += count;
        if ((missed & ~8) === 0) types[profile.type]! += count;
        if ((missed & ~16) === 0) tagSets[profile.tags]! += count;
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

const same = (text: string): string => text;

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
