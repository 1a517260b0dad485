/** `dossier export --manifest` and `dossier verify` as a shell runs them. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const PROGRAM = join(resolve(import.meta.dirname, '../..'), 'build/dossier.mjs');
const MANIFEST = 'brief.txt.manifest.json';

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

let folder: string;
let exported: Outcome;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-verify-'));
  await dossier('sample', '--library', 'library');
  exported = await dossier('export', '1', '--library', 'library', '--out', 'brief.txt', '--manifest');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function dossier(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, NO_COLOR: '1', HOME: folder, XDG_DATA_HOME: folder, APPDATA: folder };
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env });
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => (outcome.out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (outcome.err += part));
  outcome.code = await new Promise((done) => child.on('close', done));
  return outcome;
}

it('names the manifest beside the file', () => {
  expect(exported.code).toBe(0);
  expect(exported.out).toContain(`Beside it ${join(folder, MANIFEST)}`);
});

it('says line by line what matches', async () => {
  const { code, out } = await dossier('verify', MANIFEST, '--library', 'library');
  expect(code).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toBe('matches    brief.txt: as it was exported');
  expect(lines.at(-1)).toBe('Everything matches.');
  expect(lines).toContainEqual(expect.stringMatching(/^matches {4}brief 1, “Keeping/u));
  const sources = lines.filter((line) => /^matches {4}source \d+, “.*”: original, text/u.test(line));
  expect(sources.length).toBeGreaterThan(5);
});

it('checks the files where there is no library', async () => {
  const { code, out } = await dossier('verify', MANIFEST);
  expect(code).toBe(0);
  expect(out).toContain('matches    brief.txt: as it was exported\nunchecked  brief, style and sources');
  expect(out).toContain('What could be checked matches. 1 of 2 could not be checked.');
});

it('says what does not match, with exit code 1', async () => {
  await writeFile(join(folder, 'brief.txt'), 'Other words.');
  const { code, out, err } = await dossier('verify', MANIFEST, '--library', 'library', '--json');
  expect([code, err]).toEqual([1, '']);
  const { checks, ...rest } = JSON.parse(out) as { checks: object[] };
  expect(rest).toEqual({ manifest: join(folder, MANIFEST), matches: false, unchecked: 0 });
  expect(checks[0]).toMatchObject({
    of: 'output',
    state: 'changed',
    message: expect.stringMatching(/^brief\.txt: was changed: SHA-256 was [0-9a-f]{64}, is [0-9a-f]{64}$/u),
  });
});
