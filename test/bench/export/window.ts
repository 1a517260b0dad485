/// <reference lib="dom" />
/** The pages beside the text in the real window: from the last key to the words on the page. Needs a build. */
import { join } from 'node:path';
import { App } from '../../e2e/app.ts';
import { closeBrowser, launchWeb } from '../../e2e/hosts/index.ts';
import { openBenchCore, temporaryFolder } from '../core.ts';
import { syntheticLibrary } from '../library.ts';
import { BRIEFS, briefOf, SOURCES } from './texts.ts';

export interface LivePreviewTimes {
  /** Milliseconds from opening the panel to the first pages, in a brief that was never set. */
  first: number;
  /** From the last key of a word to that word on the page, the pause that is waited for included. */
  words: number[];
}

/** Types words in the middle of a brief, with a pause behind each. */
export async function livePreview(key: keyof typeof BRIEFS, runs: number): Promise<LivePreviewTimes> {
  const library = syntheticLibrary(join(temporaryFolder(), `window-${key}`), SOURCES);
  const core = await openBenchCore(library);
  const { name: title } = BRIEFS[key];
  await core.call('briefs.create', { title, styleId: 'chicago-notes', document: briefOf(BRIEFS[key]) });
  await core.close();
  const host = await launchWeb({ library });
  try {
    const { page } = host;
    await new App(page).openBrief(title);
    await page.getByTestId('save-state').waitFor();
    // A block in the middle has to be in view to be clicked.
    const block = page.locator('[data-testid=brief-text] > p').nth(Math.floor(runs / 2) + 20);
    await block.click();
    await page.keyboard.press('Home');
    const start = performance.now();
    await page.keyboard.press('ControlOrMeta+Alt+p');
    await page.locator('article[data-page] canvas').first().waitFor();
    const first = performance.now() - start;
    await page.keyboard.press('Escape');
    const words: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const word = `typed${run}`;
      const shown = page.evaluate(whenShown, word);
      await page.keyboard.type(`${word} `, { delay: 40 });
      const time = await shown;
      // The first word sets all of the ids of the blocks.
      if (run > 0) words.push(time);
      await page.waitForTimeout(1500);
    }
    return { first, words };
  } finally {
    await host.close();
    await closeBrowser();
  }
}

/** In the page: milliseconds from the last key before it to when the page with `word` was drawn. */
function whenShown(word: string): Promise<number> {
  let last = 0;
  const key = (): void => {
    last = performance.now();
  };
  addEventListener('keydown', key, true);
  /** When each page was drawn last: its text, by which it is known, comes after that. */
  const drawn = new Map<Element, number>();
  return new Promise((resolve) => {
    const observer = new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        if ([...addedNodes].some((added) => added instanceof HTMLCanvasElement && added.isConnected))
          if (![...addedNodes].some((added) => added instanceof HTMLDivElement))
            drawn.set((target as Element).closest('article')!, performance.now());
      const shown = [...drawn.keys()].find((page) => page.textContent.includes(word));
      if (shown === undefined) return;
      observer.disconnect();
      removeEventListener('keydown', key, true);
      resolve(drawn.get(shown)! - last);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}
