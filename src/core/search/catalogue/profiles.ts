/**
 * Articles that all facets count alike share a profile: facets look at profiles, of which there are few, instead
 * of at articles.
 */

/** What facets count; texts and sets by their numbers in the catalogue. */
export interface Profile {
  publication: number;
  /** 0 for none. */
  year: number;
  language: number;
  type: number;
  /** The set of tags. */
  tags: number;
}

export interface Profiles {
  readonly all: readonly Profile[];
  /** The number of a profile: its place in `all`. */
  of(profile: Profile): number;
}

/** Years beyond are no years that a library of articles is sorted by. */
export const YEARS = 10_000;

/** The year of a day as in facts.ts; 0 for none. */
export function yearOf(day: number): number {
  const year = Math.trunc(day / 10_000);
  return year > 0 && year < YEARS ? year : 0;
}

/** Numbers of texts are below: two of them and a year make an exact key. */
const TEXTS = 2 ** 19;

export function createProfiles(): Profiles {
  const all: Profile[] = [];
  // Numbers as keys, in two steps: a string for each article would be most of the time that opening takes.
  const numbers = new Map<number, Map<number, number>>();
  return {
    all,
    of(profile) {
      const { publication, year, language, type, tags } = profile;
      const outer = (publication * TEXTS + language) * YEARS + year;
      const inner = type * TEXTS + tags;
      let known = numbers.get(outer);
      if (known === undefined) numbers.set(outer, (known = new Map<number, number>()));
      let number = known.get(inner);
      if (number === undefined) {
        number = all.push(profile) - 1;
        known.set(inner, number);
      }
      return number;
    },
  };
}
