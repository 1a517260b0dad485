import { expect, test } from 'vitest';
import type { CitationsProgress, FormattedCluster } from '#domain/citation.ts';
import { installStandInHost } from './standInHost.ts';

installStandInHost();
const { createGathering } = await import('#renderer/features/brief/citationParts.ts');

const cluster = (text: string, noteNumber: number | null): FormattedCluster => ({
  inText: null,
  content: text === '' ? [] : [{ text }],
  noteNumber,
});
const asked = {
  styleId: 'chicago-notes',
  language: 'en',
  clusters: [[{ articleId: 3 }], [{ articleId: 1 }], [{ articleId: 2 }], [{ articleId: 4 }]],
  footnotes: [],
  uncited: [],
};
const list = [{ articleId: 1, content: [{ text: 'Kim.' }] }];
const part = (clusters: CitationsProgress['clusters'], isLast = false): CitationsProgress => ({
  styleClass: 'note',
  clusters,
  footnotes: [],
  missing: [],
  bibliography: isLast ? structuredClone(list) : null,
  run: isLast ? null : 1,
});

test('what has not come stays as it was, under the number that it has now', () => {
  // A note was put before two others, the second of which was itself still on its way.
  const before = [null, cluster('Kim.', 1), cluster('', 2), null];
  const gather = createGathering(asked, list, (at) => before[at]!);
  const first = gather(part([{ at: 0, cluster: cluster('Roe.', 1) }]));
  expect(first.formatted.clusters).toEqual([
    cluster('Roe.', 1),
    cluster('Kim.', 2),
    cluster('', 3),
    cluster('', 4),
  ]);
  expect(first.known).toEqual([true, true, false, false]);
  expect(first.formatted.bibliography).toBe(list);
  const last = gather(
    part(
      [1, 2, 3].map((at) => ({ at, cluster: cluster(`${at}`, at + 1) })),
      true,
    ),
  );
  expect(last.formatted.clusters.map(({ content }) => content[0]!.text)).toEqual(['Roe.', '1', '2', '3']);
  expect(last.known).toEqual([true, true, true, true]);
});

test('a list of sources that says the same is not drawn again', () => {
  const gather = createGathering({ ...asked, clusters: [] }, list, () => null);
  expect(gather(part([], true)).formatted.bibliography).toBe(list);
  const other = createGathering({ ...asked, clusters: [] }, [], () => null);
  expect(other(part([], true)).formatted.bibliography).toEqual(list);
});
