import { afterEach, expect, it } from 'vitest';
import { createRoot, type Root } from 'react-dom/client';
import type { ArticleSummary } from '#domain/article.ts';
import type { CslItem } from '#domain/csl.ts';
import { ArticleRow } from '#renderer/features/library/ArticleRow.tsx';

let root: Root;
let container: HTMLElement;
afterEach(() => {
  root.unmount();
  container.remove();
});

/** The row of an article with this metadata. */
async function draw(csl: CslItem): Promise<HTMLElement> {
  const article: ArticleSummary = {
    id: 1,
    versionId: 1,
    title: csl.title,
    csl,
    unconfirmed: [],
    issuedNotBefore: null,
    excerpt: false,
    addedAt: '2026-01-01T00:00:00Z',
    words: 10,
    starred: false,
    read: true,
    trashed: false,
    grade: { reliability: null, credibility: null },
    tags: [],
  };
  const nothing = (): void => undefined;
  container = document.createElement('div');
  container.setAttribute('role', 'listbox');
  document.body.append(container);
  root = createRoot(container);
  root.render(
    <ArticleRow
      id="row"
      article={article}
      sort="added"
      top={0}
      position={1}
      total={1}
      active={false}
      selected={false}
      shown={false}
      onClick={nothing}
      onDragStart={nothing}
    />,
  );
  await expect.poll(() => container.textContent).toContain(csl.title);
  return container;
}

it.each<[string, CslItem['issued']]>([
  ['c. 1987', { 'date-parts': [[1987]], circa: true }],
  ['Spring 2023', { 'date-parts': [[2023]], season: 1 }],
])('tells the date %s as the reader does', async (words, issued) => {
  const row = await draw({ type: 'report', title: 'A report', issued });
  expect(row.textContent.replaceAll('\u00A0', ' ')).toContain(words);
});

it('draws title and publication in the language that they are in', async () => {
  const title = '海底ケーブル';
  const row = await draw({ type: 'webpage', title, 'container-title': '蒼海通信', language: 'ja' });
  expect([...row.querySelectorAll('[lang=ja]')].map(({ textContent }) => textContent)).toEqual([
    title,
    '蒼海通信',
  ]);
});
