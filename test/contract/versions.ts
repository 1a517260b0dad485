/** What the operations on versions do. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';
import type { StoredDocument } from '#domain/document/stored.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

export function versionSuite({ call, failure }: Caller): void {
  describe('versions', () => {
    const text = (...words: string[]): StoredDocument => ({
      docVersion: 1,
      root: {
        type: 'root',
        version: 1,
        children: words.map((word) => ({ type: 'paragraph', children: [{ type: 'text', text: word }] })),
      },
    });

    it('are kept under a name, and give the brief as it was', async () => {
      const before = text('One and two.', 'Three.', 'NUL \0, a lone \ud800, 😀');
      const { id, revision } = await call('briefs.create', { title: 'Kept', document: before });
      const kept = await call('versions.keep', { briefId: id, name: ' Sent to A ' });
      expect(kept).toMatchObject({ briefId: id, kind: 'named', name: 'Sent to A', words: 10 });
      await call('briefs.save', { id, revision, document: text('Other words.') });
      await call('briefs.updateSettings', { id, settings: { title: 'Renamed' } });
      expect(await call('versions.get', { id: kept.id })).toMatchObject({
        ...kept,
        settings: { title: 'Kept', styleId: 'chicago-notes' },
        document: before,
        damaged: 0,
      });
      expect(await call('versions.list', { briefId: id })).toEqual([kept]);
    });

    it('are renamed and removed; without a name the present is kept once a revision', async () => {
      const { id: briefId } = await call('briefs.create', { document: text('Words') });
      const first = await call('versions.keep', { briefId, name: null });
      expect(first.kind).toBe('beforeRestore');
      expect(await call('versions.keep', { briefId, name: null })).toEqual(first);
      const named = await call('versions.name', { id: first.id, name: 'First' });
      expect(named).toMatchObject({ kind: 'named', name: 'First' });
      expect(await call('versions.name', { id: first.id, name: null })).toMatchObject({
        kind: 'automatic',
        name: null,
      });
      await call('versions.remove', { id: first.id });
      expect(await call('versions.list', { briefId })).toEqual([]);
    });

    it('are refused where there is no such brief, version or name', async () => {
      expect(await failure('versions.keep', { briefId: 9999, name: 'A' })).toBe('not_found');
      expect(await failure('versions.get', { id: 9999 })).toBe('not_found');
      expect(await failure('versions.name', { id: 9999, name: 'A' })).toBe('not_found');
      expect(await failure('versions.remove', { id: 9999 })).toBe('not_found');
      expect(await failure('versions.keep', { briefId: 1, name: '  ' })).toBe('invalid_input');
    });
  });
}
