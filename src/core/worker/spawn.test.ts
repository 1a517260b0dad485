import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenLibrary, openLibrary } from '../db/open.ts';
import { spawn } from './spawn.ts';

let folder: string;
let library: OpenLibrary;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-spawn-'));
  library = openLibrary({ path: join(folder, 'library'), create: true });
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true });
});

const start = () => spawn<{ follow(): void }>('duplicates', library.folder, { found: () => undefined });

describe('a thread that is stopped', () => {
  it('is let load to its end, and ends by itself', async () => {
    expect(await start().stop()).toBe(true);
  });

  it('ends behind the call that it is at; later ones fail', async () => {
    const { remote, stop } = start();
    await remote.follow();
    const [byItself] = await Promise.all([stop(), remote.follow()]);
    expect(byItself).toBe(true);
    await expect(remote.follow()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
