/** What the operations on pictures do. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';
import { PNG } from '../pictures.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

export function pictureSuite({ call, failure }: Caller): void {
  describe('pictures', () => {
    it('come back as they were added', async () => {
      const { sha256, width, height } = await call('pictures.add', { bytes: PNG, name: 'a.png' });
      expect([width, height]).toEqual([3, 2]);
      const { mediaType, bytes } = await call('pictures.get', { sha256 });
      expect([mediaType, new Uint8Array(bytes)]).toEqual(['image/png', PNG]);
    });

    it('are refused where they are none, or not there', async () => {
      expect(await failure('pictures.add', { bytes: new Uint8Array(4), name: 'a' })).toBe('file_unreadable');
      expect(await failure('pictures.add', { bytes: 'text', name: 'a' })).toBe('invalid_input');
      expect(await failure('pictures.get', { sha256: '0'.repeat(64) })).toBe('not_found');
      expect(await failure('pictures.get', { sha256: '../library.sqlite' })).toBe('invalid_input');
    });
  });
}
