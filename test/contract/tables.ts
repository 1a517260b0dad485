/** What the operations on dumps do that every host carries; those that take a path have hosts of their own mind. */
import { expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

export function tableSuite({ call, failure }: Caller): void {
  it('remembers what columns hold', async () => {
    const mapping = { columns: [{ name: 'a', field: 'title' as const }] };
    expect(await call('import.rememberTable', { columns: ['a', 'b'], mapping })).toEqual({});
    const wrong = { columns: [{ name: 'a', field: 'colour' }] };
    expect(await failure('import.rememberTable', { columns: ['a'], mapping: wrong })).toBe('invalid_input');
    expect(await failure('import.previewTable', { path: 'a.csv' })).toBe('invalid_input');
  });
}
