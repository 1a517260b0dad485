import { expect, it } from 'vitest';
import type { Inline } from '#domain/document/ast.ts';
import { wantsSpaceBefore } from './citationSpace.ts';

const text = (value: string): Inline => ({ type: 'text', text: value, marks: [] });
const citation: Inline = { type: 'citation', items: [{ articleId: 1 }] };

it.each<[before: Inline, wanted: boolean]>([
  [text('as he said'), true],
  [text('as he said.'), true],
  [text('as he said '), false],
  [text('(see'), true],
  [text('('), false],
  [text('1965–'), false],
  [text('と述べた'), false],
  [text('と述べた。'), false],
  [text('라고 말했다.'), true],
  [citation, true],
  [{ type: 'link', url: 'https://example.org', children: [text('there')] }, true],
  [{ type: 'break' }, false],
])('behind %j: %j', (before, wanted) => {
  expect(wantsSpaceBefore([before, citation], 1)).toBe(wanted);
});

it('puts none at the beginning', () => {
  expect(wantsSpaceBefore([citation], 0)).toBe(false);
});
