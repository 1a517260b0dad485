/**
 * From a key in the search box to results on the screen, in the real window, on a synthetic library. Needs a
 * build. `DOSSIER_BENCH_ARTICLES` and `DOSSIER_BENCH_CACHE` are those of the search benchmark.
 */
import type { Page } from '@playwright/test';
import { closeBrowser, launchWeb } from '../e2e/hosts/index.ts';
import { openBenchCore, temporaryFolder } from './core.ts';
import { syntheticLibrary } from './library.ts';
import { printRows, timeEach } from './measure.ts';
import { createRandom } from './random.ts';
import { word } from './words.ts';

const ARTICLES = Number((process.env['DOSSIER_BENCH_ARTICLES'] ?? '10000').split(',').at(-1));
const WORDS = 12;

export async function benchKeystroke(): Promise<void> {
  const library = syntheticLibrary(process.env['DOSSIER_BENCH_CACHE'] ?? temporaryFolder(), ARTICLES);
  const core = await openBenchCore(library);
  while (!(await core.call('search.status', {})).ready)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await core.close();

  const host = await launchWeb({ library });
  const { page } = host;
  try {
    const box = page.getByRole('combobox', { name: 'Search the library' });
    await box.click();
    await box.fill(word(100));
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    const random = createRandom(11);
    const ours: number[] = [];
    for (let count = 0; count < WORDS; count += 1) {
      await box.fill('');
      for (const letter of word(random.integer(20, 20_000))) {
        const painted = await press(page, letter);
        if (painted !== null) ours.push(painted);
      }
    }
    const floor = await timeEach(Array.from({ length: 40 }), () =>
      page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))),
    );
    printRows(`From key to painted results, ${ARTICLES.toLocaleString()} articles`, [
      { what: 'a letter in the search box', ours, floor, floorIs: 'a frame of the same window' },
    ]);
  } finally {
    await host.close();
    await closeBrowser();
  }
}

/** Milliseconds from the key to the first frame that shows other results; null where they stay as they were. */
async function press(page: Page, key: string): Promise<number | null> {
  const painted = page.evaluate(
    () =>
      new Promise<number | null>((resolve) => {
        let start = 0;
        const began = (): void => {
          start = performance.now();
        };
        addEventListener('keydown', began, { capture: true, once: true });
        const observer = new MutationObserver((changes) => {
          const isResult = ({ target }: MutationRecord): boolean =>
            (target instanceof Element ? target : target.parentElement)?.closest('[role="listbox"]') !== null;
          if (start === 0 || !changes.some(isResult)) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => {
          observer.disconnect();
          resolve(null);
        }, 2000);
      }),
  );
  await page.keyboard.press(key);
  return painted;
}
