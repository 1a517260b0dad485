import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { eld } from 'eld/medium';
import { expect, it } from 'vitest';
import { syntheticArticles } from '#test/bench/library.ts';
import { languageModel } from './languageModel.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../../test/fixtures/import');

/** Pieces of all sizes: single words, part of a sentence, and more than is looked at. */
function pieces(text: string): string[] {
  return [8, 40, 300, 1000].flatMap((length) =>
    Array.from({ length: 12 }, (_none, at) => text.slice(at * 97, at * 97 + length)),
  );
}

it('tells every language as eld does', () => {
  const texts = [
    ...readdirSync(FIXTURES)
      .flatMap((name) => readdirSync(join(FIXTURES, name)).map((file) => join(FIXTURES, name, file)))
      .filter((path) => /\.(?:txt|md|html|json)$/u.test(path))
      .map((path) => readFileSync(path, 'utf8')),
    ...[...syntheticArticles(40)].map(({ content }) => content.text),
  ];
  const samples = texts.flatMap(pieces);
  const expected = samples.map((sample) => {
    const found = eld.detect(sample);
    return found.language === '' ? null : { code: found.language, reliable: found.isReliable() };
  });
  expect(new Set(expected.map((found) => found?.code)).size).toBeGreaterThan(8);
  for (const [at, sample] of samples.entries())
    expect(languageModel().detect(sample), sample).toEqual(expected[at]);
});
