/** The Electron host against a stand-in of the `electron` module. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IPC_CALL, IPC_EVENT } from '#contract/bridge.ts';
import { DossierError } from '#contract/errors.ts';
import { MENU_COMMANDS } from '#contract/menu.ts';
import type { Core, CoreOptions } from '#core/index.ts';
import { runApp } from '#main/app.ts';
import { flush } from '#main/ipc.ts';
import { electronPorts } from '#main/ports.ts';
import { isAppUrl, serveApp } from '#main/protocol.ts';
import {
  electron,
  type FakeBrowserWindow,
  type RecordedItem,
  resetStandIn,
  standIn,
} from './electronStandIn.ts';
import { type FakeCore, fakeCore } from './fakeCore.ts';

vi.mock('electron', async () => (await import('./electronStandIn.ts')).electron);

let folder: string;
let core: FakeCore;
const env = { ...process.env };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-electron-'));
  resetStandIn();
  standIn.app.paths = { userData: join(folder, 'profile'), documents: join(folder, 'documents') };
  process.env['DOSSIER_LIBRARY'] = join(folder, 'library');
  core = fakeCore({ 'app.info': () => 'info' });
});
afterEach(async () => {
  process.env = { ...env };
  await rm(folder, { recursive: true });
});

const start = async (options: CoreOptions): Promise<Core> => {
  standIn.log.push(`open ${options.library}`);
  const close = core.close.bind(core);
  core.close = async () => {
    standIn.log.push('core closed');
    await close();
  };
  return core;
};

async function run(): Promise<FakeBrowserWindow> {
  await runApp(start);
  return standIn.windows[0]!;
}

const ourFrame = { url: 'app://dossier/', parent: null };
const call = (senderFrame: unknown, ...args: unknown[]): Promise<unknown> =>
  standIn.ipcMain.handlers.get(IPC_CALL)!({ senderFrame }, ...args);

/** Emits an event as Electron does, and tells whether it was prevented. */
function prevented(emitter: NodeJS.EventEmitter, name: string, details: object = {}): boolean {
  const event = { ...details, preventDefault: vi.fn() };
  emitter.emit(name, event);
  return event.preventDefault.mock.calls.length > 0;
}

describe('the page', () => {
  it('is sandboxed, isolated and without Node, and is checked for spelling', async () => {
    const window = await run();
    expect(standIn.log.indexOf('dictionaries are local')).toBeGreaterThan(-1);
    expect(window.urls).toEqual(['app://dossier/']);
    expect(window.options['webPreferences']).toEqual({
      preload: expect.stringMatching(/out.preload.index\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    });
  });

  it('shows itself once it is painted', async () => {
    const window = await run();
    expect(window.options['show']).toBe(false);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['show']);
  });

  it('neither navigates nor opens windows nor attaches webviews', async () => {
    const { webContents } = await run();
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])
      expect(prevented(webContents, name, { url: 'app://dossier/other.html' }), name).toBe(true);
    expect(webContents.windowOpenHandler!({ url: 'app://dossier/' })).toEqual({ action: 'deny' });
    expect(standIn.opened).toEqual([]);
  });

  it('opens web and mail links outside, and no others', async () => {
    const { webContents } = await run();
    for (const url of ['https://example.org/a', 'mailto:a@example.org'])
      expect(webContents.windowOpenHandler!({ url })).toEqual({ action: 'deny' });
    prevented(webContents, 'will-navigate', { url: 'http://example.org/' });
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'no url'])
      expect(webContents.windowOpenHandler!({ url })).toEqual({ action: 'deny' });
    expect(standIn.opened).toEqual(['https://example.org/a', 'mailto:a@example.org', 'http://example.org/']);
  });

  it('gets no permission but to copy', async () => {
    await run();
    const request = standIn.session.setPermissionRequestHandler.mock.calls[0]![0];
    const check = standIn.session.setPermissionCheckHandler.mock.calls[0]![0];
    const granted = (permission: string, requestingUrl = 'app://dossier/'): boolean => {
      let answer = true;
      request(null, permission, (decision: boolean) => (answer = decision), { requestingUrl });
      expect(check(null, permission, requestingUrl)).toBe(answer);
      return answer;
    };
    for (const name of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'hid'])
      expect(granted(name), name).toBe(false);
    expect(granted('clipboard-sanitized-write')).toBe(true);
    expect(granted('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(standIn.session.setDevicePermissionHandler.mock.calls[0]![0]()).toBe(false);
  });
});

