import { defineConfig } from '@playwright/test';
import '../../build/compileCache.ts';
import { electronBinary } from '../../build/electronBinary.ts';

const electron = electronBinary() !== null;
if (!electron && process.env['TEST_WORKER_INDEX'] === undefined)
  console.log('Electron tests: not run, the Electron binary is not here');

/** Each project is one host: `hosts/index.ts` launches the one that the project is named after. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  globalSetup: './globalSetup.ts',
  outputDir: '../../test-results/e2e',
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./windowReporter.ts']],
  // What passes at the second attempt is told as flaky, with the window of the first: it is a fault to be found.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  // Failed tests leave a picture and the tree of roles; traces of all tests would take a fifth more (`--trace on`).
  use: { screenshot: 'only-on-failure' },
  projects: [{ name: 'web' }, ...(electron ? [{ name: 'electron' }] : [])],
});
