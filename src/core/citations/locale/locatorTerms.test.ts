import { expect, it } from 'vitest';
import { readLocator, termReader } from '#domain/locators.ts';
import { locatorHandlers } from './locatorTerms.ts';

it('gives the terms of a language as its readers write them', async () => {
  const { 'locators.terms': terms } = locatorHandlers();
  const read = async (language: string, text: string) =>
    readLocator(text, termReader(await terms({ language })))?.label;
  expect(await read('de', 'S. 12')).toBe('page');
  expect(await read('de-AT', 'Abs. 3')).toBe('paragraph');
  expect(await read('fr', 'paragr. 3')).toBe('paragraph');
  expect(await read('ko', '단락 3')).toBe('paragraph');
  expect(await read('xx', 'p. 3')).toBe('page');
  expect(await read('en', 'preprint 3'), 'a type of source is no place').toBeUndefined();
});
