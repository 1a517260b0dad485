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

  it('answers no more', async () => {
    const service = start();
    await service.remote.follow();
    expect(await service.stop()).toBe(true);
    await expect(service.remote.follow()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
