/** What `npm start` decides, on machines of all kinds. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserCandidates, hasDisplay } from '#web/browsers.ts';
import { chooseLaunch } from '#web/window.ts';
import { isStale } from '../../build/bundle.ts';
import { chooseHost, type Facts, RETRY_AFTER_MS } from '../../build/chooseHost.ts';
import { electronBinary } from '../../build/electronBinary.ts';
import { isNewEnough, ROOT } from '../../build/node24.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = async (path: string, content = '', time?: number): Promise<string> => {
  const full = join(folder, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, content);
  if (time !== undefined) await utimes(full, time, time);
  return full;
};

describe('the host', () => {
  const facts: Facts = {
    platform: 'linux',
    env: {},
    display: true,
    electron: '/e/electron',
    failedAt: null,
    now: 10 * RETRY_AFTER_MS,
    asRoot: false,
  };
  it('is Electron where its program and a display are here', () => {
    expect(chooseHost(facts)).toEqual({ host: 'electron', program: '/e/electron', flags: [], notes: [] });
  });
  it('gives up the sandbox only as root, and says so', () => {
    expect(chooseHost({ ...facts, asRoot: true })).toMatchObject({
      flags: ['--no-sandbox'],
      notes: [expect.stringContaining('root')],
    });
    expect(chooseHost({ ...facts, asRoot: true, platform: 'darwin' })).toMatchObject({ flags: [] });
  });
  it('is the web host where that is asked for or nothing can be shown, without a download', () => {
    expect(chooseHost({ ...facts, env: { DOSSIER_HOST: 'web' } })).toMatchObject({ host: 'web' });
    expect(chooseHost({ ...facts, electron: null, display: false })).toEqual({
      host: 'web',
      why: 'there is no display for its window',
    });
  });
  it('is looked for once a day', () => {
    const missing = { ...facts, electron: null };
    expect(chooseHost(missing)).toEqual({ host: 'fetch' });
    expect(chooseHost({ ...missing, failedAt: facts.now - 1000 })).toMatchObject({ host: 'web' });
    expect(chooseHost({ ...missing, failedAt: facts.now - RETRY_AFTER_MS })).toEqual({ host: 'fetch' });
  });
});

describe("Electron's program", () => {
  it('is here once its installer has finished', async () => {
    const program = await put('node_modules/electron/dist/electron');
    expect(electronBinary(folder, {}, 'linux')).toBeNull();
    await put('node_modules/electron/path.txt', 'electron');
    expect(electronBinary(folder, {}, 'linux')).toBe(program);
  });
  it('may be elsewhere', async () => {
    const program = await put('own/electron');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'own') };
    expect(electronBinary(folder, env, 'linux')).toBe(program);
    expect(electronBinary(folder, env, 'win32')).toBeNull();
  });
});

describe('a build', () => {
  const outputs = ['main/index.js', 'main/web.js', 'main/cli.js', 'main/core.worker.js'];
  const build = async (time: number): Promise<void> => {
    for (const path of [...outputs, 'preload/index.cjs', 'renderer/index.html'])
      await put(join('out', path), '', time);
  };
  beforeEach(async () => {
    await put('src/core/a.ts', '', 1000);
    await put('electron.vite.config.ts', '', 1000);
    await put('package-lock.json', '', 1000);
  });

  it('is needed where there is none or a part is missing', async () => {
    expect(isStale(folder)).toBe(true);
    await build(2000);
    expect(isStale(folder)).toBe(false);
    await rm(join(folder, 'out/main/web.js'));
    expect(isStale(folder)).toBe(true);
  });
  it('is needed where a source is newer, but for tests', async () => {
    await build(2000);
    await put('src/core/a.test.ts', '', 3000);
    expect(isStale(folder)).toBe(false);
    await put('src/renderer/deep/b.tsx', '', 3000);
    expect(isStale(folder)).toBe(true);
  });
  it('is what the command runs, unless the sources are newer', async () => {
    for (const name of ['dossier.mjs', 'node24.mjs', 'bundle.ts'])
      await copyFile(join(ROOT, 'build', name), await put(`build/${name}`));
    const source = await put('src/cli/index.ts', "console.log('sources');", 1000);
    await build(2000);
    await put('out/main/cli.js', "console.log('bundle');", 2000);
    const command = async (): Promise<string> => {
      const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'build/dossier.mjs')]);
      return stdout.trim();
    };
    expect(await command()).toBe('bundle');
    await utimes(source, 3000, 3000);
    expect(await command()).toBe('sources');
  });
});

describe('Node', () => {
  it.each([
    ['v20.19.0', false],
    ['22.17.9', false],
    ['22.18.0', true],
    ['24.21.0', true],
  ])('%s is new enough: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });
});

describe('the window of the web host', () => {
  const machine = { platform: 'linux' as const, env: { DISPLAY: ':0' }, home: '/home/ana' };
  const url = 'http://127.0.0.1:1/?open=x';

  it('is an app window with a profile of its own', () => {
    const launch = chooseLaunch(url, machine, '/usr/bin/chromium', false)!;
    expect(launch).toMatchObject({ command: '/usr/bin/chromium', own: true });
    expect(launch.args).toContain(`--app=${url}`);
    expect(launch.args).toContain('--user-data-dir=/home/ana/.cache/dossier/browser');
    expect(launch.args).not.toContain('--no-sandbox');
  });
  it('goes without the sandbox as root only, and says so', () => {
    const launch = chooseLaunch(url, machine, '/usr/bin/chromium', true)!;
    expect(launch.args).toContain('--no-sandbox');
    expect(launch.message).toContain('root');
  });
  it('is where a snap may write', () => {
    const launch = chooseLaunch(url, machine, '/snap/bin/chromium', false)!;
    expect(launch.args).toContain('--user-data-dir=/home/ana/snap/chromium/common/dossier');
  });
  it('is left to the system where no such browser is installed', () => {
    const command = (platform: NodeJS.Platform): string | undefined =>
      chooseLaunch(url, { ...machine, platform }, null, false)?.command;
    expect([command('linux'), command('darwin'), command('win32')]).toEqual(['xdg-open', 'open', 'rundll32']);
  });
  it('is not opened where there is no display', () => {
    expect(chooseLaunch(url, { ...machine, env: { DISPLAY: '' } }, '/usr/bin/chromium', false)).toBeNull();
    expect(hasDisplay({ ...machine, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ ...machine, platform: 'win32', env: {} })).toBe(true);
  });
});

describe('installed browsers', () => {
  it('are looked for on the path, Chrome first, never in the current folder', () => {
    const found = browserCandidates({ platform: 'linux', env: { PATH: '/a::/b:.' }, home: '/h' });
    expect(found.slice(0, 2)).toEqual(['/a/google-chrome', '/b/google-chrome']);
    expect(found).toContain('/b/chromium');
    expect(found.every((path) => path.startsWith('/'))).toBe(true);
  });
  it('are looked for where macOS and Windows have them', () => {
    expect(browserCandidates({ platform: 'darwin', env: {}, home: '/Users/ana' })).toContain(
      '/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium',
    );
    const windows = browserCandidates({ platform: 'win32', env: { ProgramFiles: 'P' }, home: 'C' });
    expect(windows).toContain(join('P', 'Microsoft', 'Edge', 'Application', 'msedge.exe'));
  });
});
