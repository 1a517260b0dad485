/** Citation keys, over each transport. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

/** Expects the article 1, an institute's of 2020 without an author. */
export function referenceSuite({ call, failure }: Caller): void {
  describe('citation keys', () => {
    it('are given once, changed with the metadata, and found again', async () => {
      const [given] = await call('citations.keys', { ids: [1, 99] });
      expect(given).toMatchObject({ id: 1, key: expect.stringMatching(/^[a-z]+2020$/) });
      expect(await call('citations.byKey', { keys: [given!.key, 'nobody1900'] })).toEqual([
        { key: given!.key, articleIds: [1] },
        { key: 'nobody1900', articleIds: [] },
      ]);
      const { csl } = await call('articles.get', { id: 1 });
      await call('articles.updateMetadata', { id: 1, csl: { ...csl, 'citation-key': 'labour' } });
      expect(await call('citations.keys', { ids: [1] })).toEqual([{ id: 1, key: 'labour' }]);
      expect((await call('articles.get', { id: 1 })).csl).not.toHaveProperty('citation-key');
      expect(
        await failure('articles.updateMetadata', { id: 2, csl: { ...csl, 'citation-key': 'LABOUR' } }),
      ).toBe('conflict');
    });
  });

  describe('gaps', () => {
    it('are what a style prints and a source lacks', async () => {
      const asked = { styleId: 'apa', language: 'en-US', ids: [1, 2, 99] };
      const checks = await call('citations.check', asked);
      expect(checks).toContainEqual({
        id: 2,
        missing: [
          { field: 'author', instead: null },
          { field: 'issued', instead: 'n.d.' },
        ],
        unconfirmed: [],
      });
      expect(checks.find(({ id }) => id === 1)?.missing ?? []).toEqual([]);
    });
  });

  describe('references', () => {
    it('are rendered in each format', async () => {
      const of = { target: { ids: [1, 2, 99] } };
      const files = { biblatex: '@report{labour,', 'csl-json': '"id": "labour"', ris: 'ID  - labour' };
      for (const [format, part] of Object.entries(files)) {
        const file = await call('references.render', { of, format: format as keyof typeof files });
        expect(file.count).toBe(2);
        expect(new TextDecoder().decode(file.bytes)).toContain(part);
      }
      expect(await failure('references.render', { of: { briefId: 99 }, format: 'ris' })).toBe('not_found');
    });
  });
}
