import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRoot, type Root } from 'react-dom/client';
import type { SearchStatus } from '#contract/search.ts';
import { installStandInHost } from './standInHost.ts';

const host = installStandInHost();
const { NothingFound } = await import('#renderer/features/search/NothingFound.tsx');
const { NO_FILTERS } = await import('#renderer/features/search/searchState.ts');

let root: Root;
let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
  document.body.append(container);
  root = createRoot(container);
});
afterEach(() => {
  root.unmount();
  container.remove();
});

const whole: SearchStatus = { indexed: 9, total: 9, ready: true, state: 'ready' };

it('does not say of a library that is being indexed that it holds nothing', async () => {
  host.indexed = { indexed: 3, total: 9, ready: false, state: 'building' };
  root.render(
    <NothingFound
      found={{
        wish: { text: 'lang:tr', filters: NO_FILTERS, sort: 'best', group: 'passage' },
        total: 0,
        passages: 0,
        articleCount: 0,
        facets: { publications: [], years: [], languages: [], types: [], tags: [] },
        problem: null,
        didYouMean: null,
      }}
    />,
  );
  const heading = (): string | undefined => container.querySelector('h2, h3')?.textContent;
  await expect.poll(heading).toBe('Nothing found so far');
  expect(container.textContent).not.toContain('no article, has');
  host.emit('search.indexed', whole);
  await expect.poll(heading).toBe('Nothing found');
});
