import { expect, it } from 'vitest';
import { CSL_TYPES } from './csl.ts';
import { groupSources, sourceLabels } from './sourceGroups.ts';

it('puts sources into sections and keeps their order in each', () => {
  const types = ['webpage', 'treaty', 'book', 'legislation', undefined, 'chapter', 'unheard-of'];
  const entries = types.map((type, place) => ({ type, place }));
  expect(
    groupSources(entries, ({ type }) => type).map(({ group, entries: found }) => [
      group,
      found.map(({ place }) => place),
    ]),
  ).toEqual([
    ['books', [2, 5]],
    ['law', [1, 3]],
    ['web', [0]],
    ['other', [4, 6]],
  ]);
});

it('finds a section for every type of CSL, and loses none', () => {
  const found = groupSources(CSL_TYPES, (type) => type).flatMap(({ entries }) => entries);
  expect(found.toSorted()).toEqual([...CSL_TYPES].toSorted());
});

it.each(['en', 'de-AT', 'es', 'fr', 'it', 'ja', 'ko-KR', 'nl', 'pt', 'tr', 'zh', 'xx'])(
  'names every section in %s',
  (language) => {
    const { sources, groups } = sourceLabels(language);
    const names = [sources, ...Object.values(groups)];
    expect(names.every((name) => typeof name === 'string' && name.trim() !== '')).toBe(true);
    expect(new Set(Object.values(groups)).size).toBe(9);
  },
);
