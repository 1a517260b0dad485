/** What the operations on citation styles do. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

const STYLE = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>Titles only</title><id>http://www.example.org/styles/titles-only</id></info>
  <citation><layout suffix="."><text variable="title"/></layout></citation>
</style>`;

export function styleSuite({ call, failure }: Caller): void {
  describe('citation styles', () => {
    it('are a short list, and more by their titles', async () => {
      const ids = (await call('citations.styles', {})).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['briefing-endnotes', 'chicago-notes', 'apa', 'oscola']));
      const { styles, total } = await call('citations.findStyles', { words: 'nature climate', limit: 1 });
      expect([styles.length, total]).toEqual([Math.min(1, total), total]);
    });

    it('are installed, previewed and removed', async () => {
      const { id } = await call('citations.installStyle', { text: STYLE });
      const ask = { styleId: id, language: 'en-US', clusters: [[{ articleId: 1 }]] };
      const { citations, isSample } = await call('citations.previewStyle', ask);
      expect([citations[0], isSample]).toEqual([
        { noteNumber: 1, content: [{ text: expect.stringMatching(/\.$/) }] },
        false,
      ]);
      expect(await call('citations.removeStyle', { id })).toEqual({ text: STYLE });
      expect(await call('citations.style', { id })).toMatchObject({ id: 'chicago-notes', isMissing: true });
      expect(await failure('citations.previewStyle', ask)).toBe('not_found');
      expect(await failure('citations.removeStyle', { id })).toBe('not_found');
      expect(await failure('citations.installStyle', { text: '<style>' })).toBe('invalid_input');
    });
  });
}
