import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS } from '../build/browser.ts';
import '../build/compileCache.ts';
import { installedBrowser } from '../src/web/browsers.ts';

const root = resolve(import.meta.dirname, '..');

/** What is waited for may take long where the machine has other work. Half of the shortest limit of a test. */
const POLL = { poll: { timeout: 30_000 } };

/** Tests that stand in for Electron or change the environment: no other file may see that. */
const PRETENDING = ['test/hosts/**/*.test.ts', 'test/contract/ipc.test.ts'];

export default defineConfig({
  root,
  test: {
    // Vitest leaves one processor idle otherwise: of two, half of them.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/e2e/**', 'src/editor/**', 'src/renderer/**', ...PRETENDING],
          setupFiles: ['test/setup.ts'],
          // A process for each file would load the same modules hundreds of times.
          isolate: false,
          expect: POLL,
          // A limit for what hangs, not for what is slow: the machine may have other work.
          testTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'hosts',
          environment: 'node',
          include: PRETENDING,
          setupFiles: ['test/setup.ts'],
          expect: POLL,
          testTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'renderer',
          environment: 'node',
          css: true,
          include: ['src/renderer/**/*.test.ts', 'src/editor/**/*.test.ts'],
          setupFiles: ['test/setup.ts'],
          expect: POLL,
          testTimeout: 60_000,
        },
      },
      {
        root,
        // Found before the first test: a package that is found later reloads the page in the middle of one.
        optimizeDeps: {
          entries: [
            'src/editor/**/*.ts',
            '!src/**/*.test.ts',
            'src/renderer/**/*.{ts,tsx}',
            'test/browser/**/*.{ts,tsx}',
          ],
          include: [
            'react',
            'react-dom/client',
            'react/jsx-runtime',
            'react/jsx-dev-runtime',
            // Found only when a test asks for them, which would reload the page under it.
            'micromark',
            'micromark-extension-gfm',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          // As those of the whole window: what passes at the second attempt is told, and is a fault to be found.
          retry: 1,
          testTimeout: 60_000,
          expect: POLL,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1100, height: 900 },
            provider: playwright({
              launchOptions: browserLaunchOptions(),
              // What moves is drawn by the processors that run the tests.
              contextOptions: { reducedMotion: 'reduce' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

/** The browser that `build/test.ts` found, else one that is installed, else Playwright's own. */
function browserLaunchOptions() {
  const path = process.env['DOSSIER_BROWSER'] ?? installedBrowser();
  return { ...(path === null ? {} : { executablePath: path }), args: [...CHROMIUM_FLAGS] };
}
