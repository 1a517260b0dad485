/** Playwright's `test`, after which no window is left open: that of a failed test is closed here, and told. */
import { test as base } from '@playwright/test';
import { closeLeft } from './hosts/index.ts';

export * from '@playwright/test';

export const test = base.extend<{ hosts: void }>({
  hosts: [
    // Playwright reads the fixtures that one needs from its first parameter.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await use();
      await closeLeft();
    },
    { auto: true },
  ],
});
