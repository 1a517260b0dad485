import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readManifest, checkFiles } from './verify.ts';

const HASH = 'a'.repeat(64);
const OUTPUT = { path: 'brief.md', bytes: 1, sha256: HASH };
const GOOD = {
  type: 'dossier-manifest',
  version: 1,
  app: { name: 'Dossier', version: '0.1.0' },
  brief: { id: 1, title: 'T', revision: 0, updatedAt: '', version: null, sha256: HASH },
  options: { format: 'md' },
  output: OUTPUT,
  beside: [],
  style: { id: 'apa', title: 'APA', sha256: HASH },
  template: null,
  sources: [],
  missing: [],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-manifest-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(value: unknown): Promise<string> {
  const path = join(folder, 'x.manifest.json');
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

it.each([
  ['no JSON', 'words', /is no manifest of an export: it holds no JSON/u],
  ['nothing', 'null', /does not say that it is one/u],
  ['other JSON', [1], /does not say that it is one/u],
  ['a newer one', { ...GOOD, version: 2 }, /was written by a newer Dossier/u],
  ['a broken one', { ...GOOD, output: { ...OUTPUT, sha256: 'x' } }, /output\.sha256 is not as it should be/u],
])('says what is wrong with %s', async (_what, value, message) => {
  await expect(readManifest(await written(value))).rejects.toThrow(message);
});

it('says that there is none, and that a folder is none', async () => {
  await expect(readManifest(join(folder, 'gone.json'))).rejects.toThrow(/There is no manifest .*gone\.json/u);
  await expect(readManifest(folder)).rejects.toThrow(/is no file: name the manifest itself/u);
});

it.each(['../brief.md', '/etc/passwd', 'a/../../brief.md', '..', '.'])(
  'reads nothing where it names a file outside of its folder: %s',
  async (path) => {
    const manifest = await readManifest(await written({ ...GOOD, beside: [{ ...OUTPUT, path }] }));
    await expect(checkFiles(folder, manifest)).rejects.toThrow(
      `names a file outside of its folder, ${JSON.stringify(path)}: nothing was read`,
    );
  },
);

it('follows no link out of the folder', async () => {
  const home = join(folder, 'home');
  await mkdir(home);
  await writeFile(join(folder, 'outside.md'), 'x');
  await symlink(join(folder, 'outside.md'), join(home, 'brief.md'));
  const manifest = await readManifest(await written(GOOD));
  expect(await checkFiles(home, manifest)).toEqual([
    { of: 'output', state: 'missing', message: 'brief.md: is not beside the manifest' },
  ]);
});
