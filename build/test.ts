/** Runs every test: gets a browser, builds, then vitest and Playwright. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { ensureBuilt } from './bundle.ts';
import { ROOT } from './node24.mjs';

interface Outcome {
  name: string;
  passed: boolean;
  seconds: number;
}

/** Arguments, for instance a part of a file's name, go on to both runners. Sets the exit code. */
export async function test(args: string[]): Promise<void> {
  let browser: string;
  try {
    browser = findBrowser((line) => console.log(line));
    await ensureBuilt((line) => console.log(line));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return;
  }
  const env = { ...process.env, DOSSIER_BROWSER: browser };
  // With a filter one of the runners may well have nothing to do.
  const vitestArgs = args.length > 0 ? ['--passWithNoTests', ...args] : [];
  const playwrightArgs = args.length > 0 ? ['--pass-with-no-tests', ...args] : [];
  const outcomes = [
    await run(
      'vitest',
      'vitest/vitest.mjs',
      ['run', '--config', 'test/vitest.config.ts', ...vitestArgs],
      env,
    ),
    await run(
      'playwright',
      '@playwright/test/cli.js',
      ['test', '-c', 'test/e2e/playwright.config.ts', ...playwrightArgs],
      env,
    ),
  ];
  console.log('\nTests');
  for (const { name, passed, seconds } of outcomes)
    console.log(`  ${name.padEnd(12)}${passed ? 'passed' : 'FAILED'}  ${seconds} s`);
  process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
}

async function run(
  name: string,
  program: string,
  args: string[],
  env: Record<string, string | undefined>,
): Promise<Outcome> {
  const began = Date.now();
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  const passed = await new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
  return { name, passed, seconds: Math.round((Date.now() - began) / 1000) };
}
