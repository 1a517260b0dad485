import { expect, it } from 'vitest';
import { referenceDate } from './dates.ts';

it.each([
  ['-0043', [[-44]]],
  ['-0043-03-15', [[-44, 3, 15]]],
  ['0000', [[-1]]],
  ['0079-08-24', [[79, 8, 24]]],
  ['-0057/-0051', [[-58], [-52]]],
])('reads the EDTF date %s, which counts a year 0, as CSL does, which does not', (text, parts) => {
  expect(referenceDate(text)).toEqual({ 'date-parts': parts });
});
