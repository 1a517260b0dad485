/** The web host over real HTTP, with the requests that a browser, another site and an attacker would send. */
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#contract/errors.ts';
import { decodeJson, encodeJson } from '#contract/json.ts';
import { startWebHost, type WebHost } from '#web/host.ts';
import { MAX_INPUT_BYTES } from '#web/operations.ts';
import { type FakeCore, fakeCore } from './fakeCore.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

let folder: string;
let core: FakeCore;
let host: WebHost;
let cookie: string;

/** Unlike fetch, sends paths and headers exactly as they are written here. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port: host.port,
        path,
        method: options.method ?? 'GET',
        headers: { cookie, ...options.headers },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (body += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> =>
  send(path, { method: 'POST', body, headers });

async function signIn(url: string): Promise<string> {
  const answer = await send(url.slice(`http://127.0.0.1:${host.port}`.length), { headers: { cookie: '' } });
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-web-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'the secret');
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Dossier</title>');
  await writeFile(join(folder, 'renderer', 'assets', 'index-1a2b.js'), 'export {};');
  await symlink(join(folder, 'secret.txt'), join(folder, 'renderer', 'link.txt'));
  core = fakeCore({
    echo: (input) => input,
    'import.inspectTable': () => ({}),
    'import.run': async ({ paths }: { paths: string[] }) => ({
      entries: await Promise.all(
        paths.map(async (file) => ({
          file,
          status: 'imported',
          message: `${(await stat(file)).size} ${await readFile(file, 'utf8')}`,
        })),
      ),
    }),
  });
  host = await startWebHost({ core, rendererDir: join(folder, 'renderer') });
  cookie = '';
  cookie = await signIn(host.url);
});

afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

describe('the one-time address', () => {
  it('sets a cookie that scripts and other sites cannot use, and leads to the page', async () => {
    const answer = await send(new URL(host.newUrl()).search.replace(/^/u, '/'), { headers: { cookie: '' } });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^dossier-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('works once; who is in already may reload it', async () => {
    const used = `/${new URL(host.url).search}`;
    expect((await send(used, { headers: { cookie: '' } })).status).toBe(401);
    expect(await send(used)).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(await signIn(host.newUrl())).toBe(cookie);
  });

  it.each(['/?open=', '/?open=wrong', '/?open=%00'])('does not take %s', async (path) => {
    const answer = await send(path, { headers: { cookie: '' } });
    expect(answer.status).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('without the cookie', () => {
  const paths = ['/', '/assets/index-1a2b.js', '/events', '/nothing'];
  it.each(paths)('%s answers 401', async (path) => {
    for (const wrong of ['', 'dossier=x', `dossier-${host.port}=`, `dossier-${host.port}=${'A'.repeat(43)}`])
      expect((await send(path, { headers: { cookie: wrong } })).status).toBe(401);
  });
  it('no operation runs and nothing is stored', async () => {
    expect((await post('/op/echo', '1', { cookie: '' })).status).toBe(401);
    expect((await post('/stage?name=a.txt', 'a', { cookie: '' })).status).toBe(401);
    expect(core.calls).toEqual([]);
  });
});

describe('other sites', () => {
  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { host: 'localhost' },
    { host: '127.0.0.1:1' },
    { host: '127.0.0.1.evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ])('are refused: %o', async (headers) => {
    const answer = await post('/op/echo', '1', headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatch(/^Dossier .+\.\n$/);
    expect(core.calls).toEqual([]);
  });
  it('cannot use up a one-time address', async () => {
    const path = `/${new URL(host.newUrl()).search}`;
    expect((await send(path, { headers: { cookie: '', 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await send(path, { headers: { cookie: '' } })).status).toBe(303);
  });
  it('localhost, our own origin and typed addresses are let in', async () => {
    const own = `http://localhost:${host.port}`;
    const headers = { host: `localhost:${host.port}`, origin: own, 'sec-fetch-site': 'same-origin' };
    expect((await post('/op/echo', '1', headers)).status).toBe(200);
    expect((await send('/', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
  });
});

describe('the files of the interface', () => {
  it('come with their types and the security headers', async () => {
    const page = await send('/');
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>Dossier</title>' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("script-src 'self';"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    const script = await send('/assets/index-1a2b.js?v=1');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
  });

  it('answer HEAD with the length alone', async () => {
    const head = await send('/assets/index-1a2b.js', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, body: '', headers: { 'content-length': '10' } });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/etc/passwd',
    '/C:/Windows/win.ini',
    '/link.txt',
    '/%00index.html',
    '/%',
    'http://127.0.0.1/../secret.txt',
    '*',
  ])('are all that can be had: %s is not there', async (path) => {
    const answer = await send(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
});

describe('the pictures of the library', () => {
  const address = `/pictures/${'a'.repeat(64)}`;

  it('are shown to who has the cookie, as images alone', async () => {
    core.answers['pictures.get'] = () => ({ mediaType: 'image/svg+xml', bytes: Buffer.from('<svg/>') });
    const answer = await send(address);
    expect([answer.status, answer.body]).toEqual([200, '<svg/>']);
    expect(answer.headers['content-type']).toBe('image/svg+xml');
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox$/);
    expect(answer.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect((await send(address, { method: 'HEAD' })).body).toBe('');
    expect((await send(address, { headers: { cookie: '' } })).status).toBe(401);
    expect((await send(address, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it('that are missing are not there, and may come back', async () => {
    const answer = await send(address);
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store']);
    expect((await send('/pictures/../secret.txt')).status).toBe(404);
  });
});

describe('methods', () => {
  it.each([
    ['PUT', '/', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/assets/index-1a2b.js', 'GET, HEAD'],
    ['GET', '/op/echo', 'POST'],
    ['PUT', '/stage', 'POST'],
    ['POST', '/events', 'GET'],
    ['OPTIONS', '/op/echo', 'POST'],
  ])('%s %s answers 405', async (method, path, allow) => {
    expect(await send(path, { method })).toMatchObject({ status: 405, headers: { allow } });
  });
});

describe('operations', () => {
  it('carry text and bytes in both directions', async () => {
    const input = { text: '한국어 \u2028 🗞', bytes: Uint8Array.from([0, 255, 10, 13]), none: null };
    const answer = await post('/op/echo', encodeJson(input), { 'content-type': 'application/json' });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(decodeJson(answer.body)).toEqual({ ok: true, value: input });
  });

  it('that fail are answered as results', async () => {
    const answer = await post('/op/nothing.here', '{}');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it.each(['', '{', '{"a":', 'undefined'])('do not take %j for JSON', async (body) => {
    const answer = await post('/op/echo', body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(core.calls).toEqual([]);
  });

  it('do not take an input that is too long, announced or not', async () => {
    const announced = await post('/op/echo', '', { 'content-length': String(MAX_INPUT_BYTES + 1) });
    expect(announced.status).toBe(413);
    const long = Buffer.alloc(MAX_INPUT_BYTES + 1, 0x20);
    const chunked = await post('/op/echo', long, { 'transfer-encoding': 'chunked' }).catch(
      // The host hangs up while the rest is still being sent.
      () => ({ status: 413 }),
    );
    expect(chunked.status).toBe(413);
    expect(core.calls).toEqual([]);
  });
});

describe('uploads', () => {
  const staged = async (name: string, body: string | Buffer): Promise<string> => {
    const answer = await post(`/stage?name=${encodeURIComponent(name)}`, body);
    const result = JSON.parse(answer.body) as Result<{ path: string }>;
    if (!result.ok) throw new Error(answer.body);
    return result.value.path;
  };
  const run = async (paths: unknown): Promise<{ status: number; result: Result }> => {
    const answer = await post('/op/import.run', JSON.stringify({ jobId: 'j', paths }));
    return { status: answer.status, result: JSON.parse(answer.body) as Result };
  };
  const gone = (path: string): Promise<boolean> =>
    stat(path)
      .then(() => false)
      .catch(() => true);

  it('are imported under their own names and then deleted', async () => {
    const one = await staged('기사.txt', 'one');
    const two = await staged('기사.txt', 'two');
    const { result } = await run([one, two]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        entries: [
          { file: '기사.txt', message: '3 one' },
          { file: '기사.txt', message: '3 two' },
        ],
      },
    });
    expect(await gone(one)).toBe(true);
    expect((await run([one])).status).toBe(403);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..', 'file'],
    ['C:\\a\\b.txt', 'b.txt'],
    ['a/b\u0000c.txt', 'b_c.txt'],
    ['', 'file'],
    [`${'긴'.repeat(200)}.txt`, `${'긴'.repeat(65)}.txt`],
  ])('named %j are kept as %j in their own folder', async (name, kept) => {
    const path = await staged(name, 'x');
    expect(path.startsWith(join(tmpdir(), 'dossier-staging-'))).toBe(true);
    expect(path.endsWith(`/${kept}`)).toBe(true);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('that are too large keep their length and not their bytes, for the import to refuse', async () => {
    const path = await staged('big.txt', Buffer.alloc(60 * 1024 * 1024, 0x61));
    const { size, blocks } = await stat(path);
    expect(size).toBe(60 * 1024 * 1024);
    expect(blocks * 512).toBeLessThan(52 * 1024 * 1024);
  });

  it('are the only files that can be imported', async () => {
    const path = await staged('a.txt', 'a');
    for (const paths of [
      [join(folder, 'secret.txt')],
      [path, '/etc/passwd'],
      [join(path, '..', '..')],
      [join(path, '..')],
      [`${path}/../a.txt`],
    ]) {
      const { status, result } = await run(paths);
      expect(status).toBe(403);
      expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    }
    for (const name of ['import.attach', 'import.inspectTable'])
      expect((await post(`/op/${name}`, JSON.stringify({ path: '/etc/passwd' }))).status).toBe(403);
    expect(core.calls).toEqual([]);
    expect(await gone(path)).toBe(false);
  });

  it('that are archives wait for the columns of a dump in them, and are reached by no other way out', async () => {
    const archive = await staged('all.ZIP', 'x');
    const table = `${archive}/2023/odd.csv`;
    const text = await staged('a.txt', 'a');
    core.answers['import.run'] = () => ({ entries: [{ file: 'all.ZIP', status: 'refused', table }] });
    expect((await run([archive])).status).toBe(200);
    expect(await gone(archive)).toBe(false);
    for (const path of [table, archive]) {
      const answer = await post('/op/import.inspectTable', JSON.stringify({ path }));
      expect(answer.status).toBe(200);
    }
    expect((await run([`${text}/../a.csv`])).status).toBe(403);
    expect((await run([`${archive}x/odd.csv`])).status).toBe(403);
    core.answers['import.run'] = () => ({ entries: [] });
    expect((await run([table])).status).toBe(200);
    expect(await gone(archive)).toBe(false);
    expect((await run([archive])).status).toBe(200);
    expect(await gone(archive)).toBe(true);
  });

  it('go when the host ends', async () => {
    const path = await staged('a.txt', 'a');
    await host.close();
    expect(await gone(path)).toBe(true);
    host = await startWebHost({ core, rendererDir: folder });
  });
});

describe('events', () => {
  it('reach the browser, and the subscription ends with the connection', async () => {
    const abort = new AbortController();
    const response = await fetch(`http://127.0.0.1:${host.port}/events`, {
      headers: { cookie },
      signal: abort.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(core.listeners).toBe(1);
    core.emit('menu.command', { id: 'line\nbreak 한국어' });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.endsWith('한국어"}\n\n')) text += (await reader.read()).value ?? '';
    expect(text).toBe('retry: 1000\n\nevent: menu.command\ndata: {"id":"line\\nbreak 한국어"}\n\n');
    abort.abort();
    await expect.poll(() => core.listeners).toBe(0);
  });
});

describe('starting', () => {
  it('says so where the port is taken', async () => {
    await expect(startWebHost({ core, rendererDir: folder, port: host.port })).rejects.toThrow(
      `Dossier cannot listen on port ${host.port}`,
    );
  });
  it('leaves the core to its owner', async () => {
    await host.close();
    expect(core.closed).toBe(false);
    host = await startWebHost({ core, rendererDir: folder });
  });
});
