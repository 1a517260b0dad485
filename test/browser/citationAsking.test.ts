import { expect, test } from 'vitest';
import type { CitationsProgress, ClusterText } from '#domain/citation.ts';
import { installStandInHost } from './standInHost.ts';

const host = installStandInHost();
const { createAsking } = await import('#renderer/features/brief/labels/asking.ts');
type Answer = Parameters<Parameters<ReturnType<typeof createAsking>>[3]>[0];

const text = (words: string): ClusterText => ({ inText: null, content: [{ text: words }] });
const entry = (articleId: number) => ({ articleId, content: [{ text: `Source ${articleId}.` }] });
const asked = {
  styleId: 'chicago-notes',
  language: 'en',
  clusters: [[{ articleId: 3 }], [{ articleId: 1 }]],
  footnotes: [],
  uncited: [],
};
const part = (
  answer: string,
  clusters: CitationsProgress['clusters'],
  bibliography: CitationsProgress['bibliography'],
): CitationsProgress => ({ answer, styleClass: 'note', footnotes: [], missing: [9], clusters, bibliography });

/** Asks once; the host answers with these parts. */
async function ask(
  asking: ReturnType<typeof createAsking>,
  parts: CitationsProgress[],
  isCurrent = () => true,
) {
  const answers: Answer[] = [];
  host.parts.push(...parts);
  await asking(
    asked,
    () => [0],
    isCurrent,
    (answer) => answers.push(answer),
  );
  return answers;
}

test('an answer is put together from what was there before and what came', async () => {
  const asking = createAsking();
  const [first, second] = await ask(asking, [
    part('a.1', [{ items: [text('Roe.'), null] }], null),
    part('a.2', [{ from: 0, count: 1 }, { items: [text('Kim.')] }], [{ items: [entry(1), entry(3)] }]),
  ]);
  expect([first!.clusters, first!.bibliography]).toEqual([[text('Roe.'), null], []]);
  expect(second!.clusters).toEqual([text('Roe.'), text('Kim.')]);
  expect(second!.bibliography).toEqual([entry(1), entry(3)]);

  // Told by the second; what stays is the same object, so that it is not drawn again.
  const [third] = await ask(asking, [
    part('a.3', [{ items: [text('Doe.')] }, { from: 1, count: 1 }], [{ from: 0, count: 2 }]),
  ]);
  expect(host.named).toEqual([null, 'a.1', 'a.2']);
  expect(third!.clusters[0]).toEqual(text('Doe.'));
  expect(third!.clusters[1]).toBe(second!.clusters[1]);
  expect(third!.bibliography).toBe(second!.bibliography);
  expect(third!.missing).toBe(second!.missing);
});

test('an answer that comes too late is not what later ones are told by', async () => {
  const asking = createAsking();
  host.named.length = 0;
  await ask(asking, [part('b.1', [{ items: [text('Roe.'), text('Kim.')] }], [{ items: [entry(1)] }])]);
  expect(await ask(asking, [part('b.2', [{ items: [text('late')] }], null)], () => false)).toEqual([]);
  const [last] = await ask(asking, [part('b.3', [{ from: 1, count: 1 }], [{ from: 0, count: 1 }])]);
  expect(host.named).toEqual([null, 'b.1', 'b.1']);
  expect(last!.clusters).toEqual([text('Kim.')]);
});

test('a host that forgot what it answered is asked in full', async () => {
  const asking = createAsking();
  await ask(asking, [part('c.1', [{ items: [text('Roe.'), text('Kim.')] }], [{ items: [entry(1)] }])]);
  host.named.length = 0;
  const [whole] = await ask(asking, []);
  expect(host.named).toEqual(['c.1', null]);
  expect(whole!.clusters).toHaveLength(2);
});
