import { defineConfig } from '@playwright/test';
import { electronBinary } from '../../build/electronBinary.ts';

const electron = electronBinary() !== null;
if (!electron && process.env['TEST_WORKER_INDEX'] === undefined)
  console.log('Electron tests: not run, the Electron binary is not here');

/** Each project is one host: `hosts/index.ts` launches the one that the project is named after. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results/e2e',
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  forbidOnly: process.env['CI'] !== undefined,
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [{ name: 'web' }, ...(electron ? [{ name: 'electron' }] : [])],
});
