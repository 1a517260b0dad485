/// <reference lib="dom" />
/** An editor under measurement, in a page of its own of one browser. */
import type { CDPSession, Page } from '@playwright/test';
import {
  installRecorder,
  type KeyTimes,
  lastKey,
  type Place,
  placeCaret,
  timeListeners,
  timeSaves,
  watchText,
} from './recorder.ts';

/** Milliseconds between a painted frame and the next key. */
const REST = 20;

/** Processor time of a page's main thread, in milliseconds. */
export interface Processor {
  script: number;
  /** Styles and layout. */
  layout: number;
  /** Everything, drawing and these two included. */
  all: number;
}

export interface Typed {
  keys: (KeyTimes & { listeners: number })[];
  /** Of each key, on average. */
  processor: Processor;
}

interface BenchPage {
  benchTake: (html: string) => void;
  benchOpen: () => void;
}

export class Rival {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<Rival> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Rival(page, session);
  }

  /** Hands a text to the page of another editor. */
  async take(html: string): Promise<void> {
    await this.page.evaluate((text) => (window as unknown as BenchPage).benchTake(text), html);
  }

  /** Shows the text that was taken last; milliseconds to the frame that shows it. */
  async open(): Promise<number> {
    await this.page.bringToFront();
    return this.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() => {
            const start = performance.now();
            (window as unknown as BenchPage).benchOpen();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
          });
        }),
    );
  }

  /** To be called for each text anew; `isDossier` times its listeners and saves too. */
  async watch(isDossier: boolean): Promise<void> {
    const isNew = await this.page.evaluate(() => window.bench === undefined);
    if (isNew) await this.page.evaluate(installRecorder);
    await this.page.evaluate(watchText);
    if (!isDossier) return;
    if (isNew) await this.page.evaluate(timeSaves);
    await this.page.evaluate(timeListeners);
  }

  async placeCaret(place: Place): Promise<void> {
    await this.page.bringToFront();
    await this.page.evaluate(placeCaret, place);
  }

  /** Presses keys by their names, each once the one before is painted. */
  async press(keys: readonly string[]): Promise<Typed> {
    const times: Typed['keys'] = [];
    const before = await this.#processor();
    for (const key of keys) {
      await this.page.keyboard.press(key);
      times.push(await this.page.evaluate(lastKey));
      await this.page.waitForTimeout(REST);
    }
    const after = await this.#processor();
    const each = (part: keyof Processor): number => (after[part] - before[part]) / keys.length;
    return { keys: times, processor: { script: each('script'), layout: each('layout'), all: each('all') } };
  }

  /** Megabytes of JavaScript objects that are still reached. */
  async heap(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    return (await this.#metrics())('JSHeapUsedSize') / 2 ** 20;
  }

  async #processor(): Promise<Processor> {
    const seconds = await this.#metrics();
    return {
      script: seconds('ScriptDuration') * 1000,
      layout: (seconds('LayoutDuration') + seconds('RecalcStyleDuration')) * 1000,
      all: seconds('TaskDuration') * 1000,
    };
  }

  async #metrics(): Promise<(name: string) => number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return (name) => metrics.find((metric) => metric.name === name)!.value;
  }
}
