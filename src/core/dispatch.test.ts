import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DossierError } from '#contract/errors.ts';
import type { Handlers } from '#contract/index.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { openReadWrite } from './db/connect.ts';
import { createDispatch, type DispatchOptions, mergeHandlers } from './dispatch.ts';

/** A dispatcher whose handler for `search.status` is `run`. */
function dispatchWith(run: () => unknown, options?: DispatchOptions) {
  return createDispatch({ 'search.status': run } as unknown as Handlers, options);
}

describe('dispatch', () => {
  it('runs an operation on its parsed input', async () => {
    const inputs: unknown[] = [];
    const handlers = { 'articles.list': (input: unknown) => inputs.push(input) } as unknown as Handlers;
    await createDispatch(handlers)('articles.list', { limit: 3, strange: true });
    expect(inputs).toEqual([{ offset: 0, limit: 3, sort: 'added', view: 'all', keep: [] }]);
  });

  it.each(['articles.nothing', 'toString', '__proto__', ''])('refuses the name %j', async (name) => {
    const result = await dispatchWith(() => 1)(name, {});
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it.each([null, undefined, 3, 'text', { id: 'one' }, { id: -1 }])('refuses the input %j', async (input) => {
    const handlers = { 'articles.get': () => 1 } as unknown as Handlers;
    const result = await createDispatch(handlers)('articles.get', input);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect((result as { error: { message: string } }).error.message).toContain('articles.get');
  });

  it('refuses a document that is nested too deeply to be read', async () => {
    let root: StoredNode = { type: 'paragraph' };
    for (let depth = 0; depth < 20_000; depth += 1) root = { type: 'quote', children: [root] };
    const handlers = { 'briefs.create': () => 1 } as unknown as Handlers;
    const result = await createDispatch(handlers)('briefs.create', { document: { docVersion: 1, root } });
    expect(result).toEqual({
      ok: false,
      error: { code: 'invalid_input', message: 'briefs.create: the input is nested too deeply.' },
    });
  });

  it('keeps the code and message of a DossierError', async () => {
    const result = await dispatchWith(() => {
      throw new DossierError('conflict', 'Somebody else saved.');
    })('search.status', {});
    expect(result).toEqual({ ok: false, error: { code: 'conflict', message: 'Somebody else saved.' } });
  });

  it('calls any other failure internal, and reports it', async () => {
    const reported: unknown[] = [];
    const fault = new TypeError('undefined is not a function');
    const dispatch = dispatchWith(() => Promise.reject(fault), {
      onInternalError: (name, error) => reported.push(name, error),
    });
    const result = await dispatch('search.status', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(reported).toEqual(['search.status', fault]);
  });

  it('checks what a handler returns where it is told to', async () => {
    const dispatch = dispatchWith(() => ({ indexed: 'many' }), { validateOutput: true });
    expect(await dispatch('search.status', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('says so when the disk is full', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-full-'));
    const db = openReadWrite(join(folder, 'full.sqlite'), { create: true });
    db.exec('CREATE TABLE words (text)');
    db.pragma('max_page_count = 3');
    const insert = db.prepare('INSERT INTO words VALUES (?)');
    const result = await dispatchWith(() => insert.run('x'.repeat(100_000)))('search.status', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'file_unwritable' } });
    expect((result as { error: { message: string } }).error.message).toContain('disk is full');
    db.close();
    rmSync(folder, { recursive: true });
  });
});

describe('mergeHandlers', () => {
  it('joins the handlers of features', () => {
    const one = { 'search.status': () => ({ indexed: 1, total: 1, ready: true, state: 'ready' as const }) };
    const two = { 'import.formats': () => ['txt'] };
    expect(Object.keys(mergeHandlers(one, two))).toEqual(['search.status', 'import.formats']);
  });

  it('throws where two features claim one operation', () => {
    const one = { 'import.formats': () => ['txt'] };
    expect(() => mergeHandlers(one, { ...one })).toThrow('import.formats');
  });
});
