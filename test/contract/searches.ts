/** What the operations on saved searches do. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

export function savedSearchSuite({ call, failure }: Caller): void {
  describe('saved searches', () => {
    it('are kept with their filters, by name', async () => {
      const ports = await call('searches.save', { name: ' Ports ', wish: { query: 'ports', years: [2020] } });
      const claims = await call('searches.save', {
        name: 'claims 2',
        wish: { query: '"forced labour" -title:x', sort: 'newest', group: 'article', tags: ['law'] },
      });
      expect(ports).toEqual({
        id: ports.id,
        name: 'Ports',
        wish: { query: 'ports', sort: 'best', group: 'passage', years: [2020] },
      });
      expect(await call('searches.list', {})).toEqual([claims, ports]);
    });

    it('replace the one of the same name', async () => {
      const before = await call('searches.list', {});
      const saved = await call('searches.save', { name: 'PORTS', wish: { query: 'harbours' } });
      expect(before.map(({ id }) => id)).toContain(saved.id);
      expect(await call('searches.list', {})).toHaveLength(before.length);
    });

    it('take another name, unless it is taken', async () => {
      const [first, second] = await call('searches.list', {});
      await call('searches.rename', { id: first!.id, name: 'Claims' });
      expect(await failure('searches.rename', { id: first!.id, name: second!.name.toLowerCase() })).toBe(
        'conflict',
      );
      expect(await failure('searches.rename', { id: first!.id, name: '  ' })).toBe('invalid_input');
      expect(await failure('searches.rename', { id: 999, name: 'x' })).toBe('not_found');
    });

    it('can be removed once', async () => {
      const id = (await call('searches.list', {}))[0]!.id;
      await call('searches.remove', { id });
      expect((await call('searches.list', {})).map((search) => search.id)).not.toContain(id);
      expect(await failure('searches.remove', { id })).toBe('not_found');
    });
  });

  it('completes a query at the caret', async () => {
    const { items } = await call('search.complete', { query: 'titl x', caret: 4 });
    expect(items[0]).toEqual({
      from: 0,
      to: 4,
      insert: 'title:',
      label: 'title:',
      kind: 'field',
      count: null,
    });
    const values = await call('search.complete', { query: 'is:unr', caret: 6 });
    expect(values.items.map(({ insert }) => insert)).toEqual(['unread']);
  });

  it('tells of what it could not read in a query', async () => {
    const { problem, hits } = await call('search.passages', { query: 'treaty)' });
    expect(problem).toContain('closing bracket');
    expect(hits).toHaveLength(1);
  });
}
