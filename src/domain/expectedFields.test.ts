import { expect, it } from 'vitest';
import type { CslItem } from './csl.ts';
import { missingFields } from './expectedFields.ts';

const missed = (type: CslItem['type'], filled: string[], printed?: string[]): string[] =>
  missingFields(
    type,
    (field) => filled.includes(field),
    (field) => printed === undefined || printed.includes(field),
  );

it('misses what citations usually have, one of several being enough', () => {
  expect(missed('report', ['title'])).toEqual(['author', 'issued']);
  expect(missed('report', ['title', 'publisher', 'issued'])).toEqual([]);
  expect(missed('personal_communication', ['author', 'issued'])).toEqual(['recipient']);
  expect(missed('graphic', [])).toEqual(['author', 'issued']);
});

it('misses only what is printed', () => {
  expect(missed('report', [], ['issued'])).toEqual(['issued']);
  expect(missed('report', ['publisher'], ['author', 'issued'])).toEqual(['author', 'issued']);
  expect(missed('webpage', [], ['publisher', 'accessed'])).toEqual(['publisher', 'accessed']);
  expect(missed('chapter', [], [])).toEqual([]);
});
