import { expect, it } from 'vitest';
import { pageLabels } from './labels.ts';

it.each([
  ['takes what the file states', ['i', 'ii', '1'], [null, null, '1'], ['i', 'ii', '1']],
  ['takes the signs around a stated number off', ['- 1 -', '(2)'], [null, null], ['1', '2']],
  ['counts where a stated label is empty', ['A-1', ''], [null, null], ['A-1', '2']],
  ['prefers printed numbers to labels that only count', ['1', '2'], ['233', '234'], ['233', '234']],
  [
    'counts pages before the first number in Roman numerals',
    null,
    [null, null, '1', '2'],
    ['i', 'ii', '1', '2'],
  ],
  ['counts where nothing is printed', null, [null, null], ['1', '2']],
])('%s', (_what, stated, printed, labels) => {
  expect(pageLabels(stated, printed)).toEqual(labels);
});
