/** Pending suggestions in an exported brief: taken as accepted, or left out, and told of. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StoredNode } from '#domain/document/stored.ts';
import { exportLibrary, type ExportLibrary, HONG, KIM } from './library.ts';

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
  library.addSources(KIM, HONG);
});
afterAll(() => library.close());

const mark = (id: string) => ({ id, author: 'Ada', at: '2026-11-23T02:00:00.000Z' });
const text = (words: string): StoredNode => ({ type: 'text', version: 1, text: words });
const cite = (articleId: number): StoredNode => ({ type: 'citation', version: 1, items: [{ articleId }] });
const nodes: StoredNode[] = [
  {
    type: 'paragraph',
    version: 1,
    children: [
      text('The port '),
      { type: 'deletion', version: 1, mark: mark('a'), content: [text('is'), cite(1)] },
      { ...text('was'), $: { inserted: mark('a') } },
      text(' closed.'),
      { ...cite(2), $: { inserted: mark('b') } },
    ],
  },
];

it.each([
  [undefined, 'The port was closed.', '2 suggested changes are taken as accepted.'],
  ['rejected', 'closed.', '2 suggested changes are left out: the text is as it was before.'],
] as const)('exported with suggestions %s', async (suggestions, words, warning) => {
  const briefId = library.addBrief(nodes, { styleId: 'chicago-notes' });
  const file = await library.exporter.handlers['export.render']({ briefId, format: 'md', suggestions });
  const markdown = new TextDecoder().decode(file.bytes);
  expect(markdown).toContain(words);
  expect(markdown.includes('The port is')).toBe(suggestions === 'rejected');
  // A citation that is not in the text is neither numbered nor listed.
  expect(markdown.match(/^\[\^\d+\]:/gmu)).toHaveLength(1);
  expect(file.warnings).toEqual([warning]);
});
