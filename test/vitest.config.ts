import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/e2e/**', 'src/editor/**', 'src/renderer/**'],
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: { name: 'renderer', environment: 'node', css: true, include: ['src/renderer/**/*.test.ts'] },
      },
      {
        root,
        optimizeDeps: {
          entries: ['src/editor/**/*.ts', 'src/renderer/**/*.{ts,tsx}', 'test/browser/**/*.{ts,tsx}'],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1100, height: 900 },
            provider: playwright({ launchOptions: browserLaunchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

/** The browser that `build/test.mjs` found, else the system's Chromium, else Playwright's own. */
function browserLaunchOptions() {
  const path = process.env['DOSSIER_BROWSER'] ?? '/usr/bin/chromium';
  return {
    ...(existsSync(path) ? { executablePath: path } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
