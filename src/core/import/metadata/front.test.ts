import { expect, it } from 'vitest';
import { plainBlock } from '../content/draft.ts';
import { nothingFound } from './found.ts';
import { withoutFront } from './front.ts';

it('takes title, name and date off a document whose paragraphs are all short', () => {
  const found = nothingFound();
  found.csl.title = 'Harbour dues and their reform';
  const text = plainBlock('paragraph', 'The dues were raised in 2019, and a second rise followed.');
  const blocks = [
    plainBlock('paragraph', 'Harbour dues and their reform'),
    plainBlock('paragraph', 'Anna Meier'),
    plainBlock('paragraph', '2023-05-04'),
    plainBlock('heading', 'Background', { level: 1 }),
    text,
  ];
  expect(withoutFront(blocks, found)).toEqual([blocks[3], text]);
  expect(found.csl).toMatchObject({
    author: [{ family: 'Meier', given: 'Anna' }],
    issued: { 'date-parts': [[2023, 5, 4]] },
  });
});
