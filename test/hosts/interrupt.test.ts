/** Ctrl-C, and a Node that is too old: what the launcher and the command line do together. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportReport } from '#contract/import.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = 1500;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-interrupt-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Run {
  out: string;
  code: number | null;
}

function run(args: string[], onStart?: (interrupt: () => void) => void): Promise<Run> {
  const child = spawn(process.execPath, [join(ROOT, 'build/dossier.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  onStart?.(() => child.kill('SIGINT'));
  return once(child, 'close').then(([code]) => ({ out, code: code as number | null }));
}

it('stops an import after the file at hand; what the report lists is in the library', async () => {
  const files = join(folder, 'files');
  const library = join(folder, 'library');
  await mkdir(files);
  for (let number = 0; number < FILES; number += 1)
    await writeFile(
      join(files, `${number}.txt`),
      `Report ${number}\n\nThe committee met ${number} times in the year and published its findings.\n`,
    );
  const interrupted = await run(['import', files, '--library', library, '--json'], (interrupt) => {
    const look = setInterval(() => {
      readdir(join(library, 'originals')).then(
        (kept) => {
          if (kept.length === 0) return;
          clearInterval(look);
          // A terminal and the launcher may deliver one Ctrl-C twice.
          interrupt();
          interrupt();
        },
        () => undefined,
      );
    }, 5);
  });
  expect(interrupted.code).toBe(130);
  const report = JSON.parse(interrupted.out) as ImportReport;
  expect(report.cancelled).toBe(true);
  expect(report.imported).toBeGreaterThan(0);
  expect(report.imported).toBeLessThan(FILES);

  const listed = await run(['articles', '--library', library, '--json']);
  expect(listed.code).toBe(0);
  expect(JSON.parse(listed.out) as unknown[]).toHaveLength(report.imported);
}, 120_000);

it('ends the web host in order, and gives the library free', async () => {
  const library = join(folder, 'library');
  const serving = spawn(
    process.execPath,
    [join(ROOT, 'build/dossier.mjs'), 'serve', '--library', library, '--port', '0', '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(serving.stdout, 'data');
  serving.kill('SIGINT');
  expect(await once(serving, 'close')).toEqual([0, null]);
  expect((await run(['articles', '--library', library, '--json'])).out).toBe('[]\n');
}, 120_000);

it('says what to do where Node is too old and the project brought none', async () => {
  // The launcher alone, as in a checkout before `npm ci`, told that it runs on an old Node.
  await mkdir(join(folder, 'build'));
  for (const name of ['dossier.mjs', 'node24.mjs'])
    await symlink(join(ROOT, 'build', name), join(folder, 'build', name));
  const child = spawn(
    process.execPath,
    [
      '--preserve-symlinks',
      '--preserve-symlinks-main',
      '--import',
      `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.11.0'})`,
      join(folder, 'build', 'dossier.mjs'),
      'articles',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part));
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(err).toMatch(/^Dossier needs Node 22\.18 or newer; .+ Run: npm ci\n$/);
});
