/// <reference lib="dom" />
/** The window under axe (WCAG 2.2 A and AA), in both themes. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** At the edges of a popover: they hand the focus on at once, and are there only while it is open. */
const FOCUS_GUARDS = '[data-base-ui-focus-guard]';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface Audit {
  /** What axe found at any look: the screen, its theme, the rule and the element. */
  faults: string[];
  /** Runs axe over the screen as it is, in the light theme and in the dark one. */
  look: (screen: string) => Promise<void>;
}

/** Parts of the window that match a selector of `exclude` are not looked at. */
export async function audit(page: Page, exclude: string[] = []): Promise<Audit> {
  const source = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  const faults: string[] = [];
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return {
    faults,
    async look(screen) {
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        const violations = await page.evaluate(violationsNow, {
          exclude: [FOCUS_GUARDS, ...exclude],
          rules: RULES,
        });
        for (const { rule, html } of violations)
          faults.push(`${screen}, ${colorScheme}: ${rule} at ${html.slice(0, 200)}`);
      }
    },
  };
}

/** Runs in the window. Colours that still change would be measured half-way. */
async function violationsNow({ exclude, rules }: { exclude: string[]; rules: string[] }) {
  await Promise.allSettled(
    document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
      .map((animation) => animation.finished),
  );
  const injected = (window as unknown as { axe: typeof axe }).axe;
  const { violations } = await injected.run({ exclude }, { runOnly: rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html })));
}
