/// <reference lib="dom" />
/** Dossier's window as it is measured: opens briefs, and waits until nothing is under way that a key would share. */
import { expect, type Page } from '@playwright/test';
import { App } from '../../e2e/app.ts';
import { PRECISE_CLOCK } from './pages.ts';

/** A busy machine takes long over 50,000 words with 500 citations. */
const PATIENCE = { timeout: 120_000 };

/** Milliseconds without a question to the core after which none is expected. */
const QUIET = 1500;

export class Window {
  readonly page: Page;
  readonly #app: App;
  /** When the core was asked something last. */
  #asked = 0;

  private constructor(page: Page) {
    this.page = page;
    this.#app = new App(page);
    page.on('request', (request) => {
      if (request.url().includes('/op/')) this.#asked = performance.now();
    });
  }

  static async of(page: Page): Promise<Window> {
    // A page with a precise clock runs no thread without.
    const isTimed = (url: URL): boolean => url.pathname === '/' || url.pathname.includes('.worker-');
    await page.route(isTimed, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...PRECISE_CLOCK } });
    });
    await page.reload();
    return new Window(page);
  }

  /** Milliseconds from the click on its name to the frame that shows a brief of so many blocks. */
  async open(title: string, blocks: number): Promise<number> {
    await this.page.bringToFront();
    const switcher = this.page.locator('#brief-switcher');
    await switcher.click();
    const item = this.page.getByRole('menuitemradio', { name: new RegExp(`^${title} `) });
    await expect(item).toBeVisible();
    const opened = this.page.evaluate(timeOpening, blocks);
    await item.click();
    return opened;
  }

  /** Milliseconds from the beginning of a reload to the frame that shows the open brief. */
  async reload(blocks: number): Promise<number> {
    await this.page.bringToFront();
    await this.page.reload();
    return this.page.evaluate(timeReload, blocks);
  }

  /** Waits until all citations have their texts, what was changed is saved, and the core is asked nothing more. */
  async settle(citations: number): Promise<void> {
    await expect(this.#app.text).toBeVisible(PATIENCE);
    await this.page.waitForFunction(isFormatted, citations, PATIENCE);
    await this.saved();
    while (performance.now() - this.#asked < QUIET) await this.page.waitForTimeout(QUIET / 5);
  }

  async saved(): Promise<void> {
    await expect(this.page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved', PATIENCE);
  }

  /** Shows a panel beside the text, by the name of its tab; null shows none. */
  async panel(name: string | null): Promise<void> {
    await this.page.bringToFront();
    const toggle = this.page.getByRole('button', { name: /beside the text$/, expanded: name === null });
    if ((await toggle.count()) > 0) await toggle.click();
    if (name !== null) await this.page.getByRole('tab', { name, exact: true }).click();
  }
}

function timeOpening(blocks: number): Promise<number> {
  return new Promise((resolve) => {
    let start = 0;
    addEventListener('click', () => void (start = performance.now()), { capture: true, once: true });
    const look = (): void => {
      const shown = document.querySelector('[contenteditable="true"]')?.childElementCount ?? 0;
      if (start === 0 || shown < blocks) requestAnimationFrame(look);
      else setTimeout(() => resolve(performance.now() - start));
    };
    look();
  });
}

function timeReload(blocks: number): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const shown = document.querySelector('[contenteditable="true"]')?.childElementCount ?? 0;
      if (shown < blocks) requestAnimationFrame(look);
      else setTimeout(() => resolve(performance.now()));
    };
    look();
  });
}

function isFormatted(citations: number): boolean {
  const marks = [...document.querySelectorAll('[contenteditable="true"] [data-cite-key]')];
  const hasText = /: (?!details are missing$)/u;
  return (
    marks.length >= citations && marks.every((mark) => hasText.test(mark.getAttribute('aria-label') ?? ''))
  );
}
