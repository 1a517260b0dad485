import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFiles, CONTENT_SECURITY_POLICY, defaultLibrary, openBundle } from '../index.ts';

describe('the default library', () => {
  const home = '/home/ana';
  it('is the folder named by DOSSIER_LIBRARY', () => {
    expect(defaultLibrary({ env: { DOSSIER_LIBRARY: '/l' }, platform: 'win32', home })).toBe('/l');
  });
  it('is in the documents, or in the data folder on Linux', () => {
    expect(defaultLibrary({ env: {}, platform: 'darwin', home })).toBe('/home/ana/Documents/Dossier');
    expect(defaultLibrary({ env: {}, platform: 'linux', home })).toBe('/home/ana/.local/share/dossier');
    expect(defaultLibrary({ env: { XDG_DATA_HOME: '/d' }, platform: 'linux', home })).toBe('/d/dossier');
  });
  it('ignores a relative XDG_DATA_HOME, as the specification asks', () => {
    const env = { DOSSIER_LIBRARY: '', XDG_DATA_HOME: 'd' };
    expect(defaultLibrary({ env, platform: 'linux', home })).toBe('/home/ana/.local/share/dossier');
  });
});

describe('the bundle', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dossier-bundle-'));
    await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'renderer', 'index.html'), '<p>');
    await writeFile(join(folder, 'renderer', 'assets', 'a b.js'), '1');
    await symlink(join(folder, 'secret.txt'), join(folder, 'renderer', 'link.txt'));
    await symlink(folder, join(folder, 'renderer', 'up'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('finds its files, with their media types', async () => {
    const bundle = openBundle(join(folder, 'renderer'));
    expect(await bundle.find('/')).toEqual({
      path: join(folder, 'renderer', 'index.html'),
      mediaType: 'text/html; charset=utf-8',
    });
    expect(await bundle.find('/assets/a%20b.js')).toMatchObject({
      mediaType: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%2e%2e%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/%',
    '/link.txt',
    '/up/secret.txt',
    '/assets',
    '/assets/',
    '',
  ])('finds nothing at %j', async (path) => {
    expect(await openBundle(join(folder, 'renderer')).find(path)).toBeNull();
  });

  it('finds the files of a new build once the page is asked for', async () => {
    const bundle = openBundle(join(folder, 'renderer'));
    await bundle.find('/');
    await writeFile(join(folder, 'renderer', 'new.css'), '');
    expect(await bundle.find('/new.css')).toBeNull();
    await bundle.find('/');
    expect(await bundle.find('/new.css')).not.toBeNull();
  });

  it('is empty where there was no build', async () => {
    expect(await openBundle(join(folder, 'nowhere')).find('/')).toBeNull();
  });
});

it('knows its own version and folders', () => {
  expect(appFiles()).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    resources: expect.stringMatching(/resources$/),
  });
});

it('lets no foreign script, frame or form in', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/\*|https?:|unsafe-eval/);
  const inline = CONTENT_SECURITY_POLICY.split('; ').filter((rule) => rule.includes('unsafe-inline'));
  expect(inline).toEqual(["style-src-attr 'unsafe-inline'"]);
});
