import { expect, it } from 'vitest';
import { nothingFound } from './found.ts';
import { offerStated } from './keys.ts';

function stated(values: Record<string, unknown>): object {
  const found = nothingFound();
  for (const [key, value] of Object.entries(values)) offerStated(found, key, value);
  return found.csl;
}

it('takes variables of CSL by their own names, and names with all their parts', () => {
  expect(
    stated({
      type: 'speech',
      'event-title': 'Harbour Forum',
      event_place: 'Oslo',
      'event-date': '2023-05-09',
      'container-author': 'Ada Roe',
      recipient: [{ family: 'Berg', 'non-dropping-particle': 'van der', given: 'Jan', suffix: 'Jr.' }],
      authority: 'Senate',
      'number-of-pages': 12,
    }),
  ).toEqual({
    type: 'speech',
    'event-title': 'Harbour Forum',
    'event-place': 'Oslo',
    'event-date': { 'date-parts': [[2023, 5, 9]] },
    'container-author': [{ family: 'Roe', given: 'Ada' }],
    recipient: [{ family: 'Berg', 'non-dropping-particle': 'van der', given: 'Jan', suffix: 'Jr.' }],
    authority: 'Senate',
    'number-of-pages': '12',
  });
});

it('leaves words alone that headers use for other things', () => {
  expect(stated({ status: 'published', note: 'x', references: 'y', version: '2', keyword: 'z' })).toEqual({});
});