describe('app://dossier/', () => {
  const get = (url: string, method = 'GET'): Promise<Response> =>
    standIn.protocolHandlers.get('app')!(new Request(url, { method }));

  beforeEach(async () => {
    await mkdir(join(folder, 'renderer'));
    await writeFile(join(folder, 'renderer', 'index.html'), '<p>');
    await writeFile(join(folder, 'secret'), 'secret');
    serveApp(join(folder, 'renderer'), Promise.resolve(core));
  });

  it('is registered as a secure origin before the app is ready', async () => {
    await run();
    expect(standIn.log.indexOf('scheme registered')).toBeLessThan(standIn.log.indexOf('ready'));
    expect(standIn.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  it('serves the bundle under a strict policy', async () => {
    const response = await get('app://dossier/');
    expect(await response.text()).toBe('<p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'self'; script-src 'self';/);
    expect((await get('app://dossier/', 'HEAD')).status).toBe(200);
  });

  it.each([
    'app://dossier/../secret',
    'app://dossier/..%2fsecret',
    'app://dossier/%2e%2e%2fsecret',
    'app://dossier/..%5csecret',
    'app://dossier//secret',
    'app://dossier/none',
    'app://elsewhere/index.html',
  ])('has nothing at %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('shows the pictures of the library, as images alone', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    core.answers['pictures.get'] = () => ({ mediaType: 'image/svg+xml', bytes });
    const address = `app://dossier/pictures/${'a'.repeat(64)}`;
    const response = await get(address);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox$/);
    delete core.answers['pictures.get'];
    expect((await get(address)).status).toBe(404);
    expect((await get('app://dossier/pictures/../secret')).status).toBe(404);
  });

  it('is read only', async () => {
    expect((await get('app://dossier/', 'POST')).status).toBe(405);
  });

  it('is told from what merely looks like it', () => {
    expect(isAppUrl('app://dossier/index.html#x')).toBe(true);
    for (const url of ['app://dossier.evil/', 'https://dossier/', 'app:dossier', 'app://x@evil/dossier', ''])
      expect(isAppUrl(url), url).toBe(false);
  });
});

describe('calls', () => {
  it('reach the core from the main frame of our page', async () => {
    await run();
    expect(await call(ourFrame, 'app.info', {})).toEqual({ ok: true, value: 'info' });
  });

  it.each([
    null,
    { url: 'https://example.org/', parent: null },
    { url: 'app://evil/', parent: null },
    { url: 'about:blank', parent: null },
    { url: 'app://dossier/', parent: ourFrame },
  ])('from elsewhere are refused: %o', async (frame) => {
    await run();
    expect(await call(frame, 'app.info', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(core.calls).toEqual([]);
  });

  it('wait until the library is open', async () => {
    let open = (_core: Core): void => undefined;
    const running = runApp(() => new Promise((resolve) => (open = resolve)));
    await vi.waitFor(() => expect(standIn.windows).toHaveLength(1));
    const answer = call(ourFrame, 'app.info', {});
    open(core);
    expect(await answer).toEqual({ ok: true, value: 'info' });
    await running;
  });

  it('with a name that is no text go no further than dispatch', async () => {
    await run();
    expect(await call(ourFrame, { toString: () => 'app.info' })).toMatchObject({ ok: false });
  });

  it('are answered by events as well', async () => {
    const window = await run();
    core.emit('briefs.changed', { id: 7 });
    expect(window.webContents.sent).toEqual([[IPC_EVENT, 'briefs.changed', { id: 7 }]]);
    window.destroyed = true;
    core.emit('briefs.changed', { id: 8 });
    expect(window.webContents.sent).toHaveLength(1);
  });
});

describe('the menu', () => {
  const flat = (items: RecordedItem[]): RecordedItem[] =>
    items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);
  const accelerators = (items: RecordedItem[]): Record<string, string> =>
    Object.fromEntries(
      flat(items)
        .filter((item) => item.accelerator !== undefined)
        .map((item) => [item.accelerator!, item.label!]),
    );

  it('has the usual roles', async () => {
    await run();
    const roles = flat(standIn.menu).map((item) => item.role);
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'togglefullscreen'])
      expect(roles, role).toContain(role);
    expect(roles).toEqual(expect.arrayContaining(['quit', 'windowMenu', 'help']));
    expect(roles).not.toContain('toggleDevTools');
  });

  it('has developer tools only in development', async () => {
    standIn.app.isPackaged = false;
    await run();
    expect(flat(standIn.menu).map((item) => item.role)).toContain('toggleDevTools');
  });

  it('has accelerators, each for one thing', async () => {
    await run();
    const withKeys = flat(standIn.menu).filter((item) => item.accelerator !== undefined);
    expect(Object.keys(accelerators(standIn.menu))).toHaveLength(withKeys.length);
    expect(accelerators(standIn.menu)).toMatchObject({
      'CmdOrCtrl+N': 'New Brief',
      'CmdOrCtrl+O': 'Import Files…',
      'CmdOrCtrl+P': 'Print Preview',
      'CmdOrCtrl+Shift+E': 'PDF…',
    });
  });

  it('asks the interface for each of its commands', async () => {
    const window = await run();
    for (const item of flat(standIn.menu)) item.click?.();
    const sent = window.webContents.sent.map(([, name, payload]) => [name, (payload as { id: string }).id]);
    expect(new Set(sent.map(([, id]) => id))).toEqual(new Set(MENU_COMMANDS));
    expect(sent.every(([name]) => name === 'menu.command')).toBe(true);
  });
});

describe('the context menu', () => {
  const popup = async (params: object): Promise<RecordedItem[]> => {
    const window = standIn.windows[0] ?? (await run());
    standIn.popups.length = 0;
    window.webContents.emit(
      'context-menu',
      {},
      {
        misspelledWord: '',
        dictionarySuggestions: [],
        linkURL: '',
        selectionText: '',
        isEditable: false,
        editFlags: { canCut: true, canCopy: true, canPaste: false, canSelectAll: true },
        ...params,
      },
    );
    return standIn.popups[0] ?? [];
  };

  it('offers corrections and the dictionary', async () => {
    const items = await popup({
      misspelledWord: 'wrod',
      dictionarySuggestions: ['word', 'rod'],
      isEditable: true,
    });
    const { webContents } = standIn.windows[0]!;
    items.find((item) => item.label === 'word')!.click!();
    expect(webContents.replaceMisspelling).toHaveBeenCalledWith('word');
    items.find((item) => item.label === 'Add to dictionary')!.click!();
    expect(webContents.session.addWordToSpellCheckerDictionary).toHaveBeenCalledWith('wrod');
    expect(items.find((item) => item.role === 'paste')).toMatchObject({ enabled: false });
  });

  it('opens and copies links to the web only', async () => {
    const items = await popup({ linkURL: 'https://example.org/' });
    for (const item of items) item.click?.();
    expect([standIn.opened, standIn.copied]).toEqual([['https://example.org/'], ['https://example.org/']]);
    const labels = (await popup({ linkURL: 'file:///etc/passwd' })).map((item) => item.label);
    expect(labels).not.toContain('Copy link address');
  });

  it('copies what is selected, and does not appear over nothing', async () => {
    expect(await popup({ selectionText: 'words' })).toEqual([{ role: 'copy', enabled: true }]);
    expect(await popup({})).toEqual([]);
  });
});

describe('a second start', () => {
  it('ends at once and touches nothing', async () => {
    standIn.app.lock = false;
    await runApp(start);
    expect(standIn.log).toEqual(['quit asked']);
    expect(standIn.windows).toEqual([]);
  });

  it('brings the first one to the front', async () => {
    const window = await run();
    window.minimised = true;
    standIn.app.emit('second-instance');
    expect(window).toMatchObject({ minimised: false, calls: ['show', 'focus'] });
    expect(standIn.windows).toHaveLength(1);
  });
});

describe('the place of the window', () => {
  const stateFile = (): string => join(folder, 'profile', 'window.json');

  it('is kept between starts', async () => {
    const window = await run();
    window.bounds = { x: 100, y: 50, width: 1200, height: 800 };
    window.maximised = true;
    window.emit('close', { preventDefault: () => undefined });
    resetStandIn();
    standIn.app.paths = { userData: join(folder, 'profile') };
    const next = await run();
    expect(next.options).toMatchObject({ x: 100, y: 50, width: 1200, height: 800 });
    expect(next.maximised).toBe(true);
  });

  it('is kept when the app quits', async () => {
    const window = await run();
    window.bounds = { x: 1, y: 2, width: 900, height: 600 };
    standIn.app.emit('before-quit', { preventDefault: () => undefined });
    expect(JSON.parse(await readFile(stateFile(), 'utf8'))).toEqual({
      ...window.bounds,
      maximised: false,
    });
  });

  it('is not taken from a display that is gone, nor from a broken file', async () => {
    await mkdir(join(folder, 'profile'));
    await writeFile(stateFile(), JSON.stringify({ x: 5000, y: 50, width: 4000, height: 300 }));
    const window = await run();
    expect(window.options).toMatchObject({ width: 1920, height: 480 });
    expect(window.options).not.toHaveProperty('x');
    await writeFile(stateFile(), '{"width":"wide"');
    resetStandIn();
    standIn.app.paths = { userData: join(folder, 'profile') };
    expect((await run()).options).toMatchObject({ width: 1440, height: 900 });
  });
});

describe('quitting', () => {
  it('saves the unsaved text, then closes the library, then ends', async () => {
    await run();
    expect(prevented(standIn.app, 'before-quit')).toBe(true);
    expect(prevented(standIn.app, 'before-quit')).toBe(true);
    await vi.waitFor(() => expect(standIn.app.exit).toHaveBeenCalled());
    expect(standIn.log.slice(-4)).toEqual(['flush asked', 'flushed', 'core closed', 'exit']);
  });

  it('does not wait for a page that has crashed', async () => {
    const window = await run();
    window.webContents.crashed = true;
    prevented(standIn.app, 'before-quit');
    await vi.waitFor(() => expect(standIn.app.exit).toHaveBeenCalled());
    expect(standIn.log).not.toContain('flush asked');
    expect(core.closed).toBe(true);
  });

  it('saves nothing where no library was opened', async () => {
    standIn.answers = [{ response: 1 }];
    await runApp(() => Promise.reject(new DossierError('library_locked', 'It is open elsewhere.')));
    prevented(standIn.app, 'before-quit');
    await vi.waitFor(() => expect(standIn.app.exit).toHaveBeenCalled());
    expect(standIn.log).not.toContain('flush asked');
  });

  it('holds a shutdown of the system until it is done', async () => {
    await run();
    const event = { preventDefault: vi.fn() };
    electron.powerMonitor.emit('shutdown', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(standIn.app.quit).toHaveBeenCalledOnce();
  });

  it('does not wait for ever, nor for the answer of another page', async () => {
    const window = await run();
    standIn.onFlush = () => standIn.ipcMain.emit('dossier:flushed', { sender: {} });
    let over = false;
    const flushing = flush(window as never, 50).then(() => (over = true));
    expect(over).toBe(false);
    await flushing;
    expect(standIn.ipcMain.listenerCount('dossier:flushed')).toBe(0);
  });

  it('follows the last window, whose text is saved before it goes', async () => {
    const window = await run();
    expect(prevented(window, 'close')).toBe(true);
    expect(prevented(window, 'close')).toBe(true);
    await vi.waitFor(() => expect(window.destroyed).toBe(true));
    expect(standIn.log.slice(-3)).toEqual(['flush asked', 'flushed', 'window destroyed']);
    standIn.app.emit('window-all-closed');
    expect(standIn.app.quit).toHaveBeenCalledTimes(process.platform === 'darwin' ? 0 : 1);
  });
});

describe('a library that cannot be opened', () => {
  it('is explained, and another can be chosen, which the next start remembers', async () => {
    const other = join(folder, 'other');
    standIn.answers = [
      { response: 0 },
      { canceled: true, filePaths: [] },
      { response: 0 },
      { canceled: false, filePaths: [other] },
    ];
    const tried: [string, boolean][] = [];
    const failing = async (options: CoreOptions): Promise<Core> => {
      tried.push([options.library, options.create]);
      if (options.library !== other) throw new DossierError('library_newer', 'It is of a newer Dossier.');
      return core;
    };
    delete process.env['DOSSIER_LIBRARY'];
    process.env['XDG_DATA_HOME'] = folder;
    await runApp(failing);
    expect(standIn.dialogs.map(({ kind }) => kind)).toEqual(['message', 'open', 'message', 'open']);
    expect(standIn.dialogs[0]!.options).toMatchObject({
      detail: expect.stringContaining('It is of a newer Dossier.'),
      buttons: ['Choose Another Folder…', 'Quit'],
    });
    expect(tried.at(-1)).toEqual([other, true]);
    expect(await call(ourFrame, 'app.info', {})).toEqual({ ok: true, value: 'info' });

    const { paths } = standIn.app;
    resetStandIn();
    standIn.app.paths = paths;
    await runApp(failing);
    expect(tried.at(-1)).toEqual([other, false]);
  });

  it('ends the app where the analyst would rather quit', async () => {
    standIn.answers = [{ response: 1 }];
    await runApp(() => Promise.reject(new DossierError('library_locked', 'It is open elsewhere.')));
    expect(standIn.app.quit).toHaveBeenCalledOnce();
    expect(await call(ourFrame, 'app.info', {})).toMatchObject({ ok: false });
  });

  it('may be named on the command line', async () => {
    standIn.app.switches['library'] = join(folder, 'named');
    await run();
    expect(standIn.log).toContain(`open ${join(folder, 'named')}`);
  });
});

describe('a page that stops', () => {
  it('can be reloaded', async () => {
    const window = await run();
    standIn.answers = [{ response: 0 }, { response: 1 }];
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await vi.waitFor(() => expect(window.webContents.reload).toHaveBeenCalledOnce());
    window.emit('unresponsive');
    await vi.waitFor(() => expect(standIn.dialogs).toHaveLength(2));
    expect(standIn.app.quit).not.toHaveBeenCalled();
  });

  it('or the app be ended; a page that closed by itself is no crash', async () => {
    const window = await run();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(standIn.dialogs).toEqual([]);
    standIn.answers = [{ response: 1 }];
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    await vi.waitFor(() => expect(standIn.app.quit).toHaveBeenCalledOnce());
  });
});

describe('the ports', () => {
  const ports = electronPorts(() => null, '/nowhere');

  it('choose files of the kinds that can be imported', async () => {
    standIn.answers = [
      { canceled: false, filePaths: ['/a.txt'] },
      { canceled: true, filePaths: [] },
    ];
    expect(await ports.chooseFilesToImport(['txt', 'md'])).toEqual(['/a.txt']);
    expect(await ports.chooseFilesToImport(['txt'])).toBeNull();
    expect(standIn.dialogs[0]!.options['filters']).toContainEqual({
      name: 'Articles',
      extensions: ['txt', 'md'],
    });
  });

  it('choose a place to save, with the right ending', async () => {
    standIn.answers = [
      { canceled: false, filePath: '/out/brief' },
      { canceled: false, filePath: '/out/brief.markdown' },
      { canceled: true, filePath: '' },
    ];
    expect(await ports.chooseSavePath('Brief.md', 'md')).toBe('/out/brief.md');
    expect(await ports.chooseSavePath('Brief.md', 'md')).toBe('/out/brief.markdown');
    expect(await ports.chooseSavePath('Brief.md', 'md')).toBeNull();
    expect(standIn.dialogs[0]!.options['defaultPath']).toBe(join(folder, 'documents', 'Brief.md'));
  });

  it('open web and mail links only, and show files', async () => {
    await ports.openLink('https://example.org');
    await expect(ports.openLink('file:///etc/passwd')).rejects.toMatchObject({ code: 'invalid_input' });
    await ports.revealFile('/out/brief.md');
    expect([standIn.opened, standIn.revealed]).toEqual([['https://example.org/'], ['/out/brief.md']]);
  });
});
